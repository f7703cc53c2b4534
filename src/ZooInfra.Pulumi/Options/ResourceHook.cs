using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Runs before or after an operation on a resource; an exception fails the operation.</summary>
/// <param name="args">The operation.</param>
/// <param name="cancellationToken">Ends the work.</param>
public delegate Task ResourceHookCallback(ResourceHookArgs args, CancellationToken cancellationToken);

/// <summary>A named callback around operations on resources.</summary>
/// <param name="name">The name, unique in the program.</param>
/// <param name="callback">What to run.</param>
/// <param name="options">When to run it.</param>
public class ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions? options = null)
{
    /// <summary>The name, unique in the program.</summary>
    public string Name { get; } = name;

    /// <summary>What to run.</summary>
    public ResourceHookCallback Callback { get; } = callback;

    /// <summary>When to run it.</summary>
    public ResourceHookOptions? Options { get; } = options;
}

/// <summary>When a <see cref="ResourceHook"/> runs.</summary>
public class ResourceHookOptions
{
    /// <summary>Whether it runs in previews too; false when null.</summary>
    public bool? OnDryRun { get; set; }

    /// <summary>Whether its errors are only warnings; false when null.</summary>
    public bool? IgnoreErrors { get; set; }
}

/// <summary>The operation that a <see cref="ResourceHook"/> runs around. Inputs and outputs are null where the operation has none.</summary>
public class ResourceHookArgs
{
    internal ResourceHookArgs(
        string urn,
        string id,
        string name,
        string type,
        ImmutableDictionary<string, object?>? newInputs,
        ImmutableDictionary<string, object?>? oldInputs,
        ImmutableDictionary<string, object?>? newOutputs,
        ImmutableDictionary<string, object?>? oldOutputs)
    {
        Urn = urn;
        Id = id;
        Name = name;
        Type = type;
        NewInputs = newInputs;
        OldInputs = oldInputs;
        NewOutputs = newOutputs;
        OldOutputs = oldOutputs;
    }

    /// <summary>The URN.</summary>
    public string Urn { get; }

    /// <summary>The id; empty before the resource is made.</summary>
    public string Id { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The type token.</summary>
    public string Type { get; }

    /// <summary>The inputs to apply.</summary>
    public ImmutableDictionary<string, object?>? NewInputs { get; }

    /// <summary>The inputs before.</summary>
    public ImmutableDictionary<string, object?>? OldInputs { get; }

    /// <summary>The state after.</summary>
    public ImmutableDictionary<string, object?>? NewOutputs { get; }

    /// <summary>The state before.</summary>
    public ImmutableDictionary<string, object?>? OldOutputs { get; }
}
