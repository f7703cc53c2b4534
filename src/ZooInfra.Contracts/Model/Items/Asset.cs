using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>A thing under care.</summary>
/// <param name="Path">Where it is stated: see <see cref="FactPath"/>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Species">What kind of thing it is; null only where it could not be read.</param>
/// <param name="Owner">Who answers for it; null when nobody does.</param>
/// <param name="Criticality">How much hurts when it is gone.</param>
/// <param name="Ownership">Whose it is.</param>
/// <param name="NeverReboot">Whether it must not be rebooted, whatever its species.</param>
/// <param name="Groups">The groups it is in, by which others target it.</param>
/// <param name="SharedWith">The ids of other clients who use it, too.</param>
/// <param name="SearchUntil">For a ghost: the day by which its owner must be found; null when not stated.</param>
/// <param name="SupportEnds">The last day on which its maker mends it; null when not stated.</param>
public sealed record Asset(
    string Path,
    string Name,
    Species? Species,
    string? Owner,
    Criticality Criticality,
    Ownership Ownership,
    bool NeverReboot,
    EquatableArray<string> Groups,
    EquatableArray<string> SharedWith,
    LocalDate? SearchUntil,
    LocalDate? SupportEnds)
{
    /// <summary>Why it must not be rebooted, as half a sentence; null when it may be.</summary>
    public string? WhyNotReboot => NeverReboot ? "it is marked NeverReboot"
        : Species is Contracts.Species.Possum ? "a possum comes back from a reboot wrong or not at all"
        : Species is Contracts.Species.SacredCow ? "nobody knows what depends on a sacred cow"
        : null;

    /// <summary>Whether it goes by this name, or is in the group of this name.</summary>
    public bool Answers(string target) => Name == target || Groups.Contains(target);
}
