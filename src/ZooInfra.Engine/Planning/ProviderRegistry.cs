using System.Collections.Concurrent;
using ZooInfra.Engine.Events;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Planning;

/// <summary>The configured providers of a run: those the program registers, the defaults the engine makes, those old resources need to be removed.</summary>
internal sealed class ProviderRegistry(RunContext context, BaseResources last, StepExecutor executor)
{
    private readonly ConcurrentDictionary<string, Task<IResourceProvider>> _configured = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Package, string Version), Lazy<Task<ProviderReference>>> _defaults = [];

    /// <summary>The provider for a resource, and the reference to it.</summary>
    /// <exception cref="RunException">There is none.</exception>
    public async Task<(IResourceProvider Provider, ProviderReference Reference)> ForAsync(Goal goal, CancellationToken cancellationToken)
    {
        var reference = goal.Provider.Length > 0
            ? ProviderReference.Parse(goal.Provider) ?? throw new RunException($"{goal.Urn} names the provider '{goal.Provider}', which is not a provider reference.")
            : await DefaultAsync(PackageOf(goal.Urn.Type), goal.Version, cancellationToken);
        return _configured.TryGetValue(reference.ToString(), out var provider)
            ? (await provider, reference)
            : throw new RunException($"{goal.Urn} names the provider {reference}, which is not registered.");
    }

    /// <summary>The provider that made an old resource, configured as it was.</summary>
    /// <exception cref="RunException">There is none.</exception>
    public Task<IResourceProvider> ForOldAsync(ResourceState old, CancellationToken cancellationToken)
        => _configured.GetOrAdd(old.Provider, async _ =>
        {
            var state = ProviderReference.Parse(old.Provider) is { } reference ? last.FindProvider(reference) : null;
            return state is null
                ? throw new RunException($"{old.Urn} names the provider '{old.Provider}', which the state does not have.")
                : await ConfigureAsync(state.Urn, state.Inputs, cancellationToken);
        });

    /// <summary>Takes the step for a provider resource and configures the provider.</summary>
    public async Task<ResourceState> RegisterAsync(Goal goal, CancellationToken cancellationToken)
    {
        if (Unknowns.In(goal.Inputs))
        {
            throw new RunException($"The configuration of provider {goal.Urn} is not known before the update, which the embedded engine cannot plan yet. Run this stack with the Pulumi CLI: pulumi up -s {context.Stack}");
        }

        var provider = Make(goal.Urn);
        var check = await provider.CheckConfigAsync(Plain(goal.Inputs), cancellationToken);
        if (!check.Failures.IsEmpty)
        {
            throw new RunException($"The configuration of provider {goal.Urn} is refused: {string.Join("; ", check.Failures.Select(failure => failure.Reason))}");
        }

        var inputs = SecretAgain(check.Inputs, goal.Inputs);

        var index = last.Find(goal.Urn);
        var old = index is { } i ? last[i] : null;
        var now = context.Time.GetUtcNow();
        var state = new ResourceState
        {
            Urn = goal.Urn,
            Custom = true,
            Id = old?.Id ?? (executor.Preview ? Signatures.Unknown : Guid.NewGuid().ToString()),
            Inputs = inputs,
            Outputs = inputs,
            Parent = goal.Parent,
            Dependencies = goal.Dependencies,
            PropertyDependencies = goal.PropertyDependencies,
            Protect = goal.Protect ?? false,
            RetainOnDelete = goal.RetainOnDelete ?? false,
            Created = old?.Created ?? now,
            Modified = old is not null && old.Inputs.Equals(inputs) ? old.Modified : now,
            Other = old?.Other ?? ResourceState.NoOther,
        };
        await provider.ConfigureAsync(inputs, cancellationToken);
        var kind = old is null ? StepKind.Create : old.Inputs.Equals(inputs) ? StepKind.Same : StepKind.Update;
        executor.Take(
            new StepInfo(kind, goal.Urn, goal.Parent, old?.Inputs, state.Inputs, null, state.IsDefaultProvider, state.Protect),
            index is { } same && state.SameAs(old!) ? new JournalEntry.Keep(same) : executor.Change(state, new BaseEffect(Retire: index)));
        if (index is { } touched)
        {
            last.Touch(touched);
        }

        _configured[new ProviderReference(goal.Urn.Text, state.Id).ToString()] = Task.FromResult(provider);
        return state;
    }

    // Providers check their configuration without secret marks; the marks come back by key (protocol facts, section 2.3).
    private static PropertyMap Plain(PropertyMap inputs)
        => inputs.Aggregate(inputs, (map, input) => input.Value is PropertyValue.SecretValue secret ? map.With(input.Key, secret.Inner) : map);

    private static PropertyMap SecretAgain(PropertyMap inputs, PropertyMap marked)
        => inputs.Aggregate(inputs, (map, input) => marked.GetValueOrDefault(input.Key) is PropertyValue.SecretValue ? map.With(input.Key, PropertyValue.Secret(input.Value)) : map);

    private static string PackageOf(string type) => type[..type.IndexOf(':', StringComparison.Ordinal)];

    private Task<ProviderReference> DefaultAsync(string package, string version, CancellationToken cancellationToken)
        => _defaults.GetOrAdd((package, version), _ => new Lazy<Task<ProviderReference>>(() => MakeDefaultAsync(package, version, cancellationToken))).Value;

    private async Task<ProviderReference> MakeDefaultAsync(string package, string version, CancellationToken cancellationToken)
    {
        var inputs = PropertyMap.From(context.Config
            .Where(entry => entry.Key.StartsWith(package + ":", StringComparison.Ordinal))
            .Select(entry => KeyValuePair.Create(
                entry.Key[(package.Length + 1)..],
                context.SecretConfigKeys.Contains(entry.Key) ? PropertyValue.Secret(PropertyValue.Of(entry.Value)) : PropertyValue.Of(entry.Value))));
        var name = "default" + string.Concat(version.Split(['.', '-', '+'], StringSplitOptions.RemoveEmptyEntries).Select(part => "_" + part));
        var goal = new Goal
        {
            Urn = ResourceUrn.Create(context.Stack, context.Project, null, ProviderReference.TypePrefix + package, name),
            Custom = true,
            Inputs = version.Length == 0 ? inputs : inputs.With("version", PropertyValue.Of(version)),
        };
        var state = await RegisterAsync(goal, cancellationToken);
        return new(state.Urn.Text, state.Id);
    }

    private async Task<IResourceProvider> ConfigureAsync(ResourceUrn urn, PropertyMap inputs, CancellationToken cancellationToken)
    {
        var provider = Make(urn);
        await provider.ConfigureAsync(inputs, cancellationToken);
        return provider;
    }

    private IResourceProvider Make(ResourceUrn urn)
    {
        var package = urn.Type[ProviderReference.TypePrefix.Length..];
        return context.Providers.TryGetValue(package, out var make)
            ? make()
            : throw new RunException($"The stack needs the provider '{package}', which the embedded engine does not host (it hosts: {string.Join(", ", context.Providers.Keys)}). Run this stack with the Pulumi CLI: pulumi up -s {context.Stack}");
    }
}
