using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>The 28 shapes that a calendar month can have: 28 to 31 days, starting on any weekday.</summary>
internal static class MonthShapes
{
    /// <summary>The first month of each shape from 2026 on, in the order of time.</summary>
    public static IReadOnlyList<YearMonth> All { get; } =
    [
        .. EveryMonth(2026, 28)
            .GroupBy(month => (month.Calendar.GetDaysInMonth(month.Year, month.Month), month.OnDayOfMonth(1).DayOfWeek))
            .Select(shape => shape.First()),
    ];

    /// <summary>Every month of <paramref name="years"/> years.</summary>
    public static IEnumerable<YearMonth> EveryMonth(int firstYear, int years)
        => Enumerable.Range(0, years * 12).Select(new YearMonth(firstYear, 1).PlusMonths);
}
