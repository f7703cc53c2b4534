using System.Collections.Concurrent;
using System.Text.Json;
using ZooInfra.Engine.Events;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Planning;

/// <summary>The configured providers of a run: those the program registers, the defaults the engine makes, those old resources need to be removed.</summary>
internal sealed class ProviderRegistry(RunContext context, BaseResources last, StepExecutor executor, Registrations registrations, ProviderFactory factory)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<IResourceProvider>>> _configured = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ResourceState> _states = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Package, string Version, string Url), Lazy<Task<ProviderReference>>> _defaults = [];

    /// <summary>The package whose resources a resource is one of, or which a provider resource provides.</summary>
    public static string PackageOf(ResourceUrn urn)
    {
        var type = urn.Type;
        return type.StartsWith(ProviderReference.TypePrefix, StringComparison.Ordinal) ? type[ProviderReference.TypePrefix.Length..] : PackageOf(type);
    }

    /// <summary>The package of a type, a function or a method.</summary>
    public static string PackageOf(string token) => token.IndexOf(':', StringComparison.Ordinal) is var end and > 0 ? token[..end] : token;

    /// <summary>The provider for a resource, and the reference to it.</summary>
    /// <exception cref="RunException">There is none.</exception>
    public Task<(IResourceProvider Provider, ProviderReference Reference)> ForAsync(Goal goal, CancellationToken cancellationToken)
        => ForAsync(goal.Urn.Text, PackageOf(goal.Urn), goal.Provider, goal.Version, goal.PluginDownloadUrl, cancellationToken);

    /// <summary>The provider of a package: the one named, else the default one.</summary>
    /// <exception cref="RunException">There is none.</exception>
    public async Task<(IResourceProvider Provider, ProviderReference Reference)> ForAsync(string user, string package, string named, string version, string url, CancellationToken cancellationToken)
    {
        var reference = named.Length > 0
            ? ProviderReference.Parse(named) ?? throw new RunException($"{user} names the provider '{named}', which is not a provider reference.")
            : await DefaultAsync(package, version, url, cancellationToken);
        return _configured.TryGetValue(reference.ToString(), out var provider)
            ? (await provider.Value, reference)
            : throw new RunException($"{user} names the provider {reference}, which is not registered.");
    }

    /// <summary>The provider that made an old resource, configured as it was.</summary>
    /// <exception cref="RunException">There is none.</exception>
    public Task<IResourceProvider> ForOldAsync(ResourceState old, CancellationToken cancellationToken)
        => _configured.GetOrAdd(old.Provider, _ => new(async () =>
        {
            var state = ProviderReference.Parse(old.Provider) is { } reference ? last.FindProvider(reference) : null;
            if (state is null)
            {
                throw new RunException($"{old.Urn} names the provider '{old.Provider}', which the state does not have.");
            }

            var provider = await factory.MakeAsync(state.Urn, state.Inputs, cancellationToken);
            await provider.ConfigureAsync(state.Inputs, cancellationToken);
            return provider;
        })).Value;

    /// <summary>Whether resources of one provider must be made again by another (protocol facts, section 5.3, step 5).</summary>
    public async Task<bool> ReplacesAsync(string old, ProviderReference reference, IResourceProvider provider, CancellationToken cancellationToken)
    {
        if (old == reference.ToString())
        {
            return false;
        }

        if (ProviderReference.Parse(old) is not { } before)
        {
            return true;
        }

        if (before.Id == reference.Id && registrations.Find(reference.Urn)?.Alias?.Text == before.Urn)
        {
            return false;
        }

        return last.FindProvider(before) is { } was && _states.TryGetValue(reference.ToString(), out var now)
            && (await provider.DiffConfigAsync(new DiffCall(now.Urn, now.Id, was.Inputs, was.Outputs, now.Inputs), cancellationToken)).Replaces;
    }

    /// <summary>Takes the step for a provider resource and configures the provider.</summary>
    public async Task<ResourceState> RegisterAsync(Goal goal, int? index, CancellationToken cancellationToken)
    {
        var provider = await factory.MakeAsync(goal.Urn, goal.Inputs, cancellationToken);
        var old = index is { } i ? last[i] : null;
        PropertyMap inputs;
        var diff = DiffResult.None;
        if (Unknowns.In(goal.Inputs))
        {
            if (!executor.Preview)
            {
                throw new RunException($"The configuration of provider {goal.Urn} is still unknown while the update runs.");
            }

            context.Report(Severity.Warning, goal.Urn.Text, "The configuration of this provider is known only when the update runs; what it would do with its resources cannot be shown.");
            (provider, inputs) = (new UnconfiguredProvider(provider), goal.Inputs);
        }
        else
        {
            inputs = await CheckAsync(provider, goal, cancellationToken);
            diff = old is null ? diff : await provider.DiffConfigAsync(new DiffCall(goal.Urn, old.Id, old.Inputs, old.Outputs, inputs), cancellationToken);
            await provider.ConfigureAsync(inputs, cancellationToken);
        }

        var state = Take(goal, index, old, inputs, diff);
        var reference = new ProviderReference(goal.Urn.Text, state.Id).ToString();
        _configured[reference] = new(Task.FromResult(provider));
        _states[reference] = state;
        return state;
    }

    private ResourceState Take(Goal goal, int? index, ResourceState? old, PropertyMap inputs, DiffResult diff)
    {
        var replaces = old is not null && diff.Replaces;
        if (replaces && old!.Protect && goal.Protect == true)
        {
            throw new RunException($"Unable to replace resource {goal.Urn} as it is currently marked for protection. Unprotect it first, or undo the change of {string.Join(", ", diff.Changes.Keys)}.");
        }

        var now = context.Time.GetUtcNow();
        var isSame = old is not null && old.Inputs.Equals(inputs);
        var state = new ResourceState
        {
            Urn = goal.Urn,
            Custom = true,
            Id = old is not null && !replaces ? old.Id : executor.Preview ? Signatures.Unknown : Guid.NewGuid().ToString(),
            Inputs = inputs,
            Outputs = inputs.Without(ProviderFactory.Internal),
            Parent = goal.Parent,
            Dependencies = goal.Dependencies,
            PropertyDependencies = goal.PropertyDependencies,
            Protect = goal.Protect ?? false,
            RetainOnDelete = goal.RetainOnDelete ?? false,
            Options = goal.Options,
            Created = (replaces ? null : old?.Created) ?? now,
            Modified = isSame ? old!.Modified : now,
            Other = replaces || old is null ? ResourceState.NoOther : old.Other,
        };
        var kind = old is null ? StepKind.Create : replaces ? StepKind.CreateReplacement : isSame ? StepKind.Same : StepKind.Update;
        var info = new StepInfo(kind, goal.Urn, goal.Parent, old?.Inputs, state.Inputs, diff, state.IsDefaultProvider, state.Protect);
        if (replaces)
        {
            executor.Take(info, executor.Change(state, new BaseEffect(Condemn: index)));
            executor.Mark(info with { Kind = StepKind.Replace });
            last.Condemn(index!.Value);
            registrations.MarkReplaced(goal.Urn);
            return state;
        }

        executor.Take(info, index is { } same && state.SameAs(old!) ? new JournalEntry.Keep(same) : executor.Change(state, new BaseEffect(Retire: index)));
        if (index is { } touched)
        {
            last.Touch(touched);
        }

        return state;
    }

    private static async Task<PropertyMap> CheckAsync(IResourceProvider provider, Goal goal, CancellationToken cancellationToken)
    {
        // The engine's own data is not the provider's to check.
        var check = await provider.CheckConfigAsync(Plain(goal.Inputs.Without(ProviderFactory.Internal)), cancellationToken);
        if (!check.Failures.IsEmpty)
        {
            throw new RunException($"The configuration of provider {goal.Urn} is refused: {string.Join("; ", check.Failures.Select(failure => failure.Reason))}");
        }

        var inputs = SecretAgain(check.Inputs, goal.Inputs);
        return goal.Inputs.TryGetValue(ProviderFactory.Internal, out var ours) ? inputs.With(ProviderFactory.Internal, ours) : inputs;
    }

    // Providers check their configuration without secret marks; the marks come back by key (protocol facts, section 2.3).
    private static PropertyMap Plain(PropertyMap inputs)
        => inputs.Aggregate(inputs, (map, input) => input.Value is PropertyValue.SecretValue secret ? map.With(input.Key, secret.Inner) : map);

    private static PropertyMap SecretAgain(PropertyMap inputs, PropertyMap marked)
        => inputs.Aggregate(inputs, (map, input) => marked.GetValueOrDefault(input.Key) is PropertyValue.SecretValue ? map.With(input.Key, PropertyValue.Secret(input.Value)) : map);

    private Task<ProviderReference> DefaultAsync(string package, string version, string url, CancellationToken cancellationToken)
        => _defaults.GetOrAdd((package, version, url), _ => new(() => MakeDefaultAsync(package, version, url, cancellationToken))).Value;

    private async Task<ProviderReference> MakeDefaultAsync(string package, string version, string url, CancellationToken cancellationToken)
    {
        if (IsDisabled(package))
        {
            throw new RunException($"The default provider of package '{package}' is disabled by pulumi:disable-default-providers; give the resource a provider of its own.");
        }

        var inputs = PropertyMap.From(context.Config
            .Where(entry => entry.Key.StartsWith(package + ":", StringComparison.Ordinal))
            .Select(entry => KeyValuePair.Create(
                entry.Key[(package.Length + 1)..],
                context.SecretConfigKeys.Contains(entry.Key) ? PropertyValue.Secret(PropertyValue.Of(entry.Value)) : PropertyValue.Of(entry.Value))));
        var name = "default" + string.Concat(version.Split(['.', '-', '+'], StringSplitOptions.RemoveEmptyEntries).Select(part => "_" + part));
        if (url.Length > 0)
        {
            name += "_" + url[(url.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0)..];
        }

        var goal = new Goal
        {
            Urn = ResourceUrn.Create(context.Stack, context.Project, null, ProviderReference.TypePrefix + package, name),
            Custom = true,
            Inputs = ProviderFactory.WithPlugin(inputs, version, url),
        };
        var state = await RegisterAsync(goal, last.Find(goal.Urn), cancellationToken);
        return new(state.Urn.Text, state.Id);
    }

    private bool IsDisabled(string package)
    {
        if (package == BuiltinProvider.Name || !context.Config.TryGetValue("pulumi:disable-default-providers", out var text))
        {
            return false;
        }

        try
        {
            return JsonSerializer.Deserialize<string[]>(text) is { } packages && (packages.Contains(package) || packages.Contains("*"));
        }
        catch (JsonException)
        {
            throw new RunException($"pulumi:disable-default-providers is '{text}'; it is a JSON list of package names, or [\"*\"].");
        }
    }
}
