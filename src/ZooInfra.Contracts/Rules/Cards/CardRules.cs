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
            RuleCheck.Of(CardDowntime.Rule, CardDowntime.Check),
            RuleCheck.Of(CardOutsideWindows.Rule, CardOutsideWindows.Check),
            RuleCheck.Of(CardUntried.Rule, CardUntried.Check),
            RuleCheck.Of(CardUntested.Rule, CardUntested.Check),
            RuleCheck.Of(CardOverdue.Rule, CardOverdue.Check),
            RuleCheck.Of(CardWithoutContract.Rule, CardWithoutContract.Check),
        ],
    };
}
