namespace ZooInfra.Contracts;

/// <summary>The rules on runbooks.</summary>
public static class RunbookRules
{
    internal static RuleChapter Chapter { get; } = new(
    [
        RunbookStale.Rule,
        RunbookTooLong.Rule,
        StepWithoutWayBack.Rule,
        RunbookUnapproved.Rule,
        UnknownRunbook.Rule,
    ])
    {
        Checks =
        [
            RuleCheck.OfContract(RunbookStale.Rule, RunbookStale.Check),
            RuleCheck.OfContract(RunbookTooLong.Rule, RunbookTooLong.Check),
            RuleCheck.OfContract(StepWithoutWayBack.Rule, StepWithoutWayBack.Check),
            RuleCheck.OfContract(RunbookUnapproved.Rule, RunbookUnapproved.Check),
            RuleCheck.OfContract(UnknownRunbook.Rule, UnknownRunbook.Check),
        ],
    };

    /// <summary>Where most hangs on a runbook, what is wrong with it is an error.</summary>
    internal static RuleSeverity SeverityOf(Runbook runbook) => runbook.Tier == 1 ? RuleSeverity.Error : RuleSeverity.Warning;
}
