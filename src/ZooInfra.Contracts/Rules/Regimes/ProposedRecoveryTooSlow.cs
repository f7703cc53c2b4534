using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>ZOO3109: a client under the proposed HIPAA rule whose backups are older, or whose recovery is slower, than it asks (90 FR 898: 48 and 72 hours).</summary>
public static class ProposedRecoveryTooSlow
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO3109",
        "Backup or recovery is slower than the proposed HIPAA rule asks",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Regimes,
        new([new(Regime.HipaaProposed2025, "90 FR 898"), Control.Nist("CP-9"), Control.Nist("CP-10")]))
    {
        HasFix = true,
    };

    private static readonly Duration OldestCopy = Duration.FromHours(48);
    private static readonly Duration SlowestRecovery = Duration.FromHours(72);

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        if (SafeguardDuty.PlaceOf(Regime.HipaaProposed2025, client.Contract) is not { } place)
        {
            return;
        }

        verdicts.Judged(Rule);
        CheckBackup(client, place, verdicts);
        if (client.Contract.Sla?.Recovery is not { } recovery)
        {
            verdicts.NotEvaluable(Rule, place, "no recovery is promised");
        }
        else if (recovery.Length > SlowestRecovery)
        {
            verdicts.Violated(Rule.Finding(
                FactPath.Recovery,
                $"{client.Contract.Name} is promised recovery in {recovery}, and the proposed HIPAA rule (90 FR 898) asks for 72 hours; promise Recovery = \"72h\"{RuleText.Clause(client.Contract.Sla!)}") with
            {
                Related = new([place]),
                Fix = RuleFix.Set("Recovery", "\"72h\"", "Promise recovery in 72 hours"),
            });
        }
    }

    private static void CheckBackup(ClientView client, string place, Verdicts verdicts)
    {
        if (client.Contract.Safeguards.FirstOrDefault(safeguard => safeguard.Kind == SafeguardKind.Backup) is not { } backup)
        {
            verdicts.Violated(
                Rule,
                place,
                $"{client.Contract.Name} is under the proposed HIPAA rule (90 FR 898) and states no backup; add [Safeguard(SafeguardKind.Backup, Every = \"24h\", Document = \"what proves it\")]");
        }
        else if (backup.Every is not { } every || every.Length > OldestCopy)
        {
            verdicts.Violated(Rule.Finding(
                backup.Path + ".every",
                $"{client.Contract.Name} {(backup.Every is { } stated ? $"makes a backup every {stated}" : "does not state how often a backup is made")}, and the proposed HIPAA rule (90 FR 898) asks for a copy at most 48 hours old; say Every = \"48h\" or less") with
            {
                Related = new([place]),
                Fix = RuleFix.Set("Every", "\"48h\"", "Make a backup every 48 hours"),
            });
        }
    }
}
