namespace ZooInfra.Contracts;

/// <summary>ZOO3002: a waiver that excepts from nothing any more. Left standing it would cover the next violation unseen.</summary>
public static class WaiverUnneeded
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO3002",
        "Waiver is not needed",
        "{0} keeps {1}{2}, so its waiver excepts from nothing; remove it",
        RuleSeverity.Warning,
        RuleFamily.Regimes,
        new([Control.Nist("CA-5")]))
    {
        IsWaivable = false,
        HasFix = true,
    };
}
