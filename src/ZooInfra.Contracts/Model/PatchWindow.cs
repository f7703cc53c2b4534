using System.Globalization;
using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>A weekly, half-open span of wall-clock time in one zone, in which systems may be changed.</summary>
/// <param name="Days">The weekdays on which it starts, in <paramref name="Zone"/>, Monday first, without repeats.</param>
/// <param name="Start">Wall-clock start, included.</param>
/// <param name="End">Wall-clock end, not included; on the next day when it is not after <paramref name="Start"/>.</param>
/// <param name="Zone">The IANA zone id.</param>
/// <param name="MaxDowntime">The most downtime one window may cause; null means the whole window.</param>
public sealed record PatchWindow(
    EquatableArray<IsoDayOfWeek> Days,
    LocalTime Start,
    LocalTime End,
    string Zone,
    ContractDuration? MaxDowntime)
{
    /// <summary>The window as people write it: <c>Mon, Wed 02:00-04:00 UTC</c>.</summary>
    public override string ToString()
        => string.Format(
            CultureInfo.InvariantCulture,
            "{0} {1}-{2} {3}",
            string.Join(", ", Days.Select(day => day.ToString().Substring(0, 3))),
            Start.ToString("HH:mm", CultureInfo.InvariantCulture),
            End.ToString("HH:mm", CultureInfo.InvariantCulture),
            Zone);
}
