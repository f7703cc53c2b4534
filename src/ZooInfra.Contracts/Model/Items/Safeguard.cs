using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>A safeguard that a regime asks for and no component shows.</summary>
/// <param name="Path">Where it is stated: see <see cref="FactPath"/>.</param>
/// <param name="Kind">What it is; null only where it could not be read.</param>
/// <param name="Document">What proves it; null when nothing does.</param>
/// <param name="Every">How often it is done; null when not stated.</param>
/// <param name="KeepDays">How long what it makes is kept, in days; null when not stated.</param>
/// <param name="Verified">When it was last shown to work; null when never.</param>
/// <param name="Decision">For an addressable safeguard that is not in place: the recorded decision; null when there is none.</param>
public sealed record Safeguard(
    string Path,
    SafeguardKind? Kind,
    string? Document,
    ContractDuration? Every,
    int? KeepDays,
    LocalDate? Verified,
    string? Decision);
