using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>
/// How much downtime a set of patch windows declares. A window declares its whole length, or its <see cref="PatchWindow.MaxDowntime"/>;
/// what several windows share is counted once. A window lasts from the instant at which its zone first shows the start to the instant at which
/// it last shows the end, so a window in the hour that a clock repeats is longer and one in the hour that it skips is shorter.
/// </summary>
public static class DeclaredDowntime
{
    /// <summary>The month of the years 2026 to 2053 in which <paramref name="windows"/> declare the largest share as downtime; the first of equals.</summary>
    public static MonthOfDowntime WorstMonth(EquatableArray<PatchWindow> windows)
        => Worst(windows, MonthShapes.Of(windows));

    /// <summary>The month among <paramref name="count"/> months from <paramref name="first"/> with the largest share of declared downtime; the first of equals.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static MonthOfDowntime WorstMonth(EquatableArray<PatchWindow> windows, YearMonth first, int count)
        => count < 1
            ? throw new ArgumentOutOfRangeException(nameof(count), count, "Ask for one month or more.")
            : Worst(windows, Enumerable.Range(0, count).Select(first.PlusMonths));

    /// <summary>The downtime that <paramref name="windows"/> declare in <paramref name="month"/>, UTC.</summary>
    public static MonthOfDowntime In(EquatableArray<PatchWindow> windows, YearMonth month)
        => new(month, MostDowntime(Occurrences(windows, month)) / (decimal)NodaConstants.TicksPerMinute);

    private static MonthOfDowntime Worst(EquatableArray<PatchWindow> windows, IEnumerable<YearMonth> months)
    {
        MonthOfDowntime? worst = null;
        foreach (var month in months)
        {
            var downtime = In(windows, month);
            if (worst is null || downtime.Minutes * worst.Length > worst.Minutes * downtime.Length)
            {
                worst = downtime;
            }
        }

        return worst!;
    }

    private static List<WindowOccurrence> Occurrences(EquatableArray<PatchWindow> windows, YearMonth month)
    {
        var start = month.OnDayOfMonth(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant().ToUnixTimeTicks();
        var end = month.PlusMonths(1).OnDayOfMonth(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant().ToUnixTimeTicks();
        var occurrences = new List<WindowOccurrence>();
        foreach (var window in windows)
        {
            foreach (var span in WindowSpans.Of(window, start, end))
            {
                var (from, to) = (Math.Max(start, span.Start), Math.Min(end, span.End));
                occurrences.Add(new(from, to, Math.Min(to - from, window.MaxDowntime?.Length.BclCompatibleTicks ?? long.MaxValue)));
            }
        }

        return occurrences;
    }

    /// <summary>
    /// The most time that can be down. Occurrences are jobs on one machine, each between its start and its end with its downtime as work;
    /// working always on the one that ends first does the most work in all.
    /// </summary>
    private static long MostDowntime(List<WindowOccurrence> occurrences)
    {
        var (total, now, next) = (0L, 0L, 0);
        occurrences.Sort((a, b) => a.Start.CompareTo(b.Start));
        var open = new List<WindowOccurrence>();
        while (next < occurrences.Count || open.Count > 0)
        {
            if (open.Count == 0)
            {
                now = Math.Max(now, occurrences[next].Start);
            }

            for (; next < occurrences.Count && occurrences[next].Start <= now; next++)
            {
                open.Add(occurrences[next]);
            }

            open.Sort((a, b) => a.End.CompareTo(b.End));
            var first = open[0];
            var until = Math.Min(Math.Min(first.End, now + first.Downtime), next < occurrences.Count ? occurrences[next].Start : long.MaxValue);
            var work = Math.Max(0, until - now);
            total += work;
            now += work;
            open[0] = first with { Downtime = first.Downtime - work };
            open.RemoveAll(occurrence => occurrence.Downtime == 0 || occurrence.End <= now);
        }

        return total;
    }
}
