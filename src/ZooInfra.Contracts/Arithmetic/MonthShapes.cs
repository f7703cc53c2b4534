using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>
/// The different months of 28 years. The Gregorian calendar repeats its months and weekdays after them, so every alignment is in there, leap years included.
/// The first year is fixed, so that a verdict does not change with the day of the build.
/// Two months are the same when they are of one length, start on one weekday, and the clocks of the zones change in them at the same time or not at all;
/// of the 336 months, 28 are different in UTC and some 70 where clocks change twice a year.
/// </summary>
internal static class MonthShapes
{
    public const int FirstYear = 2026;
    public const int Years = 28;

    private static readonly ConcurrentDictionary<string, IReadOnlyList<YearMonth>> Known = new(StringComparer.Ordinal);

    /// <summary>The first month of each shape in the zones of <paramref name="windows"/>, in the order of time.</summary>
    public static IReadOnlyList<YearMonth> Of(EquatableArray<PatchWindow> windows)
    {
        string[] zones = [.. windows.Select(window => window.Zone).Distinct(StringComparer.Ordinal).OrderBy(zone => zone, StringComparer.Ordinal)];
        return Known.GetOrAdd(string.Join(" ", zones), _ => Different([.. zones.Select(id => DateTimeZoneProviders.Tzdb[id])]));
    }

    private static List<YearMonth> Different(DateTimeZone[] zones)
    {
        var shapes = new HashSet<string>(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, Years * 12).Select(new YearMonth(FirstYear, 1).PlusMonths).Where(month => shapes.Add(Shape(month, zones)))];
    }

    private static string Shape(YearMonth month, DateTimeZone[] zones)
    {
        var start = month.OnDayOfMonth(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        var days = month.Calendar.GetDaysInMonth(month.Year, month.Month);
        var shape = new StringBuilder().AppendFormat(CultureInfo.InvariantCulture, "{0} {1}", days, month.OnDayOfMonth(1).DayOfWeek);

        // Windows of the days before and after reach into the month, so a change of clocks there counts as one in it.
        var around = new Interval(start - Duration.FromDays(4), start + Duration.FromDays(days + 4));
        foreach (var zone in zones)
        {
            foreach (var interval in zone.GetZoneIntervals(around))
            {
                var from = interval.HasStart && interval.Start > around.Start ? interval.Start - start : Duration.MinValue;
                shape.AppendFormat(CultureInfo.InvariantCulture, ";{0}@{1}", interval.WallOffset.Seconds, from.TotalSeconds);
            }
        }

        return shape.ToString();
    }
}
