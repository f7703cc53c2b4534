namespace ZooInfra.Contracts;

/// <summary>Something that the promise rests on and others run.</summary>
/// <param name="Path">Where it is stated: see <see cref="FactPath"/>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Availability">What its operator promises; null when unknown.</param>
/// <param name="Redundancy">Dependencies of one such name stand in for each other; null when nothing stands in.</param>
/// <param name="Clause">Where its operator promises it; null when not stated.</param>
public sealed record Dependency(
    string Path,
    string Name,
    Availability? Availability,
    string? Redundancy,
    string? Clause);
