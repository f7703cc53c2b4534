namespace ZooInfra.Contracts;

/// <summary>ZOO3107: a HIPAA client without backups, or without a plan to restore what is lost.</summary>
public static class NoContingencyPlan
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO3107",
        "HIPAA client has no backup or no disaster recovery plan",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Regimes,
        new([Control.Hipaa("164.308(a)(7)(ii)(A)"), Control.Hipaa("164.308(a)(7)(ii)(B)"), Control.Nist("CP-9"), Control.Nist("CP-10")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        if (SafeguardDuty.PlaceOf(Regime.Hipaa, client.Contract) is not { } place)
        {
            return;
        }

        verdicts.Judged(Rule);
        SafeguardDuty.Check(client, verdicts, Rule, place, SafeguardKind.Backup, "a backup of the data", "45 CFR 164.308(a)(7)(ii)(A)", isAddressable: false);
        SafeguardDuty.Check(client, verdicts, Rule, place, SafeguardKind.DisasterRecovery, "a disaster recovery plan", "45 CFR 164.308(a)(7)(ii)(B)", isAddressable: false);
    }
}
