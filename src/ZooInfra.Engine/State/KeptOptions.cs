using System.Collections.Immutable;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.State;

/// <summary>What a program may say of a resource beyond its inputs, and seldom does; kept in the state (protocol facts, section 6.5).</summary>
internal sealed record KeptOptions
{
    public static KeptOptions None { get; } = new();

    /// <summary>The resource whose removal removes this one too; empty when there is none.</summary>
    public string DeletedWith { get; init; } = "";

    /// <summary>Resources whose replacement replaces this one too.</summary>
    public ImmutableArray<string> ReplaceWith { get; init; } = [];

    /// <summary>Property paths whose changes replace the resource.</summary>
    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>A value whose change replaces the resource.</summary>
    public PropertyValue? ReplacementTrigger { get; init; }

    public CustomTimeouts Timeouts { get; init; } = CustomTimeouts.None;

    /// <summary>The names of the hooks, by when they run.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Hooks { get; init; } = ResourceState.NoPropertyDependencies;

    public bool SameAs(KeptOptions old)
        => ReferenceEquals(this, old)
            || (DeletedWith == old.DeletedWith && ReplaceWith.SequenceEqual(old.ReplaceWith) && ReplaceOnChanges.SequenceEqual(old.ReplaceOnChanges)
                && Equals(ReplacementTrigger, old.ReplacementTrigger) && Timeouts == old.Timeouts && ResourceState.SameLists(Hooks, old.Hooks));
}
