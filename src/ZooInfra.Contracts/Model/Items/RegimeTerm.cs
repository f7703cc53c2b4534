namespace ZooInfra.Contracts;

/// <summary>What a regime means for this client in numbers.</summary>
/// <param name="Path">Where it is stated: see <see cref="FactPath"/>.</param>
/// <param name="Regime">The regime; null only where it could not be read.</param>
/// <param name="KeepLogsDays">Logs are kept at least so many days; null when not stated.</param>
/// <param name="DeleteLogsAfterDays">Logs are deleted after so many days; null when not stated.</param>
/// <param name="Residency">The countries that data may be in, as ISO 3166 codes; empty for any.</param>
/// <param name="PatchWithinDays">Critical patches are installed within so many days; null when not stated.</param>
/// <param name="WaiverDays">A waiver may last so many days; null for the usual 180.</param>
/// <param name="Clause">Where it is agreed; null when not stated.</param>
public sealed record RegimeTerm(
    string Path,
    Regime? Regime,
    int? KeepLogsDays,
    int? DeleteLogsAfterDays,
    EquatableArray<string> Residency,
    int? PatchWithinDays,
    int? WaiverDays,
    string? Clause);
