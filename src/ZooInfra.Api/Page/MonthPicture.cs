using System.Globalization;
using NodaTime;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Page;

/// <summary>The patch windows of one client as a picture: the days from left to right, the hours of each from top to bottom.</summary>
internal static class MonthPicture
{
    /// <summary>How many days are shown.</summary>
    public const int Days = 31;

    private const int DayHeight = 52;
    private const double MinutesOfDay = 1440;

    /// <summary>Widths are shares of the picture, so that it fits a phone and a desk alike; heights are pixels, so that nothing is flattened.</summary>
    private const double DayWidth = 100.0 / Days;
    private const double GapWidth = 0.15;

    /// <summary>The least height, so that a window of minutes is seen.</summary>
    private const double LeastHeight = 3;

    /// <summary>The span of the picture: <see cref="Days"/> days of <paramref name="zone"/> from <paramref name="first"/> on.</summary>
    public static Interval Span(LocalDate first, DateTimeZone zone)
        => new(zone.AtStartOfDay(first).ToInstant(), zone.AtStartOfDay(first.PlusDays(Days)).ToInstant());

    public static void Write(Html html, TenantContract contract, LocalDate first, DateTimeZone zone)
    {
        var open = WindowCalendar.Open(contract.PatchWindows, Span(first, zone)).ToList();
        var total = Duration.FromTicks(open.Sum(window => window.Duration.TotalTicks));
        html.Write($"""<svg class="month" role="img" aria-label="{Summary(contract, open.Count, total, first, zone)}">""");
        WriteDays(html, first);
        foreach (var window in open)
        {
            WriteWindow(html, window, first, zone);
        }

        html.Write($"</svg>");
    }

    private static void WriteDays(Html html, LocalDate first)
    {
        for (var day = 0; day < Days; day++)
        {
            var date = first.PlusDays(day);
            var rest = date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? "rest" : "work";
            html.Write($"""<rect class="{rest}" x="{day * DayWidth:0.###}%" y="0" width="{DayWidth - GapWidth:0.###}%" height="{DayHeight}"/>""");
            if (date.DayOfWeek == IsoDayOfWeek.Monday)
            {
                html.Write($"""<text x="{day * DayWidth:0.###}%" y="{DayHeight + 14}">{date.ToString("d MMM", CultureInfo.InvariantCulture)}</text>""");
            }
        }
    }

    /// <summary>A window over midnight is two blocks, the end of one day and the beginning of the next.</summary>
    private static void WriteWindow(Html html, Interval window, LocalDate first, DateTimeZone zone)
    {
        for (var date = window.Start.InZone(zone).Date; zone.AtStartOfDay(date).ToInstant() < window.End; date = date.PlusDays(1))
        {
            var day = Period.Between(first, date, PeriodUnits.Days).Days;
            var from = MinuteOf(window.Start.InZone(zone).LocalDateTime, date);
            var to = MinuteOf(window.End.InZone(zone).LocalDateTime, date);
            var height = Math.Max(LeastHeight, (to - from) / MinutesOfDay * DayHeight);
            html.Write($"""<rect class="open" x="{day * DayWidth:0.###}%" y="{Math.Min(from / MinutesOfDay * DayHeight, DayHeight - height):0.##}" width="{DayWidth - GapWidth:0.###}%" height="{height:0.##}"><title>{Text(window, zone)}</title></rect>""");
        }
    }

    private static double MinuteOf(LocalDateTime time, LocalDate date)
        => time.Date < date ? 0 : time.Date > date ? MinutesOfDay : time.TimeOfDay.TickOfDay / (double)NodaConstants.TicksPerMinute;

    /// <summary>A window for people: <c>Mon 30 Nov 02:00–04:00</c>.</summary>
    public static string Text(Interval window, DateTimeZone zone)
    {
        var (start, end) = (window.Start.InZone(zone), window.End.InZone(zone));
        var until = end.Date == start.Date || (end.Date == start.Date.PlusDays(1) && end.TimeOfDay == LocalTime.Midnight)
            ? end.ToString("HH:mm", CultureInfo.InvariantCulture)
            : end.ToString("ddd HH:mm", CultureInfo.InvariantCulture);
        return $"{TimeText(window.Start, zone)}–{until}";
    }

    /// <summary>An instant for people: <c>Mon 30 Nov 04:00</c>.</summary>
    public static string TimeText(Instant instant, DateTimeZone zone) => instant.InZone(zone).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);

    private static string Summary(TenantContract contract, int count, Duration total, LocalDate first, DateTimeZone zone)
    {
        var when = $"{first.ToString("d MMMM", CultureInfo.InvariantCulture)} to {first.PlusDays(Days - 1).ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, {zone.Id}";
        return count == 0
            ? $"{contract.Name} has no patch window from {when}"
            : string.Create(CultureInfo.InvariantCulture, $"Patch windows of {contract.Name}, {when}: {string.Join("; ", contract.PatchWindows)}; {count} times, {total.TotalHours:0.#} hours in all");
    }
}
