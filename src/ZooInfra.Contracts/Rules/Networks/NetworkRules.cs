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
            ComponentCheck.Of(KeyExposed.Rule, KeyExposed.Check),
            RuleCheck.Of(AccessAfterLeaving.Rule, AccessAfterLeaving.Check),
            ComponentCheck.Of(PeerWithoutEnd.Rule, PeerWithoutEnd.Check),
        ],
        PlatformChecks =
        [
            ComponentCheck.OfPlatform(PrefixesOverlap.Rule, PrefixesOverlap.Check),
            ComponentCheck.OfPlatform(RouteTooWide.Rule, RouteTooWide.Check),
        ],
    };
}
