using System.Globalization;
using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>The downtime that patch windows declare in one calendar month, UTC.</summary>
/// <param name="Month">The month.</param>
/// <param name="Minutes">Declared downtime in minutes, exact.</param>
public sealed record MonthOfDowntime(YearMonth Month, decimal Minutes)
{
    /// <summary>The length of the month in minutes.</summary>
    public decimal Length => Month.Calendar.GetDaysInMonth(Month.Year, Month.Month) * 1440m;

    /// <summary>The highest availability, to four decimals of a percent, that is kept when all declared downtime is used.</summary>
    public Availability? HonestAvailability
    {
        get
        {
            var partsPerMillion = (int)decimal.Floor((Length - Minutes) * 1_000_000m / Length);
            return partsPerMillion > 0 ? new Availability(partsPerMillion) : null;
        }
    }

    /// <summary>The downtime in minutes that <paramref name="promise"/> leaves in this month.</summary>
    public decimal AllowedMinutes(Availability promise) => promise.AllowedMinutes(Duration.FromMinutes((double)Length));

    /// <summary>The month for people: <c>March 2027</c>.</summary>
    public string Name => Month.OnDayOfMonth(1).ToString("MMMM yyyy", CultureInfo.InvariantCulture);
}
