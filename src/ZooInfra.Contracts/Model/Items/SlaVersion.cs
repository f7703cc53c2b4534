using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>A former or coming version of the promise about availability and response.</summary>
/// <param name="Path">Where it is stated: see <see cref="FactPath"/>.</param>
/// <param name="Effective">The first day on which it holds; null only where it could not be read.</param>
/// <param name="Promise">What it promises.</param>
public sealed record SlaVersion(
    string Path,
    LocalDate? Effective,
    SlaPromise Promise);
