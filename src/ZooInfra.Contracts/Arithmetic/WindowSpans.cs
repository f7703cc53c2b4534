using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>
/// When weekly windows happen, in UTC ticks. A window lasts from the instant at which its zone first shows the start to the instant at which it last shows the
/// end, so a window in the hour that a clock repeats is longer and one in the hour that it skips is shorter.
/// </summary>
internal static class WindowSpans
{
    /// <summary>The year that rules on weekly times look at: that of the build, or a fixed one where its day is not known.</summary>
    public static (long Start, long End) YearOf(ClientView client)
    {
        var first = client.Today ?? new LocalDate(MonthShapes.FirstYear, 1, 1);
        return (Ticks(first), Ticks(first.PlusYears(1)));
    }

    /// <summary>The occurrences of <paramref name="window"/> that have time in the span, one weekday after the other; the first and the last may reach out of it.</summary>
    public static IEnumerable<TimeSpanTicks> Of(PatchWindow window, long start, long end)
    {
        var zone = DateTimeZoneProviders.Tzdb[window.Zone];
        foreach (var weekday in window.Days)
        {
            // A window may start two days before the span: one for the zone's offset, one for its length of up to a day.
            for (var day = Instant.FromUnixTimeTicks(start).InUtc().Date.PlusDays(-3).Next(weekday); ; day = day.PlusWeeks(1))
            {
                var from = First(zone, day.At(window.Start));
                if (from >= end)
                {
                    break;
                }

                var to = Last(zone, End(window, day));
                if (Math.Max(from, start) < Math.Min(to, end))
                {
                    yield return new(from, to, day);
                }
            }
        }
    }

    /// <summary>The time in which at least one of <paramref name="windows"/> is open, in order; what touches is one.</summary>
    public static List<TimeSpanTicks> Union(EquatableArray<PatchWindow> windows, long start, long end)
    {
        var union = new List<TimeSpanTicks>();
        foreach (var span in windows.SelectMany(window => Of(window, start, end)).OrderBy(span => span.Start))
        {
            if (union.Count > 0 && union[union.Count - 1] is var last && span.Start <= last.End)
            {
                union[union.Count - 1] = last with { End = Math.Max(last.End, span.End) };
            }
            else
            {
                union.Add(span);
            }
        }

        return union;
    }

    /// <summary>What two lists of spans share; both are in order and without overlaps, and so is the result.</summary>
    public static List<TimeSpanTicks> Shared(IReadOnlyList<TimeSpanTicks> left, IReadOnlyList<TimeSpanTicks> right)
    {
        var shared = new List<TimeSpanTicks>();
        for (int i = 0, j = 0; i < left.Count && j < right.Count;)
        {
            var (from, to) = (Math.Max(left[i].Start, right[j].Start), Math.Min(left[i].End, right[j].End));
            if (from < to)
            {
                shared.Add(left[i] with { Start = from, End = to });
            }

            _ = left[i].End < right[j].End ? i++ : j++;
        }

        return shared;
    }

    /// <summary>When <paramref name="window"/> ends that starts on <paramref name="day"/>.</summary>
    public static LocalDateTime End(PatchWindow window, LocalDate day) => (window.End > window.Start ? day : day.PlusDays(1)).At(window.End);

    /// <summary>The first instant at which the zone shows <paramref name="local"/>; where it skips it, the instant of the skip.</summary>
    public static long First(DateTimeZone zone, LocalDateTime local)
    {
        var mapping = zone.MapLocal(local);
        return (mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant()).ToUnixTimeTicks();
    }

    private static long Last(DateTimeZone zone, LocalDateTime local)
    {
        var mapping = zone.MapLocal(local);
        return (mapping.Count == 0 ? mapping.LateInterval.Start : mapping.Last().ToInstant()).ToUnixTimeTicks();
    }

    private static long Ticks(LocalDate date) => date.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant().ToUnixTimeTicks();
}
