using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>A half-open span of UTC ticks in which a window is open.</summary>
/// <param name="Start">Included.</param>
/// <param name="End">Not included.</param>
/// <param name="Day">The day of the window, on the calendar of its zone.</param>
internal readonly record struct TimeSpanTicks(long Start, long End, LocalDate Day)
{
    public Duration Length => Duration.FromTicks(End - Start);
}
