using System.Collections.Immutable;
using Pulumirpc;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Planning;

/// <summary>Makes goals of what a program registers; what is not said comes from the parent (protocol facts, section 2.1.2).</summary>
internal sealed class GoalReader(RunContext context, Registrations registrations)
{
    /// <exception cref="RunException">It asks for something this engine does not do, or is malformed; the message says what.</exception>
    public Goal Read(RegisterResourceRequest request)
    {
        var parent = Parent(request.Name, request.Parent);
        var urn = ResourceUrn.Create(context.Stack, context.Project, parent, request.Type, request.Name);
        CheckType(request.Custom || request.Remote, request.Type, request.Name);
        if (Unsupported(request) is { } feature)
        {
            throw new RunException($"Resource {urn} uses {feature}, which the embedded engine does not have yet. Run this stack with the Pulumi CLI: pulumi up -s {context.Stack}");
        }

        var inputs = OutputValues.Downgrade(PropertyMarshaller.FromStruct(request.Object));
        ImmutableArray<string> dependencies = [.. request.Dependencies];
        var goal = new Goal
        {
            Urn = urn,
            Custom = request.Custom,
            Inputs = inputs,
            Parent = parent,
            Version = request.Version,
            PluginDownloadUrl = request.PluginDownloadURL,
            Dependencies = dependencies,
            PropertyDependencies = request.PropertyDependencies.Count == 0 ? AllDependOn(inputs, dependencies) : Read(request.PropertyDependencies),
            Protect = request.HasProtect ? request.Protect : null,
            RetainOnDelete = request.HasRetainOnDelete ? request.RetainOnDelete : null,
            IgnoreChanges = [.. request.IgnoreChanges],
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
            Options = Options(request, urn),
            ImportId = request.ImportId,
            DeleteBeforeReplace = request.DeleteBeforeReplaceDefined || request.DeleteBeforeReplace ? request.DeleteBeforeReplace : null,
            Transforms = [.. request.Transforms],
        };
        goal = WithProviders(Inherit(goal), request.Provider, request.Providers);
        return goal with { Aliases = AliasExpansion.Expand(goal, request, registrations) };
    }

    /// <exception cref="RunException">It is malformed.</exception>
    public Goal Read(ReadResourceRequest request)
    {
        var parent = Parent(request.Name, request.Parent);
        CheckType(custom: true, request.Type, request.Name);
        if (request.PackageRef.Length > 0)
        {
            throw new RunException($"The read of '{request.Name}' uses a parameterized package, which the embedded engine does not have yet. Run this stack with the Pulumi CLI: pulumi up -s {context.Stack}");
        }

        var inputs = OutputValues.Downgrade(PropertyMarshaller.FromStruct(request.Properties));
        ImmutableArray<string> dependencies = [.. request.Dependencies];
        return WithProviders(
            new Goal
            {
                Urn = ResourceUrn.Create(context.Stack, context.Project, parent, request.Type, request.Name),
                Custom = true,
                Inputs = inputs,
                Parent = parent,
                Version = request.Version,
                PluginDownloadUrl = request.PluginDownloadURL,
                Dependencies = dependencies,
                PropertyDependencies = AllDependOn(inputs, dependencies),
                AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
            },
            request.Provider,
            ImmutableDictionary<string, string>.Empty);
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> AllDependOn(PropertyMap inputs, ImmutableArray<string> dependencies)
    {
        var read = ResourceState.NoPropertyDependencies;
        foreach (var (name, _) in inputs)
        {
            read = read.Add(name, dependencies);
        }

        return read;
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Read(IDictionary<string, RegisterResourceRequest.Types.PropertyDependencies> dependencies)
    {
        var read = ResourceState.NoPropertyDependencies;
        foreach (var (name, each) in dependencies)
        {
            read = read.Add(name, [.. each.Urns]);
        }

        return read;
    }

    private static ResourceUrn? Parent(string name, string parent)
        => parent.Length == 0 ? null : ResourceUrn.Parse(parent) ?? throw new RunException($"Resource '{name}' has the parent '{parent}', which is not a URN.");

    private static void CheckType(bool custom, string type, string name)
    {
        if (custom && type.Split(':').Length != 3)
        {
            throw new RunException($"Resource '{name}' has the type '{type}'; a type token is 'package:module:Type'.");
        }
    }

    private static KeptOptions Options(RegisterResourceRequest request, ResourceUrn urn)
    {
        var hooks = HookBinding.Read(request.Hooks);
        if (request is { DeletedWith.Length: 0, ReplaceWith.Count: 0, ReplaceOnChanges.Count: 0, ReplacementTrigger: null, CustomTimeouts: null } && hooks.IsEmpty)
        {
            return KeptOptions.None;
        }

        return new()
        {
            DeletedWith = request.DeletedWith,
            ReplaceWith = [.. request.ReplaceWith],
            ReplaceOnChanges = [.. request.ReplaceOnChanges],
            ReplacementTrigger = request.ReplacementTrigger is { } trigger && PropertyMarshaller.FromValue(trigger) is not PropertyValue.NullValue and var value ? OutputValues.Downgrade(value) : null,
            Timeouts = request.CustomTimeouts is { } timeouts
                ? new(Seconds(timeouts.Create, urn), Seconds(timeouts.Update, urn), Seconds(timeouts.Delete, urn), Seconds(timeouts.Read, urn))
                : CustomTimeouts.None,
            Hooks = hooks,
        };
    }

    private static double Seconds(string duration, ResourceUrn urn)
    {
        try
        {
            return GoDuration.Parse(duration)?.TotalSeconds ?? 0;
        }
        catch (FormatException e)
        {
            throw new RunException($"A custom timeout of {urn}: {e.Message}");
        }
    }

    /// <summary>Protection and retention come from the parent, and so does what a resource is deleted with.</summary>
    private Goal Inherit(Goal goal)
    {
        if (goal.Parent is not { } parent || registrations.Find(parent.Text)?.Goal is not { IsStack: false } above)
        {
            return goal;
        }

        return goal with
        {
            Protect = goal.Protect ?? above.Protect,
            RetainOnDelete = goal.RetainOnDelete ?? above.RetainOnDelete,
            Options = goal.Options.DeletedWith.Length == 0 && above.Options.DeletedWith.Length > 0 ? goal.Options with { DeletedWith = above.Options.DeletedWith } : goal.Options,
        };
    }

    /// <summary>The provider that was named, else the one for the package that was handed down, else the default one (protocol facts, section 4.4).</summary>
    private Goal WithProviders(Goal goal, string named, IEnumerable<KeyValuePair<string, string>> handedDown)
    {
        var providers = (goal.Parent is { } parent ? registrations.Find(parent.Text)?.Goal.Providers : null) ?? ImmutableDictionary<string, string>.Empty;
        providers = providers.SetItems(handedDown);
        if (named.Length > 0)
        {
            var reference = ProviderReference.Parse(named) is { } given && ResourceUrn.Parse(given.Urn) is { } urn
                ? urn
                : throw new RunException($"{goal.Urn} names the provider '{named}', which is not a provider reference.");
            providers = providers.SetItem(ProviderRegistry.PackageOf(reference), named);
        }

        return goal with
        {
            Providers = providers,
            Provider = named.Length > 0 || !goal.Custom || goal.IsProvider ? named : providers.GetValueOrDefault(ProviderRegistry.PackageOf(goal.Urn), ""),
        };
    }

    private static string? Unsupported(RegisterResourceRequest request) => request switch
    {
        { Remote: true } => "a remote component",
        { PackageRef.Length: > 0 } => "a parameterized package",
        { EnvVarMappings.Count: > 0 } => "environment variable mappings",
        { StateMigrations.Count: > 0 } => "state migrations",
        _ => null,
    };
}
