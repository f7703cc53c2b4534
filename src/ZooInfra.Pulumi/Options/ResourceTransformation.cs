namespace Pulumi;

/// <summary>Changes a resource before it is registered, in this process.</summary>
/// <param name="args">The resource as it would be registered.</param>
/// <returns>The resource as it is to be registered; null for no change.</returns>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);

/// <summary>What a <see cref="ResourceTransformation"/> is given.</summary>
public readonly struct ResourceTransformationArgs
{
    internal ResourceTransformationArgs(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        Resource = resource;
        Args = args;
        Options = options;
    }

    /// <summary>The resource.</summary>
    public Resource Resource { get; }

    /// <summary>Its inputs.</summary>
    public ResourceArgs Args { get; }

    /// <summary>Its options.</summary>
    public ResourceOptions Options { get; }
}

/// <summary>What a <see cref="ResourceTransformation"/> gives back.</summary>
/// <param name="args">The inputs to register.</param>
/// <param name="options">The options to register, of the kind that came in.</param>
public readonly struct ResourceTransformationResult(ResourceArgs args, ResourceOptions options)
{
    /// <summary>The inputs to register.</summary>
    public ResourceArgs Args { get; } = args;

    /// <summary>The options to register.</summary>
    public ResourceOptions Options { get; } = options;
}
