namespace ZooInfra.Contracts;

/// <summary>One fact in which two versions of the promise differ.</summary>
/// <param name="Fact">The fact by its key in a contract file: <c>availability</c>.</param>
/// <param name="From">What the one says; null when it says nothing.</param>
/// <param name="To">What the other says; null when it says nothing.</param>
/// <param name="Direction">What the change means for who made the promise.</param>
/// <param name="Words">The change for people: <c>tightens availability by 38.9 minutes a month</c>.</param>
public sealed record SlaChange(string Fact, string? From, string? To, SlaDirection Direction, string Words)
{
    /// <summary>For an availability: the minutes of a month of 30 days that are allowed more, below zero for less; exact. Null for all else.</summary>
    public decimal? AllowedMinutesAMonth { get; init; }

    /// <summary>For a time: the seconds that it is longer, below zero for shorter. Null for all else.</summary>
    public long? Seconds { get; init; }
}
