using System.Collections.Immutable;

namespace ZooInfra.Engine;

/// <summary>How one run is to go.</summary>
public sealed record RunOptions
{
    /// <summary>Everything, as usual.</summary>
    public static RunOptions None { get; } = new();

    /// <summary>The URNs the run is about; <c>*</c> stands for anything without a colon, <c>**</c> for anything. Empty means all (protocol facts, section 5.11).</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>Whether what depends on a target is one too.</summary>
    public bool TargetDependents { get; init; }

    /// <summary>The URNs of resources to be replaced whether they changed or not; wildcards as in <see cref="Targets"/>.</summary>
    public ImmutableArray<string> Replace { get; init; } = [];

    /// <summary>Whether a failing resource stops only what depends on it.</summary>
    public bool ContinueOnError { get; init; }
}
