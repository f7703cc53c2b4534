using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>A person who has or had access.</summary>
/// <param name="Path">Where it is stated: see <see cref="FactPath"/>.</param>
/// <param name="Name">The name, as accounts and VPN peers name their holder.</param>
/// <param name="Left">The last day at work; null while there.</param>
public sealed record Person(
    string Path,
    string Name,
    LocalDate? Left);
