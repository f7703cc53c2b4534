namespace ZooInfra.Contracts;

/// <summary>How patches reach assets.</summary>
/// <param name="Path">Where it is stated: see <see cref="FactPath"/>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Targets">Names or groups of assets.</param>
/// <param name="Reboots">Whether it reboots what it patches, or installs what is known to.</param>
/// <param name="Verify">How it is checked that all is well after it; null when it is not.</param>
/// <param name="Every">How often it runs; null when not stated.</param>
/// <param name="AgentInterval">How often the agent on the asset looks for work; null when it is told at once.</param>
/// <param name="Takes">How long 95 of 100 runs took at most; null when not measured.</param>
/// <param name="Rollback">How long it takes to undo; null when not stated.</param>
/// <param name="Starts">When it starts; null for at the start of a window.</param>
public sealed record PatchFlow(
    string Path,
    string Name,
    EquatableArray<string> Targets,
    bool Reboots,
    string? Verify,
    ContractDuration? Every,
    ContractDuration? AgentInterval,
    ContractDuration? Takes,
    ContractDuration? Rollback,
    WeeklyStart? Starts);
