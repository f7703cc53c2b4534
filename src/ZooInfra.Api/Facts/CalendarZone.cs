using NodaTime;
using NodaTime.TimeZones;

namespace ZooInfra.Api.Facts;

/// <summary>
/// A zone as iCalendar needs it (RFC 5545, section 3.6.5): when its clocks are set, from the beginning of a calendar on. Where they are set on the same weekday of a
/// month each year, as a yearly rule, which holds for ever; else one by one, for as many years as are asked for.
/// </summary>
internal static class CalendarZone
{
    private const string Local = "uuuuMMdd'T'HHmmss";
    private const int LeastYearsOfARule = 5;

    private static readonly string[] Weekdays = ["", "MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>The two letters of a weekday.</summary>
    public static string Code(IsoDayOfWeek day) => Weekdays[(int)day];

    public static void Write(CalendarText text, DateTimeZone zone, Instant from, int years)
    {
        text.Line("BEGIN:VTIMEZONE").Line("TZID:" + zone.Id);
        var to = from.InUtc().LocalDateTime.PlusYears(years).InUtc().ToInstant();
        var intervals = zone.GetZoneIntervals(from, to).ToList();
        if (!intervals[0].HasStart || intervals.Count == 1)
        {
            WriteBeginning(text, intervals[0]);
        }

        var changes = intervals.Where(interval => interval.HasStart && intervals.Count > 1)
            .Select(interval => new Change(interval, zone.GetUtcOffset(interval.Start - Duration.Epsilon))).ToList();
        foreach (var alike in changes.GroupBy(change => (change.Interval.WallOffset, change.Interval.Savings, change.Interval.Name, change.Before)))
        {
            Write(text, [.. alike]);
        }

        text.Line("END:VTIMEZONE");
    }

    private static void WriteBeginning(CalendarText text, ZoneInterval interval)
        => Component(text, interval, interval.WallOffset, new(1970, 1, 1, 0, 0), null, []);

    private static void Write(CalendarText text, List<Change> changes)
    {
        var first = changes[0];
        var rule = changes.Count >= LeastYearsOfARule ? RuleOf(changes) : null;
        Component(text, first.Interval, first.Before, first.At, rule, rule is null ? changes.Skip(1) : []);
    }

    private static void Component(CalendarText text, ZoneInterval interval, Offset before, LocalDateTime at, string? rule, IEnumerable<Change> further)
    {
        var kind = interval.Savings == Offset.Zero ? "STANDARD" : "DAYLIGHT";
        text.Line("BEGIN:" + kind).Line("DTSTART:" + Format(at)).Line("TZOFFSETFROM:" + Format(before)).Line("TZOFFSETTO:" + Format(interval.WallOffset)).Text("TZNAME", interval.Name);
        if (rule is not null)
        {
            text.Line(rule);
        }

        foreach (var change in further)
        {
            text.Line("RDATE:" + Format(change.At));
        }

        text.Line("END:" + kind);
    }

    /// <summary>The yearly rule that gives exactly these changes; null when none does.</summary>
    private static string? RuleOf(List<Change> changes)
    {
        var first = changes[0].At;
        for (var i = 1; i < changes.Count; i++)
        {
            var at = changes[i].At;
            if (at.Year != first.Year + i || at.Month != first.Month || at.DayOfWeek != first.DayOfWeek || at.TimeOfDay != first.TimeOfDay)
            {
                return null;
            }
        }

        var week = changes.TrueForAll(change => change.At.Day + 7 > change.At.Calendar.GetDaysInMonth(change.At.Year, change.At.Month)) ? -1 : (first.Day + 6) / 7;
        return week == -1 || changes.TrueForAll(change => (change.At.Day + 6) / 7 == week)
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"RRULE:FREQ=YEARLY;BYMONTH={first.Month};BYDAY={week}{Code(first.DayOfWeek)}")
            : null;
    }

    private static string Format(LocalDateTime at) => at.ToString(Local, System.Globalization.CultureInfo.InvariantCulture);

    private static string Format(Offset offset)
        => offset.ToString(offset.Seconds % 60 == 0 ? "+HHmm" : "+HHmmss", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A setting of clocks.</summary>
    private sealed record Change(ZoneInterval Interval, Offset Before)
    {
        /// <summary>The wall-clock time at which it happens, on the clock as it was before.</summary>
        public LocalDateTime At { get; } = Interval.Start.WithOffset(Before).LocalDateTime;
    }
}
