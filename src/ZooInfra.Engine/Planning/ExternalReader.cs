using ZooInfra.Engine.Events;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Planning;

/// <summary>Reads resources that others manage, for the program to use (protocol facts, section 5.9).</summary>
internal sealed class ExternalReader(RunContext context, BaseResources last, StepExecutor executor, ProviderRegistry providers, ProviderSteps steps)
{
    /// <summary>Reads one resource; in a preview, an unknown <paramref name="id"/> gives an unknown resource.</summary>
    /// <exception cref="RunException">It does not exist, or cannot be read.</exception>
    public async Task<ResourceState> ReadAsync(Goal goal, string id, int? index, CancellationToken cancellationToken)
    {
        var old = index is { } i ? last[i] : null;
        var (provider, reference) = await providers.ForAsync(goal, cancellationToken);
        var wanted = new ResourceState
        {
            Urn = goal.Urn,
            Custom = true,
            External = true,
            Id = id,
            Inputs = goal.Inputs,
            Parent = goal.Parent,
            Provider = reference.ToString(),
            Dependencies = goal.Dependencies,
            PropertyDependencies = goal.PropertyDependencies,
            AdditionalSecretOutputs = goal.AdditionalSecretOutputs,
            Created = old?.Created,
            Modified = old?.Modified,
        };
        if (Signatures.IsUnknown(id) || Unknowns.In(goal.Inputs))
        {
            if (!executor.Preview)
            {
                throw new RunException($"{goal.Urn} is to be read by an id or with properties that are still unknown while the update runs.");
            }

            Take(StepKind.Read, goal, index, old, wanted);
            return wanted with { Id = Signatures.IsUnknown(id) ? "" : id };
        }

        var state = await CallAsync(provider, wanted, cancellationToken);
        state = state with { Created = old?.Created ?? context.Time.GetUtcNow(), Modified = old?.Modified ?? context.Time.GetUtcNow() };
        if (old is { External: false } && old.Id != id && !last.IsPending(index!.Value))
        {
            // What this program made is not what it reads now: it goes.
            executor.Take(Info(StepKind.ReadReplacement, goal, old, state), executor.Change(state, new BaseEffect(Condemn: index)));
            executor.Mark(Info(StepKind.Replace, goal, old, state));
            last.Condemn(index.Value);
            return state;
        }

        Take(StepKind.Read, goal, index, old, state);
        return state;
    }

    private async Task<ResourceState> CallAsync(IResourceProvider provider, ResourceState wanted, CancellationToken cancellationToken)
    {
        try
        {
            var call = new ReadCall(wanted.Urn, wanted.Id, wanted.Inputs, wanted.Inputs);
            var read = await executor.CallAsync(token => provider.ReadAsync(call, token), cancellationToken)
                ?? throw new RunException($"{wanted.Urn} cannot be read: resource '{wanted.Id}' does not exist.");
            return wanted with { Id = read.Id, Outputs = steps.Outputs(wanted, read.Outputs) };
        }
        catch (PartialFailureException e)
        {
            context.Report(Severity.Warning, wanted.Urn.Text, $"It was read, but is not complete: {string.Join("; ", e.Reasons)}");
            return wanted with { Outputs = steps.Outputs(wanted, e.Outputs), InitErrors = e.Reasons };
        }
        catch (ProviderException e)
        {
            throw new RunException($"{wanted.Urn} cannot be read: {e.Message}");
        }
    }

    private void Take(StepKind kind, Goal goal, int? index, ResourceState? old, ResourceState state)
    {
        executor.Take(Info(kind, goal, old, state), index is { } i && state.SameAs(last[i]) ? new JournalEntry.Keep(i) : executor.Change(state, new BaseEffect(Retire: index)));
        if (index is { } touched)
        {
            last.Touch(touched);
        }
    }

    private static StepInfo Info(StepKind kind, Goal goal, ResourceState? old, ResourceState state)
        => new(kind, goal.Urn, goal.Parent, old?.Inputs, state.Inputs, null, IsInternal: false, IsProtected: false);
}
