using System.Globalization;
using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>A share of time, exact to one part in a million: 99.99 % is 999900.</summary>
/// <param name="PartsPerMillion">1 to 1,000,000.</param>
public readonly record struct Availability(int PartsPerMillion) : IComparable<Availability>
{
    /// <summary>The share in percent: 99.99.</summary>
    public decimal Percent => PartsPerMillion / 10_000m;

    /// <summary>Reads a percentage above 0 and at most 100 that has at most four decimals; null for anything else.</summary>
    public static Availability? FromPercent(decimal percent)
    {
        var partsPerMillion = percent * 10_000m;
        return percent is > 0 and <= 100 && partsPerMillion == decimal.Truncate(partsPerMillion)
            ? new Availability((int)partsPerMillion)
            : null;
    }

    /// <summary>The downtime that this availability leaves in a period, in minutes, exact: (1 - A) * T.</summary>
    public decimal AllowedMinutes(Duration period)
        => (1_000_000 - PartsPerMillion) * ((decimal)period.BclCompatibleTicks / NodaConstants.TicksPerMinute) / 1_000_000m;

    /// <inheritdoc/>
    public int CompareTo(Availability other) => PartsPerMillion.CompareTo(other.PartsPerMillion);

    /// <summary>The percentage without trailing zeros: <c>99.99</c>.</summary>
    public override string ToString() => Percent.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Whether <paramref name="left"/> promises less.</summary>
    public static bool operator <(Availability left, Availability right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> promises more.</summary>
    public static bool operator >(Availability left, Availability right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> promises at most as much.</summary>
    public static bool operator <=(Availability left, Availability right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> promises at least as much.</summary>
    public static bool operator >=(Availability left, Availability right) => left.CompareTo(right) >= 0;
}
