using System.Globalization;
using System.Text;

namespace ZooInfra.Cli.Reports;

/// <summary>Reports as Markdown, tables in the GitHub form.</summary>
internal static class MarkdownReport
{
    public static string Text(IReadOnlyList<ClientReport> reports)
    {
        var text = new StringBuilder();
        foreach (var report in reports)
        {
            Write(text, report);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, ClientReport report)
    {
        text.Line($"# {Escape(report.Contract.Name)}: contract rules").Line()
            .Line($"Client `{report.Contract.Id}`, {report.Date}{(report.Commit is { } commit ? $", commit `{Escape(commit)}`" : "")}.").Line();
        foreach (var problem in report.Problems)
        {
            text.Line($"> The program did not run to its end: {Escape(problem)}").Line();
        }

        Table(text, ["Contract", ""], report.Summary().Select(line => new[] { line.About, line.Text }));
        Table(text, ["Verdict", "Rules"], report.Counts.Select(count => new[] { RuleRow.WordOf(count.Verdict), count.Count.ToString(CultureInfo.InvariantCulture) }));
        text.Line("## Rules").Line();
        Table(text, ["Rule", "Verdict", "What", "Controls"], report.Rows.Select(row => new[]
        {
            row.Rule.Id, row.Word, row.Why.Count == 0 ? row.Rule.Title : $"{row.Rule.Title}: {string.Join("; ", row.Why)}", string.Join(", ", row.Rule.Controls),
        }));
        text.Line("## Exceptions").Line();
        if (report.Waivers.Count == 0)
        {
            text.Line("None granted.").Line();
        }
        else
        {
            Table(text, ["Rule", "State", "Until", "Days left", "Approved by", "Reason", "Instead", "Clause"], report.Waivers.Select(row => new[]
            {
                row.Waiver.Rule + (row.Waiver.Member is { } member ? $" in {member}" : ""), row.State, RuleJson.Date(row.Waiver.Until) ?? "", row.DaysLeft?.ToString(CultureInfo.InvariantCulture) ?? "",
                row.Waiver.ApprovedBy ?? "", row.Waiver.Reason ?? "", row.Waiver.Compensating ?? "", row.Waiver.Clause ?? "",
            }));
        }

        foreach (var regime in report.Regimes)
        {
            text.Line($"## {Escape(regime.Title)}").Line();
            if (!regime.HasCatalogue)
            {
                text.Line("No catalogue of its controls is kept, so nothing is said about coverage.").Line();
                continue;
            }

            Table(text, ["Control", "Title", "Rules"], regime.Controls.Select(entry => new[] { entry.Control.Control.Id, entry.Control.Title, entry.Rows.Count == 0 ? "**no rule**" : RegimeCoverage.Say(entry.Rows) }), raw: true);
        }
    }

    private static void Table(StringBuilder text, string[] head, IEnumerable<string[]> rows, bool raw = false)
    {
        text.Line($"| {string.Join(" | ", head)} |").Line($"|{string.Concat(head.Select(_ => "---|"))}");
        foreach (var row in rows)
        {
            text.Line($"| {string.Join(" | ", row.Select((cell, i) => raw && i == row.Length - 1 ? cell : Escape(cell)))} |");
        }

        text.Line();
    }

    private static StringBuilder Line(this StringBuilder text, string line = "") => text.Append(line).Append('\n');

    /// <summary>Text that stays text, on one line of a table.</summary>
    private static string Escape(string text)
    {
        var safe = new StringBuilder();
        foreach (var character in text.ReplaceLineEndings(" "))
        {
            _ = character switch
            {
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '&' => safe.Append("&amp;"),
                '|' or '*' or '_' or '`' or '[' or ']' or '\\' => safe.Append('\\').Append(character),
                _ => safe.Append(character),
            };
        }

        return safe.ToString();
    }
}
