namespace ZooInfra.Contracts;

/// <summary>ZOO1008: a high promise with patch windows does not say whether downtime in them counts.</summary>
public static class WindowAccountingUnstated
{
    /// <summary>Up to this promise nobody asks: 216 minutes of a 30-day month are left for maintenance.</summary>
    private static readonly Availability Threshold = new(995_000);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO1008",
        "A high promise does not say whether patch windows count",
        "{0} promises {1} % a month, which allows {2} minutes of downtime in {3}, and its patch windows ({4}) declare {5} minutes there, but the contract does not say whether they count; state PatchWindows = WindowAccounting.Excluded or WindowAccounting.Counted on [Sla], or sla: patch_windows: excluded or counted in the contract file{6}",
        RuleSeverity.Error,
        RuleFamily.Promises,
        new([Control.Nist("MA-2")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        if (client.Contract is not { Sla: { Availability: { } promised } sla, PatchWindows.Count: > 0 } contract || promised <= Threshold)
        {
            return;
        }

        verdicts.Judged(Rule);
        if (sla.WindowAccounting != WindowAccounting.Unstated)
        {
            return;
        }

        var worst = client.Months.Of(contract.PatchWindows);
        verdicts.Violated(
            Rule,
            FactPath.Availability,
            contract.Name,
            promised.ToString(),
            RuleText.Number(worst.AllowedMinutes(promised)),
            worst.Name,
            RuleText.Windows(contract.PatchWindows),
            RuleText.Number(worst.Minutes),
            RuleText.Clause(sla));
    }
}
