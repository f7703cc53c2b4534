using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A group of inputs; each is a member with an <see cref="InputAttribute"/>.</summary>
public abstract class InputArgs
{
    /// <summary>The values under their names on the wire.</summary>
    internal virtual IEnumerable<KeyValuePair<string, object?>> Values() => InputMembers.Read(this);
}

/// <summary>The inputs of a resource.</summary>
public abstract class ResourceArgs : InputArgs
{
    /// <summary>No inputs.</summary>
    public static readonly ResourceArgs Empty = new NoArgs();

    private sealed class NoArgs : ResourceArgs;
}

/// <summary>The inputs of a function.</summary>
public abstract class InvokeArgs : InputArgs
{
    /// <summary>No inputs.</summary>
    public static readonly InvokeArgs Empty = new NoArgs();

    private sealed class NoArgs : InvokeArgs;
}

/// <summary>The inputs of a method of a resource.</summary>
public abstract class CallArgs : InputArgs
{
    /// <summary>No inputs.</summary>
    public static readonly CallArgs Empty = new NoArgs();

    private sealed class NoArgs : CallArgs;
}

/// <summary>Inputs of a resource whose names are known only at run time.</summary>
/// <param name="dictionary">The values by name.</param>
public sealed class DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary) : ResourceArgs
{
    internal override IEnumerable<KeyValuePair<string, object?>> Values() => dictionary;
}

/// <summary>Inputs of a function whose names are known only at run time.</summary>
/// <param name="dictionary">The values by name.</param>
public sealed class DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary) : InvokeArgs
{
    internal override IEnumerable<KeyValuePair<string, object?>> Values() => dictionary;
}
