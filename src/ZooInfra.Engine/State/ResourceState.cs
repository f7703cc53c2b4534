using System.Collections.Immutable;
using System.Text.Json;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.State;

/// <summary>What the state knows of one resource (protocol facts, section 6.5).</summary>
internal sealed record ResourceState
{
    public required ResourceUrn Urn { get; init; }

    /// <summary>Whether a provider manages it; a component has none.</summary>
    public required bool Custom { get; init; }

    /// <summary>The provider's id; empty for components.</summary>
    public string Id { get; init; } = "";

    public PropertyMap Inputs { get; init; } = PropertyMap.Empty;

    public PropertyMap Outputs { get; init; } = PropertyMap.Empty;

    public ResourceUrn? Parent { get; init; }

    /// <summary><c>URN::ID</c> of the provider resource; empty for components and providers.</summary>
    public string Provider { get; init; } = "";

    public ImmutableArray<string> Dependencies { get; init; } = [];

    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } = NoPropertyDependencies;

    public bool Protect { get; init; }

    public bool RetainOnDelete { get; init; }

    /// <summary>Outputs that are secret because the program said so.</summary>
    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>It was replaced and waits to be deleted.</summary>
    public bool Delete { get; init; }

    /// <summary>It was deleted to be made again.</summary>
    public bool PendingReplacement { get; init; }

    /// <summary>It was read, not made.</summary>
    public bool External { get; init; }

    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    public KeptOptions Options { get; init; } = KeptOptions.None;

    /// <summary>Why the provider could not bring the resource all the way; the next run tries again.</summary>
    public ImmutableArray<string> InitErrors { get; init; } = [];

    /// <summary>The id it was imported by; empty when it was not.</summary>
    public string ImportId { get; init; } = "";

    /// <summary>It was marked to be replaced by the next update.</summary>
    public bool Taint { get; init; }

    /// <summary>The provider wants it to be read before it is planned.</summary>
    public bool RefreshBeforeUpdate { get; init; }

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Modified { get; init; }

    /// <summary>Fields of the record that this engine does not use; they stay as they are as long as the resource does.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Other { get; init; } = NoOther;

    public string Type => Urn.Type;

    public bool IsProvider => Type.StartsWith(ProviderReference.TypePrefix, StringComparison.Ordinal);

    /// <summary>A provider that the engine made by itself (protocol facts, section 4.4).</summary>
    public bool IsDefaultProvider => IsProvider && Urn.Name.StartsWith("default", StringComparison.Ordinal);

    public static ImmutableSortedDictionary<string, ImmutableArray<string>> NoPropertyDependencies { get; }
        = ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, JsonElement> NoOther { get; }
        = ImmutableSortedDictionary.Create<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>Whether a write of this in place of <paramref name="old"/> would change nothing.</summary>
    public bool SameAs(ResourceState old)
        => Urn == old.Urn && Custom == old.Custom && Id == old.Id && Parent == old.Parent && Provider == old.Provider
            && Protect == old.Protect && RetainOnDelete == old.RetainOnDelete && Delete == old.Delete
            && PendingReplacement == old.PendingReplacement && External == old.External
            && Created == old.Created && Modified == old.Modified
            && Inputs.Equals(old.Inputs) && Outputs.Equals(old.Outputs)
            && Dependencies.SequenceEqual(old.Dependencies) && IgnoreChanges.SequenceEqual(old.IgnoreChanges)
            && AdditionalSecretOutputs.SequenceEqual(old.AdditionalSecretOutputs)
            && SameLists(PropertyDependencies, old.PropertyDependencies)
            && Options.SameAs(old.Options) && InitErrors.SequenceEqual(old.InitErrors) && ImportId == old.ImportId
            && Taint == old.Taint && RefreshBeforeUpdate == old.RefreshBeforeUpdate
            && ReferenceEquals(Other, old.Other);

    internal static bool SameLists(ImmutableSortedDictionary<string, ImmutableArray<string>> one, ImmutableSortedDictionary<string, ImmutableArray<string>> other)
        => ReferenceEquals(one, other) || (one.Count == other.Count && one.All(entry => other.TryGetValue(entry.Key, out var list) && list.SequenceEqual(entry.Value)));

    /// <summary>Every URN that must stand before this one in a snapshot.</summary>
    public IEnumerable<string> References()
    {
        if (Parent is { } parent)
        {
            yield return parent.Text;
        }

        if (ProviderReference.Parse(Provider) is { } provider)
        {
            yield return provider.Urn;
        }

        foreach (var urn in Dependencies)
        {
            yield return urn;
        }

        foreach (var urn in PropertyDependencies.Values.SelectMany(urns => urns))
        {
            yield return urn;
        }

        if (Options.DeletedWith.Length > 0)
        {
            yield return Options.DeletedWith;
        }

        foreach (var urn in Options.ReplaceWith)
        {
            yield return urn;
        }
    }
}
