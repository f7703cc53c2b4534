using NodaTime;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Page;

/// <summary>What people should know today: the next patch windows, and the exceptions that end.</summary>
internal static class DuePanels
{
    private const int WindowsShown = 8;
    private const int DaysAhead = 7;

    public static void Write(Html html, IReadOnlyList<Client> clients, DateTimeZone zone, Instant now)
    {
        html.Write($"""<div class="soon">""");
        WriteWindows(html, clients, zone, now);
        WriteWaivers(html, clients, now);
        html.Write($"</div>");
    }

    private static void WriteWindows(Html html, IReadOnlyList<Client> clients, DateTimeZone zone, Instant now)
    {
        var span = new Interval(now, now + Duration.FromDays(DaysAhead));
        var next = clients
            .SelectMany(client => WindowCalendar.Open(client.Contract.PatchWindows, span).Take(1).Select(window => (Client: client, Window: window)))
            .OrderBy(row => row.Window.Start)
            .Take(WindowsShown)
            .ToList();
        html.Write($"""<section class="panel" aria-labelledby="windows"><h2 id="windows">Next patch windows</h2>""");
        if (next.Count == 0)
        {
            html.Write($"""<p class="quiet">None within a week.</p></section>""");
            return;
        }

        html.Write($"<ol>");
        foreach (var (client, window) in next)
        {
            html.Write($"""<li><a href="/client/{client.Id}">{client.Contract.Name}</a> <time datetime="{Iso(window.Start)}">{(window.Start <= now ? "now, until " + MonthPicture.TimeText(window.End, zone) : MonthPicture.Text(window, zone))}</time></li>""");
        }

        html.Write($"</ol></section>");
    }

    private static void WriteWaivers(Html html, IReadOnlyList<Client> clients, Instant now)
    {
        var ending = clients
            .SelectMany(client => client.Contract.Waivers.Select(waiver => (Client: client, Waiver: waiver, Days: DaysLeft(client, waiver, now))))
            .Where(row => row.Days is >= 0 and <= WaivedFinding.WarningDays)
            .OrderBy(row => row.Days)
            .ToList();
        html.Write($"""<section class="panel" aria-labelledby="waivers"><h2 id="waivers">Exceptions about to end</h2>""");
        if (ending.Count == 0)
        {
            html.Write($"""<p class="quiet">None within {WaivedFinding.WarningDays} days.</p></section>""");
            return;
        }

        html.Write($"<ol>");
        foreach (var (client, waiver, days) in ending)
        {
            var left = days switch { 0 => "ends today", 1 => "1 day left", _ => $"{days} days left" };
            html.Write($"""<li><span><a href="/client/{client.Id}/exceptions">{client.Contract.Name}</a> {waiver.Rule} <span class="quiet">{RuleBook.Find(waiver.Rule)?.Title}</span></span> <span class="days">{left}</span></li>""");
        }

        html.Write($"</ol></section>");
    }

    /// <summary>Days until the end of the waiver, in the client's zone; null when it has no end or has not begun.</summary>
    private static int? DaysLeft(Client client, Waiver waiver, Instant now)
    {
        var zone = client.Contract.Zone is { } id ? DateTimeZoneProviders.Tzdb[id] : DateTimeZone.Utc;
        var today = now.InZone(zone).Date;
        return waiver.Until is { } until && !(waiver.Granted > today) ? Period.Between(today, until, PeriodUnits.Days).Days : null;
    }

    private static string Iso(Instant instant) => NodaTime.Text.InstantPattern.General.Format(instant);
}
