namespace ZooInfra.Contracts;

/// <summary>Something that is counted for the bill.</summary>
/// <param name="Path">Where it is stated: see <see cref="FactPath"/>.</param>
/// <param name="Name">What is counted.</param>
/// <param name="Source">Where the count comes from; null when nowhere.</param>
public sealed record Meter(
    string Path,
    string Name,
    string? Source);
