using NodaTime;

namespace ZooInfra.Contracts.Tests;

/// <summary>
/// Declared downtime the slow way: looks at the clock of the zone in every minute. A window lasts from the first minute that shows a time in it
/// to the last one.
/// </summary>
internal static class MinuteCount
{
    public static int Of(IEnumerable<PatchWindow> windows, YearMonth month) => Open(windows, month).Count(minute => minute);

    /// <summary>For every minute of the month, UTC, whether a window is open.</summary>
    public static bool[] Open(IEnumerable<PatchWindow> windows, YearMonth month)
    {
        var start = month.OnDayOfMonth(1).AtMidnight().InUtc().ToInstant();
        var minutes = (int)(month.PlusMonths(1).OnDayOfMonth(1).AtMidnight().InUtc().ToInstant() - start).TotalMinutes;
        var down = new bool[minutes];
        foreach (var window in windows)
        {
            var zone = DateTimeZoneProviders.Tzdb[window.Zone];
            var spans = new Dictionary<LocalDate, (int First, int Last)>();
            for (var minute = -3 * 1440; minute < minutes + (3 * 1440); minute++)
            {
                var local = (start + Duration.FromMinutes((long)minute)).InZone(zone).LocalDateTime;
                foreach (var day in new[] { local.Date, local.Date.PlusDays(-1) }.Where(day => IsIn(window, day, local)))
                {
                    spans[day] = (spans.TryGetValue(day, out var span) ? span.First : minute, minute);
                }
            }

            foreach (var (first, last) in spans.Values)
            {
                for (var minute = Math.Max(0, first); minute <= Math.Min(minutes - 1, last); minute++)
                {
                    down[minute] = true;
                }
            }
        }

        return down;
    }

    private static bool IsIn(PatchWindow window, LocalDate day, LocalDateTime local)
    {
        var end = window.End > window.Start ? day.At(window.End) : day.PlusDays(1).At(window.End);
        return window.Days.Contains(day.DayOfWeek) && local >= day.At(window.Start) && local < end;
    }
}
