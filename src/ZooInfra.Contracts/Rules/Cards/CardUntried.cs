namespace ZooInfra.Contracts;

/// <summary>ZOO7003: a card must pass in a sandbox first, and has none (NIST 800-53r5 CM-4(1)).</summary>
public static class CardUntried
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO7003",
        "Story card needs a sandbox and names none",
        "The card '{0}' of {1} must pass in a sandbox first and names none; say Sandbox = \"where it is tried\"",
        RuleSeverity.Error,
        RuleFamily.Cards,
        new([Control.Nist("CM-4(1)"), Control.Nist("CM-3(2)")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        for (var index = 0; index < client.Contract.Cards.Count; index++)
        {
            if (client.Contract.Cards[index] is { SandboxTest: true } card)
            {
                verdicts.Judged(Rule);
                if (string.IsNullOrWhiteSpace(card.Sandbox))
                {
                    verdicts.Violated(Rule, FactPath.CardFact(index, "sandbox_test"), card.Title, client.Contract.Name);
                }
            }
        }
    }
}
