using System.Globalization;
using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>ZOO3202: patches arrive more slowly than a regime of the client allows.</summary>
public static class PatchTooSlow
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO3202",
        "Patches come more slowly than a regime allows",
        "The patch flow '{0}' of {1} runs every {2}, and {3} has critical patches installed within {4} days; Every = \"{4}d\" is the longest that keeps it",
        RuleSeverity.Error,
        RuleFamily.Regimes,
        new([Control.Pci("6.3.3"), Control.Nist("SI-2"), Control.Nist("SI-2(2)")]))
    {
        HasFix = true,
    };

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        if (Limit(client.Contract) is not var (days, who, place))
        {
            return;
        }

        foreach (var flow in client.Contract.PatchFlows)
        {
            if (flow.Every is not { } every)
            {
                verdicts.NotEvaluable(Rule, flow.Path, $"'{flow.Name}' does not say how often it runs");
                continue;
            }

            verdicts.Judged(Rule);
            if (every.Length > Duration.FromDays(days))
            {
                var text = days.ToString(CultureInfo.InvariantCulture);
                verdicts.Violated(Rule.Finding(flow.Path + ".every", flow.Name, client.Contract.Name, every.ToString(), who, text) with
                {
                    Related = new([place]),
                    Fix = RuleFix.Set("Every", $"\"{text}d\"", $"Run every {text} days"),
                });
            }
        }
    }

    /// <summary>The shortest time that a regime or its terms leave.</summary>
    private static (int Days, string Who, Place Place)? Limit(TenantContract contract)
    {
        var limits = contract.RegimeTerms.Where(term => term.PatchWithinDays is not null)
            .Select(term => (Days: term.PatchWithinDays!.Value, Who: (term.Regime is { } regime ? ContractNames.TitleOf(regime) : "the regime") + (term.Clause is { } clause ? $" (clause {clause})" : ""), Place: (Place)(term.Path + ".patch_within_days")))
            .ToList();
        for (var index = 0; index < contract.Regimes.Count; index++)
        {
            // One month has at most 31 days.
            (int Days, string Who)? own = contract.Regimes[index].Regime switch
            {
                Regime.PciDss => (31, "PCI DSS 6.3.3"),
                Regime.HipaaProposed2025 => (15, "the proposed HIPAA rule (90 FR 898)"),
                _ => null,
            };
            if (own is var (days, who))
            {
                limits.Add((days, who, FactPath.Regime(index)));
            }
        }

        return limits.Count == 0 ? null : limits.OrderBy(limit => limit.Days).First();
    }
}
