namespace ZooInfra.Contracts;

/// <summary>The rules on networks and VPN.</summary>
public static class NetworkRules
{
    internal static RuleChapter Chapter { get; } = new(
    [
        PrefixesOverlap.Rule,
        RouteTooWide.Rule,
        KeyExposed.Rule,
        AccessAfterLeaving.Rule,
        PeerWithoutEnd.Rule,
    ])
    {
        Checks =
        [
            RuleCheck.Of(KeyExposed.Rule, KeyExposed.Check),
            RuleCheck.Of(AccessAfterLeaving.Rule, AccessAfterLeaving.Check),
            RuleCheck.Of(PeerWithoutEnd.Rule, PeerWithoutEnd.Check),
        ],
        PlatformChecks =
        [
            PlatformCheck.Of(PrefixesOverlap.Rule, PrefixesOverlap.Check),
            PlatformCheck.Of(RouteTooWide.Rule, RouteTooWide.Check),
        ],
    };
}
