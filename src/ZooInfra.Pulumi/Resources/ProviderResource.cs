using System.Runtime.CompilerServices;

namespace Pulumi;

/// <summary>A configured provider of a package.</summary>
public class ProviderResource : CustomResource
{
    private const string TypePrefix = "pulumi:providers:";

    /// <summary>Registers the provider.</summary>
    /// <param name="package">The package.</param>
    /// <param name="name">The name.</param>
    /// <param name="args">The configuration.</param>
    /// <param name="options">How it is managed.</param>
    [OverloadResolutionPriority(1)]
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : this(package, name, args, options, null)
    {
    }

    /// <summary>Registers the provider of a package that the engine must know first.</summary>
    /// <param name="package">The package.</param>
    /// <param name="name">The name.</param>
    /// <param name="args">The configuration.</param>
    /// <param name="options">How it is managed.</param>
    /// <param name="registerPackageRequest">The package.</param>
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null, RegisterPackageRequest? registerPackageRequest = null)
        : base(TypePrefix + package, name, args, options, registerPackageRequest) => Package = package;

    private protected ProviderResource(string urn, string package, string name, Output<string> id)
        : base(urn, TypePrefix + package, name, id) => Package = package;

    internal string Package { get; }

    /// <summary>How the engine names a provider: <c>URN::ID</c>, with the unknown sentinel for an unknown id (protocol facts, section 4.4).</summary>
    internal async Task<string> ReferenceAsync()
    {
        var urn = await Urn.DataAsync.ConfigureAwait(false);
        var id = await Id.DataAsync.ConfigureAwait(false);
        return $"{urn.Value}::{(id.IsKnown && !string.IsNullOrEmpty(id.Value) ? id.Value : ZooInfra.Protocol.Signatures.Unknown)}";
    }
}
