using System.Collections.Immutable;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.State;

/// <summary>Puts new URNs in the place of old ones, in a resource and in what it refers to (protocol facts, section 4.5).</summary>
internal static class Renaming
{
    public static ResourceState Apply(ResourceState state, IReadOnlyDictionary<string, ResourceUrn> renamed)
    {
        if (renamed.Count == 0 || (!renamed.ContainsKey(state.Urn.Text) && !state.References().Any(renamed.ContainsKey)))
        {
            return state;
        }

        return state with
        {
            Urn = renamed.TryGetValue(state.Urn.Text, out var urn) ? urn : state.Urn,
            Parent = state.Parent is { } parent && renamed.TryGetValue(parent.Text, out var renamedParent) ? renamedParent : state.Parent,
            Provider = ProviderReference.Parse(state.Provider) is { } provider ? new ProviderReference(New(provider.Urn), provider.Id).ToString() : state.Provider,
            Dependencies = All(state.Dependencies),
            PropertyDependencies = ResourceState.NoPropertyDependencies.AddRange(state.PropertyDependencies.Select(property => KeyValuePair.Create(property.Key, All(property.Value)))),
            Options = state.Options with { DeletedWith = New(state.Options.DeletedWith), ReplaceWith = All(state.Options.ReplaceWith) },
        };

        string New(string text) => renamed.TryGetValue(text, out var found) ? found.Text : text;

        ImmutableArray<string> All(ImmutableArray<string> urns) => [.. urns.Select(New)];
    }
}
