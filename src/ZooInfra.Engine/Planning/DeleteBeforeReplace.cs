using ZooInfra.Engine.Events;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Planning;

/// <summary>
/// Removes a resource that must go before its successor can be made, and before it every resource that cannot live through that
/// (protocol facts, sections 5.4 and 5.5). What was removed waits in the state until the program asks for it again.
/// </summary>
internal sealed class DeleteBeforeReplace(BaseResources last, ProviderRegistry providers, ProviderSteps steps, Targets targets)
{
    /// <exception cref="RunException">A resource that would have to go is protected; nothing was removed.</exception>
    public async Task RunAsync(int root, CancellationToken cancellationToken)
    {
        var condemned = await DependentsAsync(root, cancellationToken);
        condemned.Insert(0, root);
        try
        {
            var urns = condemned.Select(index => last[index].Urn.Text).ToHashSet(StringComparer.Ordinal);
            foreach (var index in Enumerable.Reverse(condemned))
            {
                await RemoveAsync(index, urns, cancellationToken);
            }
        }
        finally
        {
            // Those that were not reached stay as they are; their own registrations go on and find that out.
            condemned.ForEach(last.Released);
        }
    }

    private async Task<List<int>> DependentsAsync(int root, CancellationToken cancellationToken)
    {
        var replaced = new HashSet<string>(StringComparer.Ordinal) { last[root].Urn.Text };
        var dependents = new List<int>();
        foreach (var index in last.After(root))
        {
            var resource = last[index];
            if (!resource.Custom || resource.External || last.IsCondemned(index) || !await MustGoAsync(resource, replaced, cancellationToken) || !last.Claim(index))
            {
                continue;
            }

            dependents.Add(index);
            if (Obstacle(resource) is { } obstacle)
            {
                dependents.ForEach(last.Released);
                throw new RunException($"{last[root].Urn} must be deleted before it can be replaced, and {resource.Urn} with it, but that is {obstacle}.");
            }

            replaced.Add(resource.Urn.Text);
        }

        return dependents;
    }

    private string? Obstacle(ResourceState resource)
        => resource.Protect ? "protected. Unprotect it first"
            : !targets.Cover(resource) ? $"not a target. Add --target {resource.Urn}, or --target-dependents"
            : null;

    private async Task<bool> MustGoAsync(ResourceState resource, HashSet<string> replaced, CancellationToken cancellationToken)
    {
        if (ProviderReference.Parse(resource.Provider) is { } reference && replaced.Contains(reference.Urn))
        {
            return true;
        }

        if (replaced.Contains(resource.Options.DeletedWith) || resource.Options.ReplaceWith.Any(replaced.Contains))
        {
            return true;
        }

        var touched = resource.PropertyDependencies.Where(property => property.Value.Any(replaced.Contains) && resource.Inputs.ContainsKey(property.Key)).Select(property => property.Key).ToList();
        if (touched.Count == 0)
        {
            return false;
        }

        var provider = await providers.ForOldAsync(resource, cancellationToken);
        var inputs = touched.Aggregate(resource.Inputs, (map, key) => map.With(key, PropertyValue.Unknown));
        var diff = await provider.DiffAsync(new DiffCall(resource.Urn, resource.Id, resource.Inputs, resource.Outputs, inputs) { IgnoreChanges = resource.IgnoreChanges }, cancellationToken);
        return Differ.Promote(diff, resource.Options.ReplaceOnChanges, resource.InitErrors).Replaces;
    }

    private async Task RemoveAsync(int index, HashSet<string> removed, CancellationToken cancellationToken)
    {
        var old = last[index];
        if (!last.IsPending(index))
        {
            var step = new StepInfo(StepKind.DeleteReplaced, old.Urn, old.Parent, old.Inputs, null, null, IsInternal: false, old.Protect);
            await steps.DeleteAsync(step, old, !old.RetainOnDelete && !removed.Contains(old.Options.DeletedWith), new BaseEffect(Pend: index), cancellationToken);
        }

        last.Pend(index);
    }
}
