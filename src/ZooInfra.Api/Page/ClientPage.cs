using System.Globalization;
using NodaTime;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Page;

/// <summary>The page of one client: all that its contract says, and when its windows are.</summary>
internal static class ClientPage
{
    /// <param name="client">The client.</param>
    /// <param name="zone">The zone in which times are shown.</param>
    /// <param name="now">The instant of the page.</param>
    public static byte[] Render(Client client, DateTimeZone zone, Instant now)
    {
        var contract = client.Contract;
        var today = now.InZone(zone).Date;
        var html = new Html();
        PageFrame.Begin(html, contract.Name);
        html.Write($"""<header><div><p class="small"><a href="/">All clients</a></p><h1>{contract.Name}</h1><p class="quiet"><code>{contract.Id}</code> · {today.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture)}, times in {zone.Id}</p></div></header><main id="main">""");
        DuePanels.Write(html, [client], zone, now);
        ClientCard.Write(html, client, today, zone);
        WriteTables(html, contract);
        html.Write($"</main>");
        PageFrame.End(html, now);
        return html.ToBytes();
    }

    private static void WriteTables(Html html, TenantContract contract)
    {
        Table(html, "Versions of the promise", ["Version", "In force", "Promise", "Clause"], ContractVersions.OfSla(contract).Select(version => new[] { version.Number.ToString(CultureInfo.InvariantCulture), version.Span, version.Value.ToString(), version.Value.Clause ?? "" }));
        Table(html, "Credits", ["Availability below", "Credit"], contract.Credits.Select(credit => new[] { $"{credit.Below} %", string.Create(CultureInfo.InvariantCulture, $"{credit.Percent} %") }));
        Table(html, "Escalation", ["Level", "Contact", "After"], contract.Escalations.OrderBy(level => level.Level).Select(level => new[] { level.Level.ToString(CultureInfo.InvariantCulture), level.Contact, level.After?.ToString() ?? "at once" }));
        Table(html, "Support", ["Tier", "Hours", "Contact", "Clause"], contract.Supports.Select(support => new[] { support.Tier, support.Hours ?? "", support.Contact ?? "", support.Clause ?? "" }));
        Table(html, "Exceptions", ["Rule", "Reason", "Approved by", "Until"], contract.Waivers.Select(waiver => new[] { waiver.Rule, waiver.Reason ?? "", waiver.ApprovedBy ?? "", waiver.Until?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "" }));
        Table(html, "Things under care", ["Name", "Species", "Owner"], contract.Assets.Select(asset => new[] { asset.Name, asset.Species?.ToString() ?? "", asset.Owner ?? "nobody" }));
    }

    private static void Table(Html html, string title, string[] head, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        html.Write($"""<section class="panel"><h2 id="{title.Replace(' ', '-')}">{title}</h2><table aria-labelledby="{title.Replace(' ', '-')}"><thead><tr>""");
        foreach (var name in head)
        {
            html.Write($"""<th scope="col">{name}</th>""");
        }

        html.Write($"</tr></thead><tbody>");
        foreach (var row in all)
        {
            html.Write($"<tr>");
            for (var i = 0; i < row.Length; i++)
            {
                html.Write($"""<td data-label="{head[i]}">{row[i]}</td>""");
            }

            html.Write($"</tr>");
        }

        html.Write($"</tbody></table></section>");
    }
}
