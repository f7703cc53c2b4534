using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Facts;

/// <summary>
/// <c>patch_window.ics</c>: the patch windows as a calendar (RFC 5545), each a weekly event in its own zone, so that hours stay wall-clock hours while clocks are set.
/// A recurring event lasts equally long each time; a window that lies over a clock change does not, so such occurrences are written out, for the years around the one that is asked about.
/// </summary>
internal static class PatchWindowCalendar
{
    public const string Name = "patch_window.ics";

    private const string MediaType = "text/calendar";
    private const string Utc = "uuuuMMdd'T'HHmmss'Z'";
    private const string Local = "uuuuMMdd'T'HHmmss";
    private const int YearsWrittenOut = 3;
    private const int FormerYearsWrittenOut = 2;
    private const int YearsOfZones = 20;

    /// <summary>A start that the clock skips is later by the skip, one that it repeats is the first (RFC 5545, section 3.3.5).</summary>
    private static readonly ZoneLocalMappingResolver AsCalendarsDo = Resolvers.LenientResolver;

    private static readonly AnswerForms Forms = new([MediaType], [MediaType + "; charset=utf-8"]);

    /// <summary>The calendar as of a day; it is another one in the next year, because of what is written out.</summary>
    public static DayAnswer On(TenantContract contract, LocalDate day)
        => new(Forms, DayAnswer.Body(Write(contract, day.Year)))
        {
            Since = contract.Effective ?? new LocalDate(day.Year, 1, 1),
            Until = day.Year < LocalDate.MaxIsoValue.Year ? new LocalDate(day.Year + 1, 1, 1) : null,
        };

    private static string Write(TenantContract contract, int year)
    {
        var home = ContractVersions.ZoneOf(contract);
        var first = contract.Effective ?? new LocalDate(year, 1, 1);
        var from = first.AtStartOfDayInZone(home).ToInstant();
        Instant? to = contract.Ends is { } last && last < LocalDate.MaxIsoValue ? last.PlusDays(1).AtStartOfDayInZone(home).ToInstant() : null;
        var text = new CalendarText().Line("BEGIN:VCALENDAR").Line("VERSION:2.0").Line("PRODID:-//ZooInfra//Contracts//EN").Line("CALSCALE:GREGORIAN").Line("METHOD:PUBLISH")
            .Text("X-WR-CALNAME", $"Patch windows of {contract.Name}");
        foreach (var zone in contract.PatchWindows.Select(window => window.Zone).Distinct(StringComparer.Ordinal))
        {
            CalendarZone.Write(text, DateTimeZoneProviders.Tzdb[zone], from, Math.Max(year - first.Year, 0) + YearsOfZones);
        }

        var written = new LocalDate(year - FormerYearsWrittenOut, 1, 1).AtStartOfDayInZone(home).ToInstant();
        var horizon = new LocalDate(Math.Max(year, first.Year) + YearsWrittenOut, 1, 1).AtStartOfDayInZone(home).ToInstant();
        for (var index = 0; index < contract.PatchWindows.Count; index++)
        {
            WriteEvent(text, contract, index, from, to, new(Instant.Max(from, written), to < horizon ? to.Value : horizon));
        }

        return text.Line("END:VCALENDAR").ToString();
    }

    private static void WriteEvent(CalendarText text, TenantContract contract, int index, Instant from, Instant? to, Interval writtenOut)
    {
        var window = contract.PatchWindows[index];
        var zone = DateTimeZoneProviders.Tzdb[window.Zone];
        var day = window.Days.Select(weekday => from.InZone(zone).Date.PlusDays(-1).Next(weekday)).Select(start => Begin(start) < from ? start.PlusWeeks(1) : start).Min();
        if (Begin(day) >= to)
        {
            return;
        }

        var occurrences = WindowCalendar.Occurrences(window, writtenOut).ToDictionary(occurrence => occurrence.Day, occurrence => occurrence.Open);
        var irregular = StartsOf(window, LocalDate.Max(day, writtenOut.Start.InZone(zone).Date)).SkipWhile(start => Begin(start) < writtenOut.Start).TakeWhile(start => Begin(start) < writtenOut.End)
            .Select(start => (Start: start, Open: occurrences.TryGetValue(start, out var open) ? open : (Interval?)null))
            .Where(occurrence => occurrence.Open is not { } open || open.Start != Begin(occurrence.Start) || open.Duration != Nominal(window))
            .ToList();
        Head(text, contract, window, index, from)
            .Line($"DTSTART;TZID={window.Zone}:{Format(day.At(window.Start))}")
            .Line("DURATION:" + Iso(Nominal(window)))
            .Line($"RRULE:FREQ=WEEKLY;BYDAY={string.Join(',', window.Days.Select(CalendarZone.Code))}{(to is { } end ? $";UNTIL={Format(end - Duration.FromSeconds(1))}" : "")}");
        foreach (var (start, _) in irregular.Where(occurrence => occurrence.Open is null))
        {
            text.Line($"EXDATE;TZID={window.Zone}:{Format(Begin(start).InZone(zone).LocalDateTime)}");
        }

        text.Line("END:VEVENT");
        foreach (var (start, whole) in irregular)
        {
            if (whole is { } open)
            {
                Head(text, contract, window, index, from)
                    .Line($"RECURRENCE-ID;TZID={window.Zone}:{Format(Begin(start).InZone(zone).LocalDateTime)}")
                    .Line("DTSTART:" + Format(open.Start))
                    .Line("DTEND:" + Format(open.End))
                    .Line("END:VEVENT");
            }
        }

        Instant Begin(LocalDate start) => zone.ResolveLocal(start.At(window.Start), AsCalendarsDo).ToInstant();
    }

    /// <summary>The days on which the window starts, from <paramref name="first"/> on.</summary>
    private static IEnumerable<LocalDate> StartsOf(PatchWindow window, LocalDate first)
    {
        for (var day = first; ; day = day.PlusDays(1))
        {
            if (window.Days.Contains(day.DayOfWeek))
            {
                yield return day;
            }
        }
    }

    private static CalendarText Head(CalendarText text, TenantContract contract, PatchWindow window, int index, Instant stamp)
        => text.Line("BEGIN:VEVENT")
            .Line(string.Create(CultureInfo.InvariantCulture, $"UID:patch-window-{index + 1}.{contract.Id}@zooinfra"))
            .Line("DTSTAMP:" + Format(stamp))
            .Text("SUMMARY", $"Patch window of {contract.Name}")
            .Text("DESCRIPTION", $"{window}. {(window.MaxDowntime is { } most ? $"At most {most} of downtime." : "The whole window may be downtime.")}")
            .Line("TRANSP:TRANSPARENT");

    /// <summary>How long the window is on a day on which no clock is set.</summary>
    private static Duration Nominal(PatchWindow window)
    {
        var length = window.End.TickOfDay - window.Start.TickOfDay;
        return Duration.FromTicks(length > 0 ? length : length + NodaConstants.TicksPerDay);
    }

    private static string Iso(Duration length) => $"PT{(length.Days * 24) + length.Hours}H{(length.Minutes > 0 ? length.Minutes.ToString(CultureInfo.InvariantCulture) + "M" : "")}";

    private static string Format(LocalDateTime at) => at.ToString(Local, CultureInfo.InvariantCulture);

    private static string Format(Instant at) => at.ToString(Utc, CultureInfo.InvariantCulture);
}
