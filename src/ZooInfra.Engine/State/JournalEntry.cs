using System.Collections.Immutable;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.State;

/// <summary>One thing that happened in a run. Indices count the resources of the snapshot the run started from.</summary>
internal abstract record JournalEntry
{
    private JournalEntry()
    {
    }

    /// <summary>A provider call is about to be made.</summary>
    public sealed record Begin(int Sequence, PendingOperation Operation) : JournalEntry;

    /// <summary>A provider call ended, well or not; or a step without one was taken (then nothing began under its number).</summary>
    /// <param name="Sequence">The number of its <see cref="Begin"/>.</param>
    /// <param name="Upsert">The resource as it now is; null when it failed or is gone.</param>
    /// <param name="Base">What it did to resources the run started from.</param>
    public sealed record End(int Sequence, ResourceState? Upsert, BaseEffect Base) : JournalEntry;

    /// <summary>A resource stays exactly as it was.</summary>
    public sealed record Keep(int Index) : JournalEntry;

    /// <summary>A component or the stack has these outputs.</summary>
    public sealed record Outputs(string Urn, PropertyMap Values) : JournalEntry;

    /// <summary>
    /// The run was written together into the checkpoint that this journal continues, and goes on. Entries still count the resources of the
    /// snapshot the run started from.
    /// </summary>
    /// <param name="Count">How many resources that snapshot had.</param>
    /// <param name="Places">For each resource of the checkpoint its index in that snapshot; <see cref="OfThisRun"/> for one that the run has completed.</param>
    /// <param name="Running">The numbers under which the last pending operations of the checkpoint began.</param>
    /// <param name="Renamed">URNs that the run found under an alias, and what they are now.</param>
    public sealed record Continued(int Count, ImmutableArray<int> Places, ImmutableArray<int> Running, ImmutableArray<(string Old, string New)> Renamed) : JournalEntry
    {
        public const int OfThisRun = -1;
    }

    /// <summary>The user has looked into the creates that earlier runs were cut off in.</summary>
    public sealed record ClearCreates : JournalEntry;
}
