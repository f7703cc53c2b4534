using System.Globalization;
using NodaTime;

namespace ZooInfra.Api.Page;

/// <summary>The page for people: what is due, and each client with its promise and its windows of the coming month.</summary>
internal static class PlatformPage
{
    /// <summary>Clients on one page.</summary>
    public const int ClientsAPage = 50;

    /// <param name="clients">The clients that the caller may read, in order of their ids.</param>
    /// <param name="view">What of them was asked for.</param>
    /// <param name="now">The instant of the page.</param>
    public static byte[] Render(IReadOnlyList<Client> clients, PageView view, Instant now)
    {
        var html = new Html();
        var found = clients.Where(view.Matches).ToList();
        var page = found.Where(client => view.After is null || string.CompareOrdinal(client.Id, view.After) > 0).Take(ClientsAPage).ToList();
        PageFrame.Begin(html, "Contracts");
        WriteHeader(html, clients.Count, found.Count, view, now);
        html.Write($"""<main id="main">""");
        DuePanels.Write(html, found, view.Zone, now);
        html.Write($"""<section aria-labelledby="clients"><h2 id="clients">Clients</h2>""");
        foreach (var client in page)
        {
            ClientCard.Write(html, client, now.InZone(view.Zone).Date, view.Zone);
        }

        if (page.Count == 0)
        {
            html.Write($"""<p class="quiet">{(clients.Count == 0 ? "There is no client that you may read." : "No client is called so.")}</p>""");
        }

        html.Write($"</section>");
        WritePages(html, found, page, view);
        html.Write($"</main>");
        PageFrame.End(html, now);
        return html.ToBytes();
    }

    private static void WriteHeader(Html html, int all, int found, PageView view, Instant now)
    {
        var count = string.Create(CultureInfo.InvariantCulture, $"{(found == all ? "" : $"{found} of ")}{all} client{(all == 1 ? "" : "s")}");
        html.Write($"""
            <header><div><h1>Contracts</h1><p class="quiet">{count} · {now.InZone(view.Zone).ToString("ddd d MMM yyyy HH:mm", CultureInfo.InvariantCulture)} {view.Zone.Id}</p></div>
            <form role="search"><div><label for="q">Client</label><input id="q" name="q" type="search" maxlength="100" value="{view.Query}"></div><div><label for="zone">Time zone</label><input id="zone" name="zone" value="{view.Zone.Id}"></div><button>Show</button></form></header>
            """);
    }

    private static void WritePages(Html html, List<Client> found, List<Client> page, PageView view)
    {
        var more = page.Count > 0 && page[^1] != found[^1];
        if (view.After is null && !more)
        {
            return;
        }

        html.Write($"""<nav class="pages" aria-label="Pages"><span>""");
        if (view.After is not null)
        {
            html.Write($"""<a href="{view.PageAfter(null)}">First page</a>""");
        }

        html.Write($"</span><span>");
        if (more)
        {
            html.Write($"""<a href="{view.PageAfter(page[^1].Id)}" rel="next">Next {ClientsAPage} clients</a>""");
        }

        html.Write($"</span></nav>");
    }
}
