using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Runs when an operation on a resource failed.</summary>
/// <param name="args">The operation and its errors.</param>
/// <param name="cancellationToken">Ends the work.</param>
/// <returns>Whether the engine is to try the operation again.</returns>
public delegate Task<bool> ErrorHookCallback(ErrorHookArgs args, CancellationToken cancellationToken);

/// <summary>A named callback for failed operations.</summary>
/// <param name="name">The name, unique in the program.</param>
/// <param name="callback">What to run.</param>
public class ErrorHook(string name, ErrorHookCallback callback)
{
    /// <summary>The name, unique in the program.</summary>
    public string Name { get; } = name;

    /// <summary>What to run.</summary>
    public ErrorHookCallback Callback { get; } = callback;
}

/// <summary>The failed operation that an <see cref="ErrorHook"/> is told of.</summary>
public class ErrorHookArgs
{
    internal ErrorHookArgs(
        string urn,
        string id,
        string name,
        string type,
        ImmutableDictionary<string, object?>? newInputs,
        ImmutableDictionary<string, object?>? oldInputs,
        ImmutableDictionary<string, object?>? oldOutputs,
        string failedOperation,
        ImmutableArray<string> errors)
    {
        Urn = urn;
        Id = id;
        Name = name;
        Type = type;
        NewInputs = newInputs;
        OldInputs = oldInputs;
        OldOutputs = oldOutputs;
        FailedOperation = failedOperation;
        Errors = errors;
    }

    /// <summary>The URN.</summary>
    public string Urn { get; }

    /// <summary>The id; empty when the resource was never made.</summary>
    public string Id { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The type token.</summary>
    public string Type { get; }

    /// <summary>The inputs to apply.</summary>
    public ImmutableDictionary<string, object?>? NewInputs { get; }

    /// <summary>The inputs before.</summary>
    public ImmutableDictionary<string, object?>? OldInputs { get; }

    /// <summary>The state before.</summary>
    public ImmutableDictionary<string, object?>? OldOutputs { get; }

    /// <summary><c>create</c>, <c>update</c> or <c>delete</c>.</summary>
    public string FailedOperation { get; }

    /// <summary>What went wrong, each attempt.</summary>
    public ImmutableArray<string> Errors { get; }
}
