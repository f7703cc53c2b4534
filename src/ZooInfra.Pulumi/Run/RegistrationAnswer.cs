using Pulumirpc;
using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>What the engine said about a resource.</summary>
/// <param name="Urn">Its URN.</param>
/// <param name="Id">Its id; empty when unknown.</param>
/// <param name="State">Its outputs.</param>
/// <param name="Succeeded">Whether the engine's step succeeded.</param>
internal sealed record RegistrationAnswer(string Urn, string Id, PropertyMap State, bool Succeeded)
{
    private readonly Dictionary<string, string[]> _dependencies = new(StringComparer.Ordinal);

    public RegistrationAnswer(RegisterResourceResponse response, PropertyMap state)
        : this(response.Urn, response.Id, state, response.Result == Result.Success)
        => _dependencies = response.PropertyDependencies.ToDictionary(entry => entry.Key, entry => entry.Value.Urns.ToArray(), StringComparer.Ordinal);

    /// <summary>The resources that the provider of a remote component says an output depends on.</summary>
    public IEnumerable<Resource> DependenciesOf(string property)
        => _dependencies.GetValueOrDefault(property, []).Select(urn => new DependencyResource(urn));
}
