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
    /// <param name="Retire">The old resource that is no more.</param>
    /// <param name="Condemn">The old resource that waits to be deleted.</param>
    public sealed record End(int Sequence, ResourceState? Upsert, int? Retire, int? Condemn) : JournalEntry;

    /// <summary>A resource stays exactly as it was.</summary>
    public sealed record Keep(int Index) : JournalEntry;

    /// <summary>A component or the stack has these outputs.</summary>
    public sealed record Outputs(string Urn, PropertyMap Values) : JournalEntry;
}
