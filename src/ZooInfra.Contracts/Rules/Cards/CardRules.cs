namespace ZooInfra.Contracts;

/// <summary>The rules on story cards.</summary>
public static class CardRules
{
    internal static RuleChapter Chapter { get; } = new(
    [
        CardDowntime.Rule,
        CardOutsideWindows.Rule,
        CardUntried.Rule,
        CardUntested.Rule,
        CardOverdue.Rule,
        CardWithoutContract.Rule,
    ])
    {
        Checks =
        [
            RuleCheck.OfContract(CardDowntime.Rule, CardDowntime.Check),
            RuleCheck.OfContract(CardOutsideWindows.Rule, CardOutsideWindows.Check),
            RuleCheck.OfContract(CardUntried.Rule, CardUntried.Check),
            RuleCheck.OfContract(CardUntested.Rule, CardUntested.Check),
            RuleCheck.OfContract(CardOverdue.Rule, CardOverdue.Check),
            RuleCheck.OfContract(CardWithoutContract.Rule, CardWithoutContract.Check),
        ],
    };
}
