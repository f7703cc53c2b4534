using ZooInfra.Engine.Events;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Planning;

/// <summary>Decides which step a registered resource needs, and takes it (protocol facts, sections 5.2 to 5.4).</summary>
internal sealed class ResourceStepper(RunContext context, BaseResources last, StepExecutor executor, ProviderRegistry providers, DeleteBeforeReplace deletion)
{
    /// <summary>Brings one resource to its goal.</summary>
    /// <exception cref="RunException">The goal cannot be met.</exception>
    /// <exception cref="StepFailedException">The provider failed; it has been reported.</exception>
    public async Task<ResourceState> StepAsync(Goal goal, CancellationToken cancellationToken)
    {
        var index = last.Find(goal.Urn);
        var old = index is { } i ? last[i] : null;
        return goal.Custom ? await CustomAsync(goal, index, old, cancellationToken) : Component(goal, index, old);
    }

    private ResourceState Component(Goal goal, int? index, ResourceState? old)
    {
        var state = Wanted(goal, goal.Inputs, old, "") with { Id = "", Outputs = old?.Outputs ?? PropertyMap.Empty };
        var kind = old is null ? StepKind.Create : old.Inputs.Equals(goal.Inputs) ? StepKind.Same : StepKind.Update;
        executor.Take(Info(kind, goal, old, state.Inputs, null), Entry(index, old, state));
        Touch(index);
        return state;
    }

    private async Task<ResourceState> CustomAsync(Goal goal, int? index, ResourceState? old, CancellationToken cancellationToken)
    {
        if (!executor.Preview && Unknowns.In(goal.Inputs))
        {
            throw new RunException($"{goal.Urn} has inputs that are still unknown while the update runs.");
        }

        if (index is { } claimed && !last.Claim(claimed))
        {
            await last.ReleaseOf(claimed, cancellationToken);
        }

        var (provider, reference) = await providers.ForAsync(goal, cancellationToken);
        if (old is null || old.External)
        {
            var fresh = await CheckAsync(provider, goal, PropertyMap.Empty, goal.Inputs, cancellationToken);
            return await CreateAsync(provider, StepKind.Create, Wanted(goal, fresh, null, reference.ToString()), old, null, new BaseEffect(Retire: index), cancellationToken);
        }

        if (last.IsPending(index!.Value))
        {
            return await MakeAgainAsync(provider, goal, index.Value, old, DiffResult.None, reference, cancellationToken);
        }

        var inputs = await CheckAsync(provider, goal, old.Inputs, IgnoreChanges(goal, old), cancellationToken);
        var diff = await provider.DiffAsync(new DiffCall(goal.Urn, old.Id, old.Inputs, old.Outputs, inputs), cancellationToken);
        if (diff.Replaces)
        {
            return await ReplaceAsync(provider, goal, index.Value, old, diff, reference, cancellationToken);
        }

        var wanted = Wanted(goal, inputs, old, reference.ToString());
        if (diff.Changes.IsEmpty)
        {
            var same = wanted with { Outputs = old.Outputs };
            executor.Take(Info(StepKind.Same, goal, old, inputs, diff), Entry(index, old, same));
            Touch(index);
            return same;
        }

        var state = await executor.TakeAsync(
            Info(StepKind.Update, goal, old, inputs, diff),
            new PendingOperation("updating", wanted with { Outputs = old.Outputs }),
            async token => wanted with
            {
                Outputs = Outputs(wanted, await provider.UpdateAsync(new UpdateCall(goal.Urn, old.Id, old.Inputs, old.Outputs, inputs, executor.Preview), token)),
                Modified = context.Time.GetUtcNow(),
            },
            new BaseEffect(Retire: index),
            cancellationToken);
        Touch(index);
        return state!;
    }

    /// <summary>
    /// Makes the new resource first, and condemns the old one to go at the end of the run; or, when provider or program say so, the other way round
    /// (protocol facts, section 5.4).
    /// </summary>
    private async Task<ResourceState> ReplaceAsync(IResourceProvider provider, Goal goal, int index, ResourceState old, DiffResult diff, ProviderReference reference, CancellationToken cancellationToken)
    {
        if (old.Protect && goal.Protect == true)
        {
            throw new RunException($"Unable to replace resource {goal.Urn} as it is currently marked for protection. Unprotect it first, or undo the change of {string.Join(", ", diff.Changes.Where(change => change.Value.Replaces).Select(change => change.Key))}.");
        }

        if (goal.DeleteBeforeReplace ?? diff.DeleteBeforeReplace)
        {
            await deletion.RunAsync(index, cancellationToken);
            return await MakeAgainAsync(provider, goal, index, old, diff, reference, cancellationToken);
        }

        var inputs = await CheckAsync(provider, goal, PropertyMap.Empty, goal.Inputs, cancellationToken);
        var state = await CreateAsync(provider, StepKind.CreateReplacement, Wanted(goal, inputs, null, reference.ToString()), old, diff, new BaseEffect(Condemn: index), cancellationToken);
        executor.Mark(Info(StepKind.Replace, goal, old, inputs, diff));
        last.Condemn(index);
        return state;
    }

    /// <summary>Makes a resource again that was deleted for it, now or in a run that was cut off.</summary>
    private async Task<ResourceState> MakeAgainAsync(IResourceProvider provider, Goal goal, int index, ResourceState old, DiffResult diff, ProviderReference reference, CancellationToken cancellationToken)
    {
        var inputs = await CheckAsync(provider, goal, PropertyMap.Empty, goal.Inputs, cancellationToken);
        var state = await CreateAsync(provider, StepKind.CreateReplacement, Wanted(goal, inputs, null, reference.ToString()), old, diff, new BaseEffect(Retire: index), cancellationToken);
        executor.Mark(Info(StepKind.Replace, goal, old, inputs, diff));
        return state;
    }

    private async Task<ResourceState> CreateAsync(
        IResourceProvider provider,
        StepKind kind,
        ResourceState wanted,
        ResourceState? old,
        DiffResult? diff,
        BaseEffect effect,
        CancellationToken cancellationToken)
    {
        var state = await executor.TakeAsync(
            new StepInfo(kind, wanted.Urn, wanted.Parent, old?.Inputs, wanted.Inputs, diff, IsInternal: false, wanted.Protect),
            new PendingOperation("creating", wanted),
            async token =>
            {
                var made = await provider.CreateAsync(new CreateCall(wanted.Urn, wanted.Inputs, executor.Preview), token);
                if (made.Id.Length == 0 && !executor.Preview)
                {
                    throw new InvalidOperationException($"The provider '{provider.Package}' made {wanted.Urn} but gave it no id.");
                }

                var now = context.Time.GetUtcNow();
                return wanted with { Id = made.Id, Outputs = Outputs(wanted, made.Outputs), Created = now, Modified = now };
            },
            effect,
            cancellationToken);
        Touch(effect.Retire);
        return state!;
    }

    private void Touch(int? index)
    {
        if (index is { } i)
        {
            last.Touch(i);
        }
    }

    /// <summary>What a provider answered: known outside a preview, secret where the program or a secret input says so (protocol facts, section 3.9).</summary>
    private PropertyMap Outputs(ResourceState wanted, PropertyMap outputs)
    {
        if (!executor.Preview && Unknowns.In(outputs))
        {
            throw new InvalidOperationException($"The provider answered for {wanted.Urn} with a value that is still unknown.");
        }

        foreach (var (key, value) in outputs)
        {
            if (wanted.AdditionalSecretOutputs.Contains(key) || wanted.Inputs.GetValueOrDefault(key) is PropertyValue.SecretValue)
            {
                outputs = outputs.With(key, PropertyValue.Secret(value));
            }
        }

        return outputs;
    }

    private static async Task<PropertyMap> CheckAsync(IResourceProvider provider, Goal goal, PropertyMap old, PropertyMap wanted, CancellationToken cancellationToken)
    {
        var check = await provider.CheckAsync(new CheckCall(goal.Urn, old, wanted), cancellationToken);
        return check.Failures.IsEmpty
            ? check.Inputs
            : throw new RunException(string.Join("\n", check.Failures.Select(failure => failure.Property.Length == 0 ? failure.Reason : $"{failure.Property}: {failure.Reason}")));
    }

    private static PropertyMap IgnoreChanges(Goal goal, ResourceState old)
        => goal.IgnoreChanges.Aggregate(goal.Inputs, (inputs, key) => old.Inputs.TryGetValue(key, out var value) ? inputs.With(key, value) : inputs.Without(key));

    private static ResourceState Wanted(Goal goal, PropertyMap inputs, ResourceState? old, string provider) => new()
    {
        Urn = goal.Urn,
        Custom = goal.Custom,
        Id = old?.Id ?? "",
        Inputs = inputs,
        Parent = goal.Parent,
        Provider = provider,
        Dependencies = goal.Dependencies,
        PropertyDependencies = goal.PropertyDependencies,
        Protect = goal.Protect ?? false,
        RetainOnDelete = goal.RetainOnDelete ?? false,
        IgnoreChanges = goal.IgnoreChanges,
        AdditionalSecretOutputs = goal.AdditionalSecretOutputs,
        Created = old?.Created,
        Modified = old?.Modified,
        Other = old?.Other ?? ResourceState.NoOther,
    };

    private JournalEntry Entry(int? index, ResourceState? old, ResourceState state)
        => index is { } i && state.SameAs(old!) ? new JournalEntry.Keep(i) : executor.Change(state, new BaseEffect(Retire: index));

    private static StepInfo Info(StepKind kind, Goal goal, ResourceState? old, PropertyMap inputs, DiffResult? diff)
        => new(kind, goal.Urn, goal.Parent, old?.Inputs, inputs, diff, IsInternal: false, goal.Protect ?? false);
}
