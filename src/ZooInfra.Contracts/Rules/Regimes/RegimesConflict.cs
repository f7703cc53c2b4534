using System.Globalization;

namespace ZooInfra.Contracts;

/// <summary>ZOO3201: two regimes ask for what cannot both be done (domain facts, section 6).</summary>
public static class RegimesConflict
{
    /// <summary>PCI DSS 10.5.1: audit logs are kept for twelve months.</summary>
    private const int PciLogDays = 365;

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO3201",
        "Two regimes ask for what cannot both hold",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Regimes,
        new([Control.Nist("AU-11"), Control.Nist("SI-12"), Control.Pci("10.5.1")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        if (client.Contract.RegimeTerms.Count == 0)
        {
            return;
        }

        verdicts.Judged(Rule);
        CheckLogs(client, verdicts);
        CheckResidency(client, verdicts);
    }

    private static void CheckLogs(ClientView client, Verdicts verdicts)
    {
        var terms = client.Contract.RegimeTerms;
        var keep = terms.Where(term => term.KeepLogsDays is not null)
            .Select(term => (Days: term.KeepLogsDays!.Value, Who: Name(term), Place: (Place)(term.Path + ".keep_logs_days")))
            .ToList();
        for (var index = 0; index < client.Contract.Regimes.Count; index++)
        {
            if (client.Contract.Regimes[index].Regime == Regime.PciDss)
            {
                keep.Add((PciLogDays, "PCI DSS 10.5.1", FactPath.Regime(index)));
            }
        }

        var (longest, who, place) = keep.OrderByDescending(one => one.Days).FirstOrDefault();
        foreach (var term in terms.Where(term => term.DeleteLogsAfterDays < longest))
        {
            verdicts.Violated(Rule.Finding(
                term.Path + ".delete_logs_after_days",
                string.Format(
                    CultureInfo.InvariantCulture,
                    "At {1}, {0} has logs deleted after {2} days, and {3} has them kept for {4}; both cannot hold, so agree one: at least {4} days",
                    Name(term), client.Contract.Name, term.DeleteLogsAfterDays, who, longest)) with
            {
                Related = new([place]),
            });
        }
    }

    private static void CheckResidency(ClientView client, Verdicts verdicts)
    {
        List<(RegimeTerm Term, HashSet<string> Countries)> seen = [];
        foreach (var term in client.Contract.RegimeTerms.Where(term => term.Residency.Count > 0))
        {
            var countries = new HashSet<string>(term.Residency.Select(country => country.Trim()), StringComparer.OrdinalIgnoreCase);
            var common = new HashSet<string>(countries, StringComparer.OrdinalIgnoreCase);
            foreach (var (_, others) in seen)
            {
                common.IntersectWith(others);
            }

            if (common.Count == 0)
            {
                // The one that has none of these countries, or all that have them only together.
                var against = seen.FindAll(one => !one.Countries.Overlaps(countries)) is { Count: > 0 } pair ? pair.GetRange(0, 1) : seen;
                verdicts.Violated(Rule.Finding(
                    term.Path + ".residency",
                    $"At {client.Contract.Name}, {Name(term)} has data only in {RuleText.And([.. term.Residency])}, and {RuleText.And([.. against.Select(one => $"{Name(one.Term)} only in {RuleText.And([.. one.Term.Residency])}")])}; no country is left in which it may be, so agree one for {(against.Count == 1 ? "both" : "all")}") with
                {
                    Related = new(against.Select(one => (Place)(one.Term.Path + ".residency"))),
                });
                return;
            }

            seen.Add((term, countries));
        }
    }

    private static string Name(RegimeTerm term) => (term.Regime is { } regime ? ContractNames.TitleOf(regime) : "a regime") + (term.Clause is { } clause ? $" (clause {clause})" : "");
}
