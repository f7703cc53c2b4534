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
        EncryptionUndecided.Rule,
        NoBusinessAssociateContract.Rule,
        NoContingencyPlan.Rule,
        DocumentationKeptTooShort.Rule,
        ProposedRecoveryTooSlow.Rule,
        RulesetReviewOverdue.Rule,
        RegimesConflict.Rule,
        PatchTooSlow.Rule,
    ])
    {
        Checks =
        [
            RuleCheck.Of(WaiverTerms.Rule, WaiverTerms.Check),
            RuleCheck.Of(EncryptionUndecided.Rule, EncryptionUndecided.Check),
            RuleCheck.Of(NoBusinessAssociateContract.Rule, NoBusinessAssociateContract.Check),
            RuleCheck.Of(NoContingencyPlan.Rule, NoContingencyPlan.Check),
            RuleCheck.Of(DocumentationKeptTooShort.Rule, DocumentationKeptTooShort.Check),
            RuleCheck.Of(ProposedRecoveryTooSlow.Rule, ProposedRecoveryTooSlow.Check),
            RuleCheck.Of(RulesetReviewOverdue.Rule, RulesetReviewOverdue.Check),
            RuleCheck.Of(RegimesConflict.Rule, RegimesConflict.Check),
            RuleCheck.Of(PatchTooSlow.Rule, PatchTooSlow.Check),
        ],
    };
}
