namespace ZooInfra.Contracts;

/// <summary>ZOO3106: a HIPAA client with whom no business associate contract is signed.</summary>
public static class NoBusinessAssociateContract
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO3106",
        "HIPAA client has no business associate contract",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Regimes,
        new([Control.Hipaa("164.308(b)(1)"), Control.Hipaa("164.314(a)")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        if (SafeguardDuty.PlaceOf(Regime.Hipaa, client.Contract) is not { } place)
        {
            return;
        }

        verdicts.Judged(Rule);
        SafeguardDuty.Check(client, verdicts, Rule, place, SafeguardKind.BusinessAssociateContract, "a business associate contract", "45 CFR 164.308(b)(1)", isAddressable: false);
    }
}
