namespace ZooInfra.Contracts;

/// <summary>The rules on exceptions and regimes.</summary>
public static class RegimeRules
{
    /// <summary>ZOO3003: a finding is silenced where nobody approved it.</summary>
    public static Rule SuppressedRule { get; } = new(
        "ZOO3003",
        "Finding is silenced without a waiver",
        "{0} silences {1} with no reason, approver or end that anybody sees; write a [Waiver] on the client, or mend what the rule finds",
        RuleSeverity.Error,
        RuleFamily.Regimes,
        new([Control.Nist("CA-5"), Control.Nist("SC-7(4)")]))
    {
        IsWaivable = false,
        HasFix = true,
    };

    internal static RuleChapter Chapter { get; } = new(
    [
        WaiverTerms.Rule,
        WaiverUnneeded.Rule,
        SuppressedRule,
    ])
    {
        Checks = [RuleCheck.Of(WaiverTerms.Rule, WaiverTerms.Check)],
    };
}
