using System.Collections.Concurrent;
using ZooInfra.Engine.Events;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Planning;

/// <summary>Decides which step a registered resource needs, and takes it (protocol facts, sections 5.2 to 5.4).</summary>
internal sealed class ResourceStepper(
    RunContext context,
    BaseResources last,
    StepExecutor executor,
    ProviderRegistry providers,
    ProviderSteps steps,
    DeleteBeforeReplace deletion,
    Differ differ,
    Registrations registrations,
    HookRunner hooks)
{
    private readonly ConcurrentDictionary<string, (StepInfo Step, ResourceHooks Hooks)> _openComponents = new(StringComparer.Ordinal);

    /// <summary>Brings one resource to its goal.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="index">The resource there is; null when there is none.</param>
    /// <param name="cancellationToken">Stops it before the next step begins.</param>
    /// <exception cref="RunException">The goal cannot be met.</exception>
    /// <exception cref="StepFailedException">The provider failed; it has been reported.</exception>
    public async Task<ResourceState> StepAsync(Goal goal, int? index, CancellationToken cancellationToken)
    {
        var old = index is { } i ? last[i] : null;
        return goal.Custom ? await CustomAsync(goal, index, old, cancellationToken) : await ComponentAsync(goal, index, old, cancellationToken);
    }

    /// <summary>Runs the hooks of a component that come when it is complete.</summary>
    /// <exception cref="StepFailedException">A hook failed; it has been reported.</exception>
    public async Task AfterComponentAsync(Goal goal, ResourceState state, CancellationToken cancellationToken)
    {
        if (_openComponents.TryRemove(goal.Urn.Text, out var open))
        {
            var when = open.Step.Kind == StepKind.Create ? HookBinding.AfterCreate : HookBinding.AfterUpdate;
            await executor.RunAsync(open.Step, () => open.Hooks.AfterAsync(when, state, cancellationToken));
        }
    }

    /// <summary>Leaves a resource that is not a target as it is; null when it does not exist yet.</summary>
    public ResourceState? Leave(Goal goal, int? index)
    {
        if (index is not { } i)
        {
            executor.Take(Info(StepKind.Same, goal, null, goal.Inputs, null), entry: null);
            return null;
        }

        var old = last[i];
        var state = old with { Urn = goal.Urn };
        executor.Take(Info(StepKind.Same, goal, old, old.Inputs, null), Entry(index, state));
        last.Hold(i);
        return state;
    }

    private async Task<ResourceState> ComponentAsync(Goal goal, int? index, ResourceState? old, CancellationToken cancellationToken)
    {
        var state = Wanted(goal, goal.Inputs, old, "") with { Id = "", Outputs = old?.Outputs ?? PropertyMap.Empty };
        var kind = old is null ? StepKind.Create : old.Inputs.Equals(goal.Inputs) ? StepKind.Same : StepKind.Update;
        var step = Info(kind, goal, old, state.Inputs, null);
        var run = hooks.For(state, old, executor.Preview);
        var before = kind == StepKind.Create ? HookBinding.BeforeCreate : HookBinding.BeforeUpdate;
        if (kind != StepKind.Same && run.Has(before))
        {
            await executor.RunAsync(step, () => run.BeforeAsync(before, cancellationToken));
        }

        if (kind != StepKind.Same)
        {
            _openComponents[goal.Urn.Text] = (step, run);
        }

        executor.Take(step, Entry(index, state));
        Touch(index);
        return state;
    }

    private async Task<ResourceState> CustomAsync(Goal goal, int? index, ResourceState? old, CancellationToken cancellationToken)
    {
        if (!executor.Preview && (Unknowns.In(goal.Inputs) || (goal.Options.ReplacementTrigger is { } trigger && Unknowns.In(trigger))))
        {
            throw new RunException($"{goal.Urn} has inputs that are still unknown while the update runs.");
        }

        if (index is { } claimed && !last.Claim(claimed))
        {
            await last.ReleaseOf(claimed, cancellationToken);
        }

        var (provider, reference) = await providers.ForAsync(goal, cancellationToken);
        if (goal.ImportId.Length > 0 && (old is null || old.External || (old.ImportId.Length > 0 ? old.ImportId : old.Id) != goal.ImportId))
        {
            return await ImportAsync(provider, goal, index, old, reference, cancellationToken);
        }

        if (old is { RefreshBeforeUpdate: true } && !last.IsPending(index!.Value))
        {
            old = await ReadAgainAsync(provider, old, cancellationToken);
        }

        if (old is null)
        {
            var fresh = await CheckAsync(provider, goal, PropertyMap.Empty, goal.Inputs, cancellationToken);
            return await CreateAsync(provider, StepKind.Create, Wanted(goal, fresh, null, reference.ToString()), null, null, new BaseEffect(Retire: index), cancellationToken);
        }

        if (old.External || last.IsPending(index!.Value))
        {
            return await MakeAgainAsync(provider, goal, index!.Value, old, DiffResult.None, reference, cancellationToken);
        }

        var inputs = await CheckAsync(provider, goal, old.Inputs, WithoutIgnored(goal, old), cancellationToken);
        var diff = await differ.DiffAsync(goal, old, inputs, provider, reference, cancellationToken);
        if (diff.Replaces)
        {
            return await ReplaceAsync(provider, goal, index.Value, old, diff, reference, cancellationToken);
        }

        var wanted = Wanted(goal, inputs, old, reference.ToString());
        if (diff.IsNone && old.InitErrors.IsEmpty)
        {
            var same = wanted with { Outputs = old.Outputs };
            executor.Take(Info(StepKind.Same, goal, old, inputs, diff), Entry(index, same));
            Touch(index);
            return same;
        }

        var state = await steps.UpdateAsync(provider, Info(StepKind.Update, goal, old, inputs, diff), old, wanted, new BaseEffect(Retire: index), cancellationToken);
        Touch(index);
        return state;
    }

    /// <summary>
    /// Makes the new resource first, and condemns the old one to go at the end of the run; or, when provider or program say so, the other way round
    /// (protocol facts, section 5.4).
    /// </summary>
    private async Task<ResourceState> ReplaceAsync(IResourceProvider provider, Goal goal, int index, ResourceState old, DiffResult diff, ProviderReference reference, CancellationToken cancellationToken)
    {
        var reasons = string.Join(", ", diff.Changes.Where(change => change.Value.Replaces).Select(change => change.Key));
        if (old.Protect && goal.Protect == true)
        {
            throw new RunException($"Unable to replace resource {goal.Urn} as it is currently marked for protection. Unprotect it first, or undo the change of {reasons}.");
        }

        RefuseReplacementOfImported(goal, reasons);
        registrations.MarkReplaced(goal.Urn);
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

    /// <summary>Makes a resource again that was deleted for it, now or in a run that was cut off; or one that was only read so far.</summary>
    private async Task<ResourceState> MakeAgainAsync(IResourceProvider provider, Goal goal, int index, ResourceState old, DiffResult diff, ProviderReference reference, CancellationToken cancellationToken)
    {
        registrations.MarkReplaced(goal.Urn);
        var inputs = await CheckAsync(provider, goal, PropertyMap.Empty, goal.Inputs, cancellationToken);
        executor.Mark(Info(StepKind.Replace, goal, old, inputs, diff));
        return await CreateAsync(provider, StepKind.CreateReplacement, Wanted(goal, inputs, null, reference.ToString()), old, diff, new BaseEffect(Retire: index), cancellationToken);
    }

    /// <summary>Takes a resource that exists under management; what the program wants otherwise is changed at once (protocol facts, section 5.8).</summary>
    private async Task<ResourceState> ImportAsync(IResourceProvider provider, Goal goal, int? index, ResourceState? old, ProviderReference reference, CancellationToken cancellationToken)
    {
        var call = new ReadCall(goal.Urn, goal.ImportId, PropertyMap.Empty, PropertyMap.Empty);
        var read = await executor.CallAsync(token => provider.ReadAsync(call, token), cancellationToken)
            ?? throw new RunException($"{goal.Urn} cannot be imported: resource '{goal.ImportId}' does not exist.");
        if (!read.HasInputs)
        {
            throw new RunException($"{goal.Urn} cannot be imported: the provider '{provider.Package}' does not support importing resources.");
        }

        var replaces = old is { External: false };
        var now = context.Time.GetUtcNow();
        var template = Wanted(goal, read.Inputs, null, reference.ToString()) with { Id = read.Id };
        var imported = template with { Outputs = steps.Outputs(template, read.Outputs), Created = now, Modified = now };
        executor.Take(
            Info(replaces ? StepKind.ImportReplacement : StepKind.Import, goal, old, imported.Inputs, null),
            executor.Change(imported, replaces ? new BaseEffect(Condemn: index) : new BaseEffect(Retire: index)));
        if (replaces)
        {
            registrations.MarkReplaced(goal.Urn);
            executor.Mark(Info(StepKind.Replace, goal, old, imported.Inputs, null));
            last.Condemn(index!.Value);
        }
        else
        {
            Touch(index);
        }

        var inputs = await CheckAsync(provider, goal, imported.Inputs, WithoutIgnored(goal, imported), cancellationToken);
        var diff = Differ.Promote(
            await provider.DiffAsync(new DiffCall(goal.Urn, imported.Id, imported.Inputs, imported.Outputs, inputs) { IgnoreChanges = goal.IgnoreChanges }, cancellationToken),
            goal.Options.ReplaceOnChanges,
            initErrors: []);
        if (diff.Replaces)
        {
            RefuseReplacementOfImported(goal, string.Join(", ", diff.Changes.Where(change => change.Value.Replaces).Select(change => change.Key)));
        }

        return diff.IsNone
            ? imported
            : await steps.UpdateAsync(provider, Info(StepKind.Update, goal, imported, inputs, diff), imported, Wanted(goal, inputs, imported, reference.ToString()), default, cancellationToken);
    }

    private void RefuseReplacementOfImported(Goal goal, string reasons)
    {
        if (goal.ImportId.Length == 0)
        {
            return;
        }

        var message = $"Previously-imported resources that still specify an ID may not be replaced, and {goal.Urn} would be, by the change of {reasons}. Make the program say what resource '{goal.ImportId}' is, or remove the import option.";
        if (!executor.Preview)
        {
            throw new RunException(message);
        }

        context.Report(Severity.Warning, goal.Urn.Text, message);
    }

    /// <summary>A provider may want a resource to be read before it is planned; null when it is gone.</summary>
    private async Task<ResourceState?> ReadAgainAsync(IResourceProvider provider, ResourceState old, CancellationToken cancellationToken)
    {
        var read = await executor.CallAsync(token => provider.ReadAsync(new ReadCall(old.Urn, old.Id, old.Inputs, old.Outputs), token), cancellationToken);
        return read is null ? null : Refresh.Adopt(old, read);
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
        var step = new StepInfo(kind, wanted.Urn, wanted.Parent, old?.Inputs, wanted.Inputs, diff, IsInternal: false, wanted.Protect);
        var state = await steps.CreateAsync(provider, step, wanted, effect, cancellationToken);
        Touch(effect.Retire);
        return state;
    }

    private void Touch(int? index)
    {
        if (index is { } i)
        {
            last.Touch(i);
        }
    }

    private static async Task<PropertyMap> CheckAsync(IResourceProvider provider, Goal goal, PropertyMap old, PropertyMap wanted, CancellationToken cancellationToken)
    {
        var check = await provider.CheckAsync(new CheckCall(goal.Urn, old, wanted), cancellationToken);
        return check.Failures.IsEmpty
            ? check.Inputs
            : throw new RunException(string.Join("\n", check.Failures.Select(failure => failure.Property.Length == 0 ? failure.Reason : $"{failure.Property}: {failure.Reason}")));
    }

    private PropertyMap WithoutIgnored(Goal goal, ResourceState old)
        => goal.IgnoreChanges.IsEmpty
            ? goal.Inputs
            : IgnoredChanges.TakeBack(goal.Inputs, old.Inputs, goal.IgnoreChanges, path => context.Report(Severity.Info, goal.Urn.Text, $"ignoreChanges of '{path}' does not apply: it leads nowhere in the old or the new inputs."));

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
        Options = goal.Options,
        ImportId = goal.ImportId,
        RefreshBeforeUpdate = old?.RefreshBeforeUpdate ?? false,
        Created = old?.Created,
        Modified = old?.Modified,
        Other = old?.Other ?? ResourceState.NoOther,
    };

    private JournalEntry Entry(int? index, ResourceState state)
        => index is { } i && state.SameAs(last[i]) ? new JournalEntry.Keep(i) : executor.Change(state, new BaseEffect(Retire: index));

    private static StepInfo Info(StepKind kind, Goal goal, ResourceState? old, PropertyMap inputs, DiffResult? diff)
        => new(kind, goal.Urn, goal.Parent, old?.Inputs, inputs, diff, IsInternal: false, goal.Protect ?? false);
}
