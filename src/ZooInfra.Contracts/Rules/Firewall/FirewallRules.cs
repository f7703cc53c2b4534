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
            RuleCheck.Of(AllowsEverything.Rule, AllowsEverything.Check),
            RuleCheck.Of(RuleNeverDecides.Rule, RuleNeverDecides.Check),
            RuleCheck.Of(UntrustedUnlogged.Rule, UntrustedUnlogged.Check),
            RuleCheck.Of(RuleUnaccounted.Rule, RuleUnaccounted.Check),
            RuleCheck.Of(DeniesOneFamily.Rule, DeniesOneFamily.Check),
        ],
    };
}
