using ZooInfra.Contracts;

namespace ZooInfra.Cli.Reports;

/// <summary>A regime that a client is under, control by control.</summary>
internal sealed record RegimeCoverage(RegimeScope Scope, IReadOnlyList<(CatalogueControl Control, IReadOnlyList<RuleRow> Rows)> Controls)
{
    public static RegimeCoverage Of(RegimeScope scope, IReadOnlyList<RuleRow> rows)
        => new(scope, [.. ControlCatalogue.Of(scope.Regime).Select(entry => (entry, (IReadOnlyList<RuleRow>)[.. rows.Where(row => row.Rule.Controls.Contains(entry.Control))]))]);

    public string Title => ContractNames.TitleOf(Scope.Regime) + (Scope.Tier is { } tier ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $", tier {tier}") : "") + (Scope.Clause is { } clause ? $" ({clause})" : "");

    public bool HasCatalogue => Controls.Count > 0;

    public IEnumerable<CatalogueControl> WithoutRule => Controls.Where(entry => entry.Rows.Count == 0).Select(entry => entry.Control);

    /// <summary>What the rules of one control say, the worst first.</summary>
    public static string Say(IReadOnlyList<RuleRow> rows) => string.Join(", ", rows.OrderBy(row => row.Verdict).ThenBy(row => row.Rule.Id, StringComparer.Ordinal).Select(row => $"{row.Rule.Id} {row.Word}"));
}
