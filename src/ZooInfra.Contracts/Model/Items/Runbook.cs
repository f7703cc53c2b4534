using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>What to do when it happens.</summary>
/// <param name="Path">Where it is stated: see <see cref="FactPath"/>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Tier">How much hangs on it, 1 for the most; null when not stated.</param>
/// <param name="Assets">The assets it deals with.</param>
/// <param name="Rehearsed">When it was last rehearsed; null when never.</param>
/// <param name="RehearseEvery">How old a rehearsal may be; null when not stated.</param>
/// <param name="Takes">How long 95 of 100 rehearsals took at most; null when not measured.</param>
/// <param name="Rollback">How long it takes to undo; null when not stated.</param>
/// <param name="ApprovedBy">Who approved it; null when nobody did.</param>
public sealed record Runbook(
    string Path,
    string Name,
    int? Tier,
    EquatableArray<string> Assets,
    LocalDate? Rehearsed,
    ContractDuration? RehearseEvery,
    ContractDuration? Takes,
    ContractDuration? Rollback,
    string? ApprovedBy);
