using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>Finds days of a contract and of its versions that cannot all be right.</summary>
internal static class VersionCheck
{
    public static EquatableArray<FactProblem> Of(TenantContract contract)
    {
        if (contract is { Effective: { } first, Ends: { } last } && last < first)
        {
            return new([Unreadable(FactPath.Ends, $"The contract ends on {RuleText.Date(last)}, before it begins on {RuleText.Date(first)}; the last day is on or after the first")]);
        }

        var problems = new List<FactProblem>();
        Check(
            contract,
            "SLA",
            "[Sla]",
            contract.Sla is not null,
            new(FactPath.SlaEffective, contract.SlaEffective),
            [.. contract.SlaVersions.Select(version => new Dated(version.Path, version.Effective))],
            problems);
        Check(
            contract,
            "billing",
            "[Billing]",
            contract.Billing is not null,
            new(FactPath.BillingEffective, contract.BillingEffective),
            [.. contract.BillingVersions.Select(version => new Dated(version.Path, version.Effective))],
            problems);
        return problems.Count == 0 ? default : new(problems);
    }

    private static void Check(TenantContract contract, string what, string attribute, bool isStated, Dated current, Dated[] others, List<FactProblem> problems)
    {
        if (!isStated && (others.Length > 0 || current.Day is not null))
        {
            problems.Add(Unreadable(others.Length > 0 ? others[0].Path : current.Path, $"Versions of the {what} are stated and the one that is kept now is not; state it with {attribute}"));
            return;
        }

        if (others.Length > 0 && current.Day is null)
        {
            problems.Add(Unreadable(current.Path, $"Other versions of the {what} are stated, so the one in {attribute} needs its first day; add Effective = \"YYYY-MM-DD\", or {current.Path.Replace(".", ": ")}: in the contract file"));
            return;
        }

        var days = new HashSet<LocalDate>();
        foreach (var (path, day) in others.Prepend(current))
        {
            var place = path == current.Path ? path : path + ".effective";
            if (day is not { } first)
            {
                continue;
            }

            if (!days.Add(first))
            {
                problems.Add(Unreadable(place, $"Two versions of the {what} begin on {RuleText.Date(first)}; give each a day of its own"));
            }
            else if (contract.Ends < first)
            {
                problems.Add(Unreadable(place, $"This version of the {what} begins on {RuleText.Date(first)}, after the contract has ended on {RuleText.Date(contract.Ends!.Value)}; versions begin within the contract"));
            }
            else if (first < contract.Effective)
            {
                problems.Add(Unreadable(place, $"This version of the {what} begins on {RuleText.Date(first)}, before the contract does on {RuleText.Date(contract.Effective!.Value)}; versions begin within the contract"));
            }
        }
    }

    private static FactProblem Unreadable(string path, string message) => new(path, "ZOO1009", message);

    private sealed record Dated(string Path, LocalDate? Day);
}
