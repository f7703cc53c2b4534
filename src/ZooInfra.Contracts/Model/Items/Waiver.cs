using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>A granted exception from a rule.</summary>
/// <param name="Path">Where it is stated: see <see cref="FactPath"/>.</param>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Reason">Why; null when not stated.</param>
/// <param name="ApprovedBy">Who approved it; null when nobody did.</param>
/// <param name="RequestedBy">Who asked for it; null when not stated.</param>
/// <param name="Granted">The day from which it holds; null for from the start.</param>
/// <param name="Until">The last day on which it holds; null when not stated, and then it never holds.</param>
/// <param name="Clause">Where the client agreed; null when not stated.</param>
/// <param name="Compensating">What is done instead; null when nothing is.</param>
/// <param name="Member">The member of the class it stands on; null when it is for the whole client.</param>
public sealed record Waiver(
    string Path,
    string Rule,
    string? Reason,
    string? ApprovedBy,
    string? RequestedBy,
    LocalDate? Granted,
    LocalDate? Until,
    string? Clause,
    string? Compensating,
    string? Member);
