using System.Collections.Concurrent;
using ZooInfra.Engine.Events;
using ZooInfra.Engine.State;

namespace ZooInfra.Engine.Planning;

/// <summary>Removes resources so that everything goes before what it depends on (protocol facts, section 5.6).</summary>
internal sealed class DeletionPlan(RunContext context, RunControl control, BaseResources last, StepExecutor executor, ProviderSteps steps)
{
    private readonly HashSet<int> _kept = [];
    private ILookup<string, int> _byUrn = Array.Empty<int>().ToLookup(_ => "");
    private HashSet<string> _going = [];

    /// <summary>Removes the resources at <paramref name="indices"/>, those that nothing depends on first, in waves.</summary>
    /// <returns>Whether all could be removed.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<int> indices, CancellationToken cancellationToken)
    {
        _byUrn = indices.ToLookup(i => last[i].Urn.Text, StringComparer.Ordinal);
        _going = indices.Where(index => !IsKeptByProtection(index)).Select(index => last[index].Urn.Text).ToHashSet(StringComparer.Ordinal);
        var dependents = indices.ToDictionary(index => index, _ => 0);
        var references = indices.ToDictionary(index => index, References);
        foreach (var target in references.Values.SelectMany(targets => targets))
        {
            dependents[target]++;
        }

        var all = true;
        var ready = indices.Where(index => dependents[index] == 0).Reverse().ToList();
        while (ready.Count > 0 && !cancellationToken.IsCancellationRequested)
        {
            // On as many threads as steps may run at once: steps that end together share a flush of the journal.
            var removals = new ConcurrentDictionary<int, bool>();
            await Parallel.ForEachAsync(
                ready,
                new ParallelOptions { MaxDegreeOfParallelism = context.Parallel },
                async (index, _) => removals[index] = !_kept.Contains(index) && await RemoveAsync(index, cancellationToken));
            var next = new List<int>();
            foreach (var index in ready)
            {
                var removed = removals[index];
                all &= removed;
                foreach (var target in references[index])
                {
                    if (!removed)
                    {
                        _kept.Add(target);
                    }

                    if (--dependents[target] == 0)
                    {
                        next.Add(target);
                    }
                }
            }

            next.Sort((one, other) => other.CompareTo(one));
            ready = next;
        }

        return all;
    }

    private HashSet<int> References(int index)
        // A condemned resource and its successor share a URN; what refers to the URN refers to every copy that is to go.
        => [.. last[index].References().Distinct(StringComparer.Ordinal).SelectMany(urn => _byUrn[urn]).Where(target => target != index)];

    private bool IsKeptByProtection(int index) => last[index].Protect && !last.IsCondemned(index) && !last.IsPending(index);

    private async Task<bool> RemoveAsync(int index, CancellationToken cancellationToken)
    {
        var old = last[index];
        var step = new StepInfo(KindOf(index), old.Urn, old.Parent, old.Inputs, null, null, old.IsDefaultProvider, old.Protect);
        if (IsKeptByProtection(index))
        {
            // This stops nothing else, so that all protected resources are named.
            executor.Fail(step, $"Resource {old.Urn} cannot be deleted because it is protected. Set Protect to false in its options and run an update first.");
            return false;
        }

        try
        {
            var isCalled = old.Custom && !old.IsProvider && !old.External && !old.RetainOnDelete && !last.IsPending(index) && !_going.Contains(old.Options.DeletedWith);
            await steps.DeleteAsync(step, old, isCalled, new BaseEffect(Retire: index), cancellationToken);
            return true;
        }
        catch (StepFailedException)
        {
            Stop();
            return false;
        }
        catch (RunException e)
        {
            executor.Fail(step, e.Message);
            Stop();
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private StepKind KindOf(int index) => (last[index].External, last.IsCondemned(index), last.IsPending(index)) switch
    {
        (true, false, _) => StepKind.Discard,
        (true, true, _) => StepKind.DiscardReplaced,
        (_, true, _) => StepKind.DeleteReplaced,
        (_, _, true) => StepKind.RemovePendingReplace,
        _ => StepKind.Delete,
    };

    private void Stop()
    {
        if (!control.ContinuesOnError)
        {
            control.Abort();
        }
    }
}
