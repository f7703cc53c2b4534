using ZooInfra.Engine.Events;
using ZooInfra.Engine.State;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Planning;

/// <summary>Removes resources so that everything goes before what it depends on (protocol facts, section 5.6).</summary>
internal sealed class DeletionPlan(BaseResources last, StepExecutor executor, ProviderRegistry providers)
{
    /// <summary>Removes the resources at <paramref name="indices"/>, those that nothing depends on first, in waves.</summary>
    /// <returns>Whether all could be removed.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<int> indices, CancellationToken cancellationToken)
    {
        var dependents = indices.ToDictionary(index => index, _ => 0);
        var references = indices.ToDictionary(index => index, index => References(index, indices));
        foreach (var target in references.Values.SelectMany(targets => targets))
        {
            dependents[target]++;
        }

        var all = true;
        var kept = new HashSet<int>();
        var ready = indices.Where(index => dependents[index] == 0).Reverse().ToList();
        while (ready.Count > 0 && !cancellationToken.IsCancellationRequested)
        {
            var outcomes = await Task.WhenAll(ready.Select(async index => (Index: index, Removed: !kept.Contains(index) && await RemoveAsync(index, cancellationToken))));
            var next = new List<int>();
            foreach (var (index, removed) in outcomes)
            {
                all &= removed;
                foreach (var target in references[index])
                {
                    if (!removed)
                    {
                        kept.Add(target);
                    }

                    if (--dependents[target] == 0)
                    {
                        next.Add(target);
                    }
                }
            }

            ready = next;
        }

        return all;
    }

    private HashSet<int> References(int index, IReadOnlyList<int> indices)
    {
        // A condemned resource and its successor share a URN; what refers to the URN refers to every copy that is to go.
        _byUrn ??= indices.ToLookup(i => last[i].Urn.Text, StringComparer.Ordinal);
        return [.. last[index].References().Distinct(StringComparer.Ordinal).SelectMany(urn => _byUrn[urn]).Where(target => target != index)];
    }

    private ILookup<string, int>? _byUrn;

    private async Task<bool> RemoveAsync(int index, CancellationToken cancellationToken)
    {
        var old = last[index];
        var kind = last.IsCondemned(index) ? StepKind.DeleteReplaced : StepKind.Delete;
        var step = new StepInfo(kind, old.Urn, old.Parent, old.Inputs, null, null, old.IsDefaultProvider, old.Protect);
        if (old.Protect && kind == StepKind.Delete)
        {
            executor.Fail(step, $"Resource {old.Urn} cannot be deleted because it is protected. Set Protect to false in its options and run an update first.");
            return false;
        }

        try
        {
            if (executor.Preview || !old.Custom || old.IsProvider || old.External || old.RetainOnDelete || last.IsPending(index))
            {
                executor.Take(step, executor.Change(upsert: null, new BaseEffect(Retire: index)));
                return true;
            }

            var provider = await providers.ForOldAsync(old, cancellationToken);
            await executor.TakeAsync(
                step,
                new PendingOperation("deleting", old),
                async token =>
                {
                    await provider.DeleteAsync(new DeleteCall(old.Urn, old.Id, old.Inputs, old.Outputs), token);
                    return null;
                },
                new BaseEffect(Retire: index),
                cancellationToken);
            return true;
        }
        catch (StepFailedException)
        {
            return false;
        }
        catch (RunException e)
        {
            executor.Fail(step, e.Message);
            return false;
        }
    }
}
