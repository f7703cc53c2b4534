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
            RuleCheck.OfContract(WaiverTerms.Rule, WaiverTerms.Check),
            RuleCheck.OfContract(EncryptionUndecided.Rule, EncryptionUndecided.Check),
            RuleCheck.OfContract(NoBusinessAssociateContract.Rule, NoBusinessAssociateContract.Check),
            RuleCheck.OfContract(NoContingencyPlan.Rule, NoContingencyPlan.Check),
            RuleCheck.OfContract(DocumentationKeptTooShort.Rule, DocumentationKeptTooShort.Check),
            RuleCheck.OfContract(ProposedRecoveryTooSlow.Rule, ProposedRecoveryTooSlow.Check),
            RuleCheck.OfContract(RulesetReviewOverdue.Rule, RulesetReviewOverdue.Check),
            RuleCheck.OfContract(RegimesConflict.Rule, RegimesConflict.Check),
            RuleCheck.OfContract(PatchTooSlow.Rule, PatchTooSlow.Check),
        ],
    };
}
