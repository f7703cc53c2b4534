using System.Collections.Immutable;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.State;

/// <summary>
/// Makes the next snapshot of a stack from the last one and what happened since. The run feeds it live, the journal feeds it again after a
/// crash: both end with the same snapshot. Not safe for concurrent use.
/// </summary>
internal sealed class SnapshotBuilder(Snapshot last)
{
    private ResourceState?[] _last = [.. last.Resources];
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
            case JournalEntry.Continued continued:
                Continue(continued);
                break;
            case JournalEntry.ClearCreates:
                _unresolved.RemoveAll(operation => operation.Type == PendingOperation.Creating);
                break;
        }
    }

    /// <summary>The snapshot: what this run completed, in that order, then what it did not touch (protocol facts, section 6.8).</summary>
    public Snapshot ToSnapshot() => With([.. _next.Concat(_last.OfType<ResourceState>()).Select(state => Renaming.Apply(state, _renamed))]);

    /// <summary>The snapshot in the middle of a run, and what makes a builder of it that goes on as this one would.</summary>
    public (Snapshot Snapshot, JournalEntry.Continued Continued) ToContinue()
    {
        var places = new Dictionary<ResourceState, int>(ReferenceEqualityComparer.Instance);
        var resources = ImmutableArray.CreateBuilder<ResourceState>(_next.Count + _last.Length);
        foreach (var state in _next)
        {
            Add(state, JournalEntry.Continued.OfThisRun);
        }

        for (var i = 0; i < _last.Length; i++)
        {
            if (_last[i] is { } state)
            {
                Add(state, i);
            }
        }

        var snapshot = With(resources.ToImmutable());
        return (snapshot, new(
            _last.Length,
            [.. snapshot.Resources.Select(state => places[state])],
            [.. _running.Keys],
            [.. _renamed.Select(renamed => (renamed.Key, renamed.Value.Text)).OrderBy(renamed => renamed.Key, StringComparer.Ordinal)]));

        void Add(ResourceState state, int place)
        {
            var now = Renaming.Apply(state, _renamed);
            places.Add(now, place);
            resources.Add(now);
        }
    }

    private Snapshot With(ImmutableArray<ResourceState> resources)
        => last with { Resources = SnapshotOrder.Sort(resources), PendingOperations = [.. _unresolved, .. _running.Values] };

    private void Continue(JournalEntry.Continued continued)
    {
        if (continued.Places.Length != last.Resources.Length || continued.Running.Length > last.PendingOperations.Length || _next.Count > 0)
        {
            throw new FormatException("it does not fit the state it continues");
        }

        _last = new ResourceState?[continued.Count];
        foreach (var (state, place) in last.Resources.Zip(continued.Places))
        {
            if (place == JournalEntry.Continued.OfThisRun)
            {
                _nextIndex[state.Urn.Text] = _next.Count;
                _next.Add(state);
            }
            else
            {
                _last[place] = state;
            }
        }

        var first = last.PendingOperations.Length - continued.Running.Length;
        _unresolved.RemoveRange(first, continued.Running.Length);
        for (var i = 0; i < continued.Running.Length; i++)
        {
            _running[continued.Running[i]] = last.PendingOperations[first + i];
        }

        foreach (var (old, now) in continued.Renamed)
        {
            _renamed[old] = ResourceUrn.Parse(now) ?? throw new FormatException($"it renames {old} to '{now}', which is not a URN");
        }
    }

    /// <summary>A resource that was found under an alias has another URN now, wherever the state has the old one.</summary>
    private void Rename(int? index, ResourceUrn urn)
    {
        if (index is { } i && _last[i] is { } old && old.Urn != urn)
        {
            _renamed[old.Urn.Text] = urn;
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
            // By id as well: a kept successor has the same URN as the one before it, which still waits to be deleted.
            var old = _last[i];
            _unresolved.RemoveAll(operation => operation.Type == PendingOperation.Deleting && operation.Resource.Urn == old?.Urn && operation.Resource.Id == old.Id);
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
