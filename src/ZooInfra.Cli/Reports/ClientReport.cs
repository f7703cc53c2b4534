using System.Globalization;
using ZooInfra.Contracts;
using ZooInfra.Rules;

namespace ZooInfra.Cli.Reports;

/// <summary>The verdict table of one client: what every rule says, what is excepted, what is not known, what no rule covers.</summary>
/// <param name="Verdicts">What rules said.</param>
/// <param name="Commit">The commit it was made of; null when not given.</param>
/// <param name="Problems">Why the program did not run to its end; empty when it did.</param>
internal sealed record ClientReport(PlanVerdicts Verdicts, string? Commit, IReadOnlyList<string> Problems)
{
    public TenantContract Contract => Verdicts.Contract;

    public string Date => RuleJson.Date(Verdicts.Today)!;

    public IReadOnlyList<RuleRow> Rows { get; } = [.. RuleBook.All.Select(rule => RuleRow.Of(rule, Verdicts)).OrderBy(row => row.Verdict).ThenBy(row => row.Rule.Id, StringComparer.Ordinal)];

    public IReadOnlyList<WaiverRow> Waivers { get; } = [.. Verdicts.Contract.Waivers.Select(waiver => WaiverRow.Of(waiver, Verdicts))];

    public IReadOnlyList<RegimeCoverage> Regimes => [.. Contract.Regimes.Select(scope => RegimeCoverage.Of(scope, Rows))];

    /// <summary>Whether an error stands that no waiver excepts from.</summary>
    public bool IsViolated => Verdicts.Findings.Any(finding => finding.IsViolation);

    /// <summary>Verdicts with their numbers, in the order of the table.</summary>
    public IEnumerable<(RuleVerdict Verdict, int Count)> Counts => Enum.GetValues<RuleVerdict>().Select(verdict => (verdict, Rows.Count(row => row.Verdict == verdict)));

    /// <summary>The contract in a few lines: what it is about and what it says.</summary>
    public IEnumerable<(string About, string Text)> Summary()
    {
        if (Contract.Sla is { } sla)
        {
            yield return ("Service level", $"{sla}{(sla.Recovery is { } recovery ? $", recovery in {recovery}" : "")}{(sla.Clause is { } clause ? $" ({clause})" : "")}");
        }

        if (Contract.Billing is { } billing)
        {
            yield return ("Billing", ContractNames.NameOf(billing));
        }

        if (Contract.PatchWindows.Count > 0)
        {
            yield return ("Patch windows", string.Join("; ", Contract.PatchWindows) + (Contract.Sla is { WindowAccounting: not WindowAccounting.Unstated } promise ? $"; downtime in them is {ContractNames.NameOf(promise.WindowAccounting)}" : ""));
        }

        if (Contract.Regimes.Count > 0)
        {
            yield return ("Regimes", string.Join("; ", Regimes.Select(regime => regime.Title)));
        }

        yield return ("Components judged", Verdicts.Components.ToString(CultureInfo.InvariantCulture) + (Verdicts.IsComplete ? "" : ", not all there are"));
    }
}
