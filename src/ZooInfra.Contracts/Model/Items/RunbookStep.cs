namespace ZooInfra.Contracts;

/// <summary>A step of a runbook.</summary>
/// <param name="Path">Where it is stated: see <see cref="FactPath"/>.</param>
/// <param name="Runbook">The name of the runbook.</param>
/// <param name="Step">What is done.</param>
/// <param name="Changes">Whether it changes anything.</param>
/// <param name="Verify">How it is checked; null when it is not.</param>
/// <param name="Undo">How it is undone; null when it is not.</param>
/// <param name="Asset">The asset it is done to; null when none is named.</param>
public sealed record RunbookStep(
    string Path,
    string Runbook,
    string Step,
    bool Changes,
    string? Verify,
    string? Undo,
    string? Asset);
