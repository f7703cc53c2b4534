namespace ZooInfra.Contracts;

/// <summary>The rules on firewalls.</summary>
public static class FirewallRules
{
    internal static RuleChapter Chapter { get; } = new(
    [
        AllowsEverything.Rule,
        RuleNeverDecides.Rule,
        UntrustedUnlogged.Rule,
        RuleUnaccounted.Rule,
        DeniesOneFamily.Rule,
    ])
    {
        Checks =
        [
            ComponentCheck.Of(AllowsEverything.Rule, AllowsEverything.Check),
            ComponentCheck.Of(RuleNeverDecides.Rule, RuleNeverDecides.Check),
            ComponentCheck.Of(UntrustedUnlogged.Rule, UntrustedUnlogged.Check),
            ComponentCheck.Of(RuleUnaccounted.Rule, RuleUnaccounted.Check),
            ComponentCheck.Of(DeniesOneFamily.Rule, DeniesOneFamily.Check),
        ],
    };
}
