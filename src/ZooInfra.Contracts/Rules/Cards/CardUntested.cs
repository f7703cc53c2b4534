using System.Globalization;

namespace ZooInfra.Contracts;

/// <summary>ZOO7004: what must be true when the card is done is not tested. Only where tests are given at all, or a deadline is agreed: before that a card is a draft.</summary>
public static class CardUntested
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO7004",
        "Acceptance criteria of a story card have no tests",
        "The card '{0}' of {1} has {2} acceptance criteria and {3} tests; Tests has one for each, in the same order{4}",
        RuleSeverity.Warning,
        RuleFamily.Cards,
        new([Control.Nist("CM-3(2)"), Control.Nist("CM-4(2)")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        for (var index = 0; index < client.Contract.Cards.Count; index++)
        {
            var card = client.Contract.Cards[index];
            if (card.Tests.Count == 0 && (card.Deadline is null || card.Acceptance.Count == 0))
            {
                continue;
            }

            verdicts.Judged(Rule);
            if (card.Tests.Count != card.Acceptance.Count)
            {
                verdicts.Violated(
                    Rule,
                    FactPath.CardFact(index, card.Tests.Count == 0 ? "acceptance" : "tests"),
                    card.Title,
                    client.Contract.Name,
                    card.Acceptance.Count.ToString(CultureInfo.InvariantCulture),
                    card.Tests.Count.ToString(CultureInfo.InvariantCulture),
                    card.Acceptance.Count > card.Tests.Count ? $"; the first without is '{card.Acceptance[card.Tests.Count]}'" : "");
            }
        }
    }
}
