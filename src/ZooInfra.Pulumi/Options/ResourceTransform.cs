using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Changes a resource when the engine is about to register it; also resources that other programs make for this one.</summary>
/// <param name="args">The resource as it would be registered.</param>
/// <param name="cancellationToken">Ends the work.</param>
/// <returns>The resource as it is to be registered; null for no change.</returns>
public delegate Task<ResourceTransformResult?> ResourceTransform(ResourceTransformArgs args, CancellationToken cancellationToken = default);

/// <summary>What a <see cref="ResourceTransform"/> is given.</summary>
public readonly struct ResourceTransformArgs
{
    internal ResourceTransformArgs(string name, string type, bool custom, ImmutableDictionary<string, object?> args, ResourceOptions options)
    {
        Name = name;
        Type = type;
        Custom = custom;
        Args = args;
        Options = options;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The type token.</summary>
    public string Type { get; }

    /// <summary>Whether a provider manages it; otherwise it is a component.</summary>
    public bool Custom { get; }

    /// <summary>The inputs.</summary>
    public ImmutableDictionary<string, object?> Args { get; }

    /// <summary>The options.</summary>
    public ResourceOptions Options { get; }
}

/// <summary>What a <see cref="ResourceTransform"/> gives back.</summary>
/// <param name="args">The inputs to register.</param>
/// <param name="options">The options to register.</param>
public readonly struct ResourceTransformResult(ImmutableDictionary<string, object?> args, ResourceOptions options)
{
    /// <summary>The inputs to register.</summary>
    public ImmutableDictionary<string, object?> Args { get; } = args;

    /// <summary>The options to register.</summary>
    public ResourceOptions Options { get; } = options;
}
