using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>A former or coming way in which the client pays.</summary>
/// <param name="Path">Where it is stated: see <see cref="FactPath"/>.</param>
/// <param name="Effective">The first day on which it holds; null only where it could not be read.</param>
/// <param name="Model">The billing model; null only where it could not be read.</param>
/// <param name="Clause">Where it is agreed; null when not stated.</param>
public sealed record BillingVersion(
    string Path,
    LocalDate? Effective,
    BillingModel? Model,
    string? Clause);
