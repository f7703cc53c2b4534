using System.Globalization;
using System.Net;
using System.Text;

namespace ZooInfra.Cli.Reports;

/// <summary>Reports as one HTML page that needs nothing else: on a narrow screen each row of a table becomes a block, on paper a client begins a page.</summary>
internal static class HtmlReport
{
    private const string Style = """
        :root{color-scheme:light dark;--line:#d0d4da;--soft:#f4f6f8;--bad:#b42318;--open:#8a5a00;--good:#1a7f37;--mild:#57606a}
        @media (prefers-color-scheme:dark){:root{--line:#3a4048;--soft:#1c2128;--bad:#ff8a80;--open:#e3b341;--good:#57d364;--mild:#9aa4af}}
        *{box-sizing:border-box}
        body{font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;margin:0 auto;max-width:1280px;padding:1rem}
        h1{font-size:1.6rem;margin:2rem 0 .25rem}h2{font-size:1.2rem;margin:2rem 0 .5rem}
        table{border-collapse:collapse;width:100%}
        th,td{border-bottom:1px solid var(--line);padding:.4rem .6rem;text-align:left;vertical-align:top;overflow-wrap:break-word}td>span{white-space:nowrap}
        th{background:var(--soft);font-weight:600}td.short{white-space:nowrap}
        p.problem{border-left:4px solid var(--bad);background:var(--soft);padding:.5rem .75rem}
        ul{margin:.25rem 0 0;padding-left:1.1rem}
        .violated{color:var(--bad);font-weight:600}.not-evaluable,.waived{color:var(--open);font-weight:600}.satisfied{color:var(--good)}.not-applicable,.mild{color:var(--mild)}
        ul.counts{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;padding:0}ul.counts li{border:1px solid var(--line);border-radius:.4rem;padding:.2rem .6rem}
        @media (max-width:700px){thead{display:none}tr{display:block;border:1px solid var(--line);border-radius:.4rem;margin:.5rem 0}td{display:block;border:0;padding:.25rem .6rem}td.short{white-space:normal}td::before{content:attr(data-label);display:block;font-size:.75rem;color:var(--mild)}td:empty{display:none}}
        @media print{body{max-width:none;font-size:10pt;padding:0}article+article{break-before:page}tr{break-inside:avoid}thead{display:table-header-group}a{color:inherit;text-decoration:none}}
        """;

    public static string Text(IReadOnlyList<ClientReport> reports)
    {
        var html = new StringBuilder();
        html.Line("<!DOCTYPE html>").Line("<html lang=\"en\">").Line("<head>")
            .Line("<meta charset=\"utf-8\">").Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Line($"<title>{Escape($"Contract rules: {string.Join(", ", reports.Select(report => report.Contract.Name))}")}</title>")
            .Line($"<style>\n{Style}\n</style>").Line("</head>").Line("<body>");
        foreach (var report in reports)
        {
            Write(html, report);
        }

        return html.Line("</body>").Line("</html>").ToString();
    }

    private static void Write(StringBuilder html, ClientReport report)
    {
        html.Line("<article>").Line($"<h1>{Escape(report.Contract.Name)}</h1>")
            .Line($"<p class=\"mild\">Contract rules of client <code>{Escape(report.Contract.Id)}</code>, {report.Date}{(report.Commit is { } commit ? $", commit <code>{Escape(commit)}</code>" : "")}</p>");
        foreach (var problem in report.Problems)
        {
            html.Line($"<p class=\"problem\">The program did not run to its end: {Escape(problem)}</p>");
        }

        html.Line("<ul class=\"counts\">");
        foreach (var (verdict, count) in report.Counts)
        {
            html.Line($"<li><span class=\"{Class(verdict)}\">{RuleRow.WordOf(verdict)}</span> {count.ToString(CultureInfo.InvariantCulture)}</li>");
        }

        html.Line("</ul>").Line("<h2>Contract</h2>");
        Table(html, ["What", "Contract"], report.Summary().Select(line => new[] { Escape(line.About), Escape(line.Text) }));
        html.Line("<h2>Rules</h2>");
        Table(html, ["Rule", "Verdict", "What", "Controls"], report.Rows.Select(row => new[]
        {
            $"<a href=\"{Escape(row.Rule.HelpLink.ToString())}\">{row.Rule.Id}</a>",
            $"<span class=\"{Class(row.Verdict)}\">{row.Word}</span>",
            Escape(row.Rule.Title) + (row.Why.Count == 0 ? "" : $"<ul>{string.Concat(row.Why.Select(why => $"<li>{Escape(why)}</li>"))}</ul>"),
            Escape(string.Join(", ", row.Rule.Controls)),
        }));
        html.Line("<h2>Exceptions</h2>");
        if (report.Waivers.Count == 0)
        {
            html.Line("<p>None granted.</p>");
        }
        else
        {
            Table(html, ["Rule", "State", "Until", "Days left", "Approved by", "Reason", "Instead", "Clause"], report.Waivers.Select(row => new[]
            {
                Escape(row.Waiver.Rule + (row.Waiver.Member is { } member ? $" in {member}" : "")), Escape(row.State), RuleJson.Date(row.Waiver.Until) ?? "", row.DaysLeft?.ToString(CultureInfo.InvariantCulture) ?? "",
                Escape(row.Waiver.ApprovedBy ?? ""), Escape(row.Waiver.Reason ?? ""), Escape(row.Waiver.Compensating ?? ""), Escape(row.Waiver.Clause ?? ""),
            }));
        }

        foreach (var regime in report.Regimes)
        {
            html.Line($"<h2>{Escape(regime.Title)}</h2>");
            if (!regime.HasCatalogue)
            {
                html.Line("<p>No catalogue of its controls is kept, so nothing is said about coverage.</p>");
                continue;
            }

            Table(html, ["Control", "Title", "Rules"], regime.Controls.Select(entry => new[]
            {
                Escape(entry.Control.Control.Id), Escape(entry.Control.Title), entry.Rows.Count == 0 ? "<span class=\"not-evaluable\">no rule</span>" : Escape(RegimeCoverage.Say(entry.Rows)),
            }));
        }

        html.Line("</article>");
    }

    private static void Table(StringBuilder html, string[] head, IEnumerable<string[]> rows)
    {
        html.Line($"<table><thead><tr>{string.Concat(head.Select(title => $"<th scope=\"col\">{title}</th>"))}</tr></thead><tbody>");
        foreach (var row in rows)
        {
            html.Line($"<tr>{string.Concat(row.Select((cell, i) => $"<td data-label=\"{head[i]}\"{(i == 0 ? " class=\"short\"" : "")}>{cell}</td>"))}</tr>");
        }

        html.Line("</tbody></table>");
    }

    private static string Class(RuleVerdict verdict) => RuleRow.WordOf(verdict).Replace(' ', '-');

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static StringBuilder Line(this StringBuilder html, string line) => html.Append(line).Append('\n');
}
