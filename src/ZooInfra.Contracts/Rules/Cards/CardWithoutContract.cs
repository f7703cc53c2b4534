namespace ZooInfra.Contracts;

/// <summary>ZOO7006: a card that serves no clause of a contract; nobody knows who pays for it, or whose limits it has.</summary>
public static class CardWithoutContract
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO7006",
        "Story card names no contract",
        "The card '{0}' of {1} does not say which clause it serves; say Contract = \"MSA 7\" with the clause or document that is meant",
        RuleSeverity.Error,
        RuleFamily.Cards,
        new([Control.Nist("CM-3")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        for (var index = 0; index < client.Contract.Cards.Count; index++)
        {
            var card = client.Contract.Cards[index];
            verdicts.Judged(Rule);
            if (string.IsNullOrWhiteSpace(card.Contract))
            {
                verdicts.Violated(Rule, FactPath.CardFact(index, "contract"), card.Title, client.Contract.Name);
            }
        }
    }
}
