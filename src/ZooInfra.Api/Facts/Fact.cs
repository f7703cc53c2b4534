using NodaTime;

namespace ZooInfra.Api.Facts;

/// <summary>One thing that a contract answers.</summary>
/// <param name="Name">The path under the client: <c>billing_model</c>.</param>
/// <param name="On">What it answers on a day; null when nothing is in force then.</param>
internal sealed record Fact(string Name, Func<LocalDate, DayAnswer?> On)
{
    /// <summary>Whether it is made anew for each request, so that nothing is known of how long it stays the same.</summary>
    public bool IsLive { get; init; }

    /// <summary>The first day on which something is in force; null when that is from the start.</summary>
    public LocalDate? First { get; init; }
}
