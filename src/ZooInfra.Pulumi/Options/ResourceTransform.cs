using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Changes a resource when the engine is about to register it; also resources that other programs make for this one.</summary>
/// <param name="args">The resource as it would be registered.</param>
/// <param name="cancellationToken">Ends the work.</param>
/// <returns>The resource as it is to be registered; null for no change.</returns>
public delegate Task<ResourceTransformResult?> ResourceTransform(ResourceTransformArgs args, CancellationToken cancellationToken = default);

/// <summary>What a <see cref="ResourceTransform"/> is given.</summary>
/// <param name="name">The name.</param>
/// <param name="type">The type token.</param>
/// <param name="custom">Whether a provider manages it.</param>
/// <param name="args">The inputs.</param>
/// <param name="options">The options.</param>
public readonly struct ResourceTransformArgs(string name, string type, bool custom, ImmutableDictionary<string, object?> args, ResourceOptions options)
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>The type token.</summary>
    public string Type { get; } = type;

    /// <summary>Whether a provider manages it; otherwise it is a component.</summary>
    public bool Custom { get; } = custom;

    /// <summary>The inputs.</summary>
    public ImmutableDictionary<string, object?> Args { get; } = args;

    /// <summary>The options.</summary>
    public ResourceOptions Options { get; } = options;
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
