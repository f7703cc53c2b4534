using System.Runtime.CompilerServices;

namespace Pulumi;

/// <summary>A resource that a provider manages.</summary>
public class CustomResource : Resource
{
    /// <summary>Registers the resource.</summary>
    /// <param name="type">The type token, <c>package:module:Type</c>.</param>
    /// <param name="name">The name, unique among resources of this type and parents.</param>
    /// <param name="args">The inputs.</param>
    /// <param name="options">How it is managed.</param>
    [OverloadResolutionPriority(1)]
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : this(type, name, args, options, null)
    {
    }

    /// <summary>Registers the resource of a package that the engine must know first.</summary>
    /// <param name="type">The type token, <c>package:module:Type</c>.</param>
    /// <param name="name">The name, unique among resources of this type and parents.</param>
    /// <param name="args">The inputs.</param>
    /// <param name="options">How it is managed.</param>
    /// <param name="registerPackageRequest">The package.</param>
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null, RegisterPackageRequest? registerPackageRequest = null)
        : base(type, name, custom: true, args ?? ResourceArgs.Empty, options ?? new(), remote: false, registerPackageRequest)
    {
    }

    private protected CustomResource(string urn, string type, string name, Output<string> id)
        : base(urn, type, name) => Id = id;

    /// <summary>The id that the provider gave; unknown in the preview of a new resource.</summary>
    [Output("id")]
    public Output<string> Id { get; private protected set; } = null!;
}
