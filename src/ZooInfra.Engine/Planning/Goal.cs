using System.Collections.Immutable;
using Pulumirpc;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Planning;

/// <summary>What the program asks for: a resource as it should be.</summary>
internal sealed record Goal
{
    public required ResourceUrn Urn { get; init; }

    public required bool Custom { get; init; }

    public required PropertyMap Inputs { get; init; }

    public ResourceUrn? Parent { get; init; }

    /// <summary><c>URN::ID</c>; empty when the default provider is meant.</summary>
    public string Provider { get; init; } = "";

    /// <summary>The providers that children inherit, by package.</summary>
    public ImmutableDictionary<string, string> Providers { get; init; } = ImmutableDictionary<string, string>.Empty;

    public string Version { get; init; } = "";

    public string PluginDownloadUrl { get; init; } = "";

    public ImmutableArray<string> Dependencies { get; init; } = [];

    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } = ResourceState.NoPropertyDependencies;

    public bool? Protect { get; init; }

    public bool? RetainOnDelete { get; init; }

    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    public KeptOptions Options { get; init; } = KeptOptions.None;

    /// <summary>The URNs under which the resource may be known, most likely first.</summary>
    public ImmutableArray<ResourceUrn> Aliases { get; init; } = [];

    /// <summary>The id of the resource to be taken under management; empty when a new one is meant.</summary>
    public string ImportId { get; init; } = "";

    /// <summary>What the program says about the order of a replacement; null leaves it to the provider.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    /// <summary>What changes the resource and its children before they are registered.</summary>
    public ImmutableArray<Callback> Transforms { get; init; } = [];

    public bool IsProvider => Urn.Type.StartsWith(ProviderReference.TypePrefix, StringComparison.Ordinal);

    public bool IsStack => Urn.Type == ResourceUrn.StackType;

    /// <summary>Every URN that must have come about before this can: what it refers to.</summary>
    public IEnumerable<string> Needs()
    {
        foreach (var urn in Dependencies)
        {
            yield return urn;
        }

        foreach (var (_, urns) in PropertyDependencies)
        {
            foreach (var urn in urns)
            {
                yield return urn;
            }
        }

        foreach (var urn in Options.ReplaceWith)
        {
            yield return urn;
        }

        if (Parent is { } parent)
        {
            yield return parent.Text;
        }

        if (ProviderReference.Parse(Provider) is { } provider)
        {
            yield return provider.Urn;
        }

        if (Options.DeletedWith.Length > 0)
        {
            yield return Options.DeletedWith;
        }
    }
}
