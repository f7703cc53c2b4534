using ZooInfra.Protocol;

namespace ZooInfra.Engine.State;

/// <summary>
/// Makes the next snapshot of a stack from the last one and what happened since. The run feeds it live, the journal feeds it again after a
/// crash: both end with the same snapshot. Not safe for concurrent use.
/// </summary>
internal sealed class SnapshotBuilder(Snapshot last)
{
    private readonly ResourceState?[] _last = [.. last.Resources];
    private readonly List<ResourceState> _next = [];
    private readonly Dictionary<string, int> _nextIndex = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, PendingOperation> _running = [];
    private readonly List<PendingOperation> _unresolved = [.. last.PendingOperations];
    private readonly Dictionary<string, ResourceUrn> _renamed = new(StringComparer.Ordinal);

    public void Apply(JournalEntry entry)
    {
        switch (entry)
        {
            case JournalEntry.Begin begin:
                _running[begin.Sequence] = begin.Operation;
                break;
            case JournalEntry.End end:
                _running.Remove(end.Sequence);
                if (end.Upsert is { } state)
                {
                    Rename(end.Base.Retire ?? end.Base.Condemn, state.Urn);
                    Upsert(state);
                }

                Retire(end.Base.Retire);
                Mark(end.Base.Condemn, old => old with { Delete = true });
                Mark(end.Base.Pend, old => old with { PendingReplacement = true });
                break;
            case JournalEntry.Keep keep:
                Upsert(_last[keep.Index] ?? throw new FormatException($"it keeps resource {keep.Index}, which is gone"));
                Retire(keep.Index);
                break;
            case JournalEntry.Outputs outputs:
                if (_nextIndex.TryGetValue(outputs.Urn, out var index))
                {
                    _next[index] = _next[index] with { Outputs = outputs.Values };
                }

                break;
            case JournalEntry.ClearCreates:
                _unresolved.RemoveAll(operation => operation.Type == PendingOperation.Creating);
                break;
        }
    }

    /// <summary>The snapshot: what this run completed, in that order, then what it did not touch (protocol facts, section 6.8).</summary>
    public Snapshot ToSnapshot()
        => last with
        {
            Resources = SnapshotOrder.Sort([.. _next.Concat(_last.OfType<ResourceState>()).Select(state => Renaming.Apply(state, _renamed))]),
            PendingOperations = [.. _unresolved, .. _running.Values],
        };

    /// <summary>A resource that was found under an alias has another URN now, wherever the state has the old one.</summary>
    private void Rename(int? index, ResourceUrn urn)
    {
        if (index is { } i && last.Resources[i].Urn != urn)
        {
            _renamed[last.Resources[i].Urn.Text] = urn;
        }
    }

    private void Upsert(ResourceState state)
    {
        var urn = state.Urn.Text;
        // A create that was cut off may have left something that no later create takes back: only the user can say (protocol facts, section 6.8).
        // A removal that was cut off may be of the one before it, which has the same URN and is resolved when it is retired.
        _unresolved.RemoveAll(operation => operation.Resource.Urn.Text == urn
            && operation.Type != PendingOperation.Creating
            && (operation.Type != PendingOperation.Deleting || operation.Resource.Id == state.Id));
        if (_nextIndex.TryGetValue(urn, out var index))
        {
            _next[index] = state;
            return;
        }

        _nextIndex[urn] = _next.Count;
        _next.Add(state);
    }

    private void Retire(int? index)
    {
        if (index is { } i)
        {
            var urn = _last[i]?.Urn.Text;
            _unresolved.RemoveAll(operation => operation.Type == PendingOperation.Deleting && operation.Resource.Urn.Text == urn);
            _last[i] = null;
        }
    }

    private void Mark(int? index, Func<ResourceState, ResourceState> mark)
    {
        if (index is { } i)
        {
            _last[i] = mark(_last[i] ?? throw new FormatException($"it marks resource {i}, which is gone"));
        }
    }
}
