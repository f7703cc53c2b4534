using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>ZOO7005: the day by which a card was to be done is past.</summary>
public static class CardOverdue
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO7005",
        "Deadline of a story card is past",
        "The card '{0}' of {1} was to be done by {2}, and the build is of {3}, {4} later; remove the card when it is done, or agree a later day",
        RuleSeverity.Error,
        RuleFamily.Cards,
        new([Control.Nist("CM-3")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        for (var index = 0; index < client.Contract.Cards.Count; index++)
        {
            if (client.Contract.Cards[index] is not { Deadline: { } deadline } card)
            {
                continue;
            }

            verdicts.Judged(Rule);
            if (client.Today is not { } today)
            {
                verdicts.NotEvaluable(Rule, FactPath.CardFact(index, "deadline"), "the day of the build is not known");
            }
            else if (deadline < today)
            {
                verdicts.Violated(
                    Rule,
                    FactPath.CardFact(index, "deadline"),
                    card.Title,
                    client.Contract.Name,
                    RuleText.Date(deadline),
                    RuleText.Date(today),
                    RuleText.Days(Period.Between(deadline, today, PeriodUnits.Days).Days));
            }
        }
    }
}
