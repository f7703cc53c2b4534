using System.Collections.Immutable;
using ZooInfra.Engine.Events;
using ZooInfra.Protocol;

namespace ZooInfra.Engine;

/// <summary>How a run ended.</summary>
/// <param name="Outcome">Whether all went well.</param>
/// <param name="Counts">How many steps of each kind were planned or taken, without the engine's own.</param>
/// <param name="Outputs">The outputs of the stack.</param>
public sealed record OperationResult(Outcome Outcome, ImmutableSortedDictionary<StepKind, int> Counts, PropertyMap Outputs)
{
    /// <summary>Whether anything was or would be changed.</summary>
    public bool HasChanges => Counts.Any(count => count.Key is not (StepKind.Same or StepKind.Read or StepKind.ReadReplacement or StepKind.Discard) && count.Value > 0);
}

/// <summary>How a run ended.</summary>
public enum Outcome
{
    /// <summary>Everything was done.</summary>
    Succeeded,

    /// <summary>A step or the program failed; what was done before is in the state.</summary>
    Failed,

    /// <summary>The user stopped it; what was done before is in the state.</summary>
    Cancelled,
}
