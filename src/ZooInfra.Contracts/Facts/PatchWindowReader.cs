using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>Reads a patch window: weekdays, a span of hours, an IANA zone.</summary>
internal static class PatchWindowReader
{
    private static readonly Regex Hours = new(
        @"^(?<start>[0-9]{1,2}:[0-9]{2})\s*(?<dash>[-\u2010-\u2015\u2212])\s*(?<end>[0-9]{1,2}:[0-9]{2})(?:\s+(?<zone>\S+))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly Regex Sixties = new(
        @"^(?<start>[0-9]{1,5})(:00)?\s*[-\u2010-\u2015\u2212]\s*(?<end>[0-9]{1,5})(:00)?(?:\s+(?<zone>\S+))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public static PatchWindow? Read(PatchWindowFacts facts, int index, List<FactProblem> problems)
    {
        var before = problems.Count;
        var days = ReadDays(facts.Days, index, problems);
        var downtime = ContractReader.ReadDuration(facts.MaxDowntime, FactPath.WindowMaxDowntime(index), "Downtime", problems);
        var match = Hours.Match(facts.Hours.Trim());
        if (!match.Success)
        {
            problems.Add(new(FactPath.WindowHours(index), "ZOO1005", Meant(facts.Hours) is { } meant
                ? $"Patch window hours '{facts.Hours}' are numbers, which YAML 1.1 makes of {meant.Substring(0, 5)} where it stands without quotes; write '{meant}' with quotes"
                : $"Patch window hours '{facts.Hours}' are not HH:MM-HH:MM; write them like 02:00-04:00"));
            return null;
        }

        var start = ReadTime(match.Groups["start"].Value, index, problems);
        var end = ReadTime(match.Groups["end"].Value, index, problems);
        var zone = ReadZone(match.Groups["zone"] is { Success: true } written ? written.Value : null, facts.Zone, index, problems);
        return problems.Count == before ? new(days, start!.Value, end!.Value, zone!, downtime) : null;
    }

    /// <summary>Reads a window on one line, <c>Mon, Wed 02:00-04:00 UTC</c>; null when it cannot be read, and then <paramref name="problem"/> says why.</summary>
    public static PatchWindow? ReadLine(string text, out string? problem)
    {
        var digit = text.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        var problems = new List<FactProblem>();
        var window = Read(new(new(text.Substring(0, Math.Max(digit, 0)).Split(',').Where(day => day.Trim().Length > 0)), text.Substring(Math.Max(digit, 0)), null, null), 0, problems);
        problem = problems.FirstOrDefault()?.Message;
        return window;
    }

    /// <summary><paramref name="hours"/> in plain form, <c>02:00-04:00</c> with the zone if it has one; null when they are not two times of day.</summary>
    public static string? Plain(string hours)
    {
        var match = Hours.Match(hours.Trim());
        return match.Success && Time(match.Groups["start"].Value) is { } start && Time(match.Groups["end"].Value) is { } end
            ? start.ToString("HH:mm", CultureInfo.InvariantCulture) + "-" + end.ToString("HH:mm", CultureInfo.InvariantCulture)
                + (match.Groups["zone"].Success ? " " + match.Groups["zone"].Value : "")
            : null;
    }

    /// <summary>
    /// The hours that were meant by <paramref name="hours"/> where they went through YAML 1.1, which reads <c>10:00</c> as 600 and <c>10:00:00</c> as 36000; what
    /// is written by such a tool is <c>600-720</c> or <c>600:00-720:00</c>. It makes none below 60. Null for anything else.
    /// </summary>
    public static string? Meant(string hours)
    {
        var match = Sixties.Match(hours.Trim());
        return match.Success && TimeOf(match.Groups["start"].Value) is { } start && TimeOf(match.Groups["end"].Value) is { } end
            ? start + "-" + end + (match.Groups["zone"].Success ? " " + match.Groups["zone"].Value : "")
            : null;

        static string? TimeOf(string text)
        {
            const int day = 24 * 60;
            var number = int.Parse(text, CultureInfo.InvariantCulture);
            var minutes = number < 60 ? -1 : number < day ? number : number % 60 == 0 && number < day * 60 ? number / 60 : -1;
            return minutes < 0 ? null : LocalTime.FromMinutesSinceMidnight(minutes).ToString("HH:mm", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Whether <paramref name="hours"/> carry their zone.</summary>
    public static bool HasZone(string hours) => Hours.Match(hours.Trim()).Groups["zone"].Success;

    /// <summary>Whether <paramref name="zone"/> is <c>UTC</c> or an IANA name of a place; abbreviations and offsets do not follow daylight saving.</summary>
    public static bool IsZone(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null && (zone.IndexOf('/') >= 0 || zone == "UTC");

    private static EquatableArray<IsoDayOfWeek> ReadDays(EquatableArray<string> written, int index, List<FactProblem> problems)
    {
        var days = new SortedSet<IsoDayOfWeek>();
        foreach (var name in written)
        {
            if (ReadDay(name.Trim()) is { } day)
            {
                days.Add(day);
            }
            else
            {
                problems.Add(new(FactPath.WindowDays(index), "ZOO1005", $"Patch window day '{name.Trim()}' is not a weekday; write Mon, Tue, Wed, Thu, Fri, Sat or Sun"));
            }
        }

        if (written.Count == 0)
        {
            problems.Add(new(FactPath.WindowDays(index), "ZOO1005", "A patch window names no weekday; write them like Mon, Wed"));
        }

        return new(days);
    }

    private static IsoDayOfWeek? ReadDay(string name)
    {
        foreach (var day in Enumerable.Range(1, 7).Cast<IsoDayOfWeek>())
        {
            var full = day.ToString();
            if (string.Equals(name, full, StringComparison.OrdinalIgnoreCase)
                || string.Equals(name, full.Substring(0, 3), StringComparison.OrdinalIgnoreCase))
            {
                return day;
            }
        }

        return null;
    }

    private static LocalTime? ReadTime(string text, int index, List<FactProblem> problems)
    {
        if (Time(text) is { } time)
        {
            return time;
        }

        var hint = text == "24:00" ? "; midnight is 00:00, and an end of 00:00 lies on the next day" : "; hours go from 00:00 to 23:59";
        problems.Add(new(FactPath.WindowHours(index), "ZOO1005", $"'{text}' is not a time of day{hint}"));
        return null;
    }

    private static LocalTime? Time(string text)
    {
        var colon = text.IndexOf(':');
        var hour = int.Parse(text.Substring(0, colon), CultureInfo.InvariantCulture);
        var minute = int.Parse(text.Substring(colon + 1), CultureInfo.InvariantCulture);
        return hour <= 23 && minute <= 59 ? new LocalTime(hour, minute) : null;
    }

    private static string? ReadZone(string? inHours, string? separate, int index, List<FactProblem> problems)
    {
        var path = inHours is null ? FactPath.WindowZone(index) : FactPath.WindowHours(index);
        if (inHours is not null && separate is not null && inHours != separate)
        {
            problems.Add(new(FactPath.WindowZone(index), "ZOO1005", $"A patch window has two zones, '{inHours}' in its hours and '{separate}' beside them; keep one"));
            return null;
        }

        var zone = inHours ?? separate;
        if (zone is null)
        {
            problems.Add(new(FactPath.WindowHours(index), "ZOO1005", "A patch window names no zone, so its hours are nobody's; add an IANA zone such as UTC or America/New_York"));
            return null;
        }

        if (!IsZone(zone))
        {
            problems.Add(new(path, "ZOO1005", $"'{zone}' is not an IANA zone name; write UTC or a name like America/New_York (abbreviations and offsets do not follow daylight saving)"));
            return null;
        }

        return zone;
    }
}
