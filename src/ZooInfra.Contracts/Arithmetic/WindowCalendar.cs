using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>When patch windows are open.</summary>
public static class WindowCalendar
{
    /// <summary>
    /// The times in which at least one of <paramref name="windows"/> is open, in order, without overlaps, cut to <paramref name="span"/>.
    /// Weekdays and hours are meant in each window's own zone, so the length of a window changes where a clock is set (see <see cref="PatchWindow"/>).
    /// </summary>
    /// <exception cref="InvalidOperationException"><paramref name="span"/> has no start or no end.</exception>
    public static IEnumerable<Interval> Open(EquatableArray<PatchWindow> windows, Interval span)
        => WindowSpans.Union(windows, span.Start.ToUnixTimeTicks(), span.End.ToUnixTimeTicks())
            .Select(open => new Interval(
                Instant.Max(span.Start, Instant.FromUnixTimeTicks(open.Start)),
                Instant.Min(span.End, Instant.FromUnixTimeTicks(open.End))));

    /// <summary>
    /// The occurrences of one window that have time in <paramref name="span"/>, in order, whole: each with the day on which it starts in the window's zone. An
    /// occurrence lasts from the instant at which the zone first shows the start to the instant at which it last shows the end.
    /// </summary>
    /// <exception cref="InvalidOperationException"><paramref name="span"/> has no start or no end.</exception>
    public static IEnumerable<(LocalDate Day, Interval Open)> Occurrences(PatchWindow window, Interval span)
        => WindowSpans.Of(window, span.Start.ToUnixTimeTicks(), span.End.ToUnixTimeTicks())
            .OrderBy(open => open.Start)
            .Select(open => (open.Day, new Interval(Instant.FromUnixTimeTicks(open.Start), Instant.FromUnixTimeTicks(open.End))));
}
