using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Changes a function call when the engine is about to run it.</summary>
/// <param name="args">The call as it would be run.</param>
/// <param name="cancellationToken">Ends the work.</param>
/// <returns>The call as it is to be run; null for no change.</returns>
public delegate Task<InvokeTransformResult?> InvokeTransform(InvokeTransformArgs args, CancellationToken cancellationToken = default);

/// <summary>What an <see cref="InvokeTransform"/> is given.</summary>
public readonly struct InvokeTransformArgs
{
    internal InvokeTransformArgs(string token, ImmutableDictionary<string, object?> args, InvokeOptions options)
    {
        Token = token;
        Args = args;
        Options = options;
    }

    /// <summary>The function.</summary>
    public string Token { get; }

    /// <summary>Its inputs.</summary>
    public ImmutableDictionary<string, object?> Args { get; }

    /// <summary>Its options.</summary>
    public InvokeOptions Options { get; }
}

/// <summary>What an <see cref="InvokeTransform"/> gives back.</summary>
/// <param name="args">The inputs to use.</param>
/// <param name="options">The options to use.</param>
public readonly struct InvokeTransformResult(ImmutableDictionary<string, object?> args, InvokeOptions options)
{
    /// <summary>The inputs to use.</summary>
    public ImmutableDictionary<string, object?> Args { get; } = args;

    /// <summary>The options to use.</summary>
    public InvokeOptions Options { get; } = options;
}
