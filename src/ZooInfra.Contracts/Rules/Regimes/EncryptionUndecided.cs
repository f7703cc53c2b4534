namespace ZooInfra.Contracts;

/// <summary>ZOO3105: a HIPAA client whose data is neither encrypted, stored and on the way, nor has the decision against it recorded.</summary>
public static class EncryptionUndecided
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO3105",
        "HIPAA client neither encrypts nor has decided against it",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Regimes,
        new([Control.Hipaa("164.312(a)(2)(iv)"), Control.Hipaa("164.312(e)(2)(ii)"), Control.Nist("SC-28"), Control.Nist("SC-8")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        if (SafeguardDuty.PlaceOf(Regime.Hipaa, client.Contract) is not { } place)
        {
            return;
        }

        verdicts.Judged(Rule);
        SafeguardDuty.Check(client, verdicts, Rule, place, SafeguardKind.EncryptionAtRest, "encryption of stored data", "45 CFR 164.312(a)(2)(iv)", isAddressable: true);
        SafeguardDuty.Check(client, verdicts, Rule, place, SafeguardKind.EncryptionInTransit, "encryption on the way", "45 CFR 164.312(e)(2)(ii)", isAddressable: true);
    }
}
