using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// What an output resolves to. The value of an unknown output is <c>default</c>. A class, as code for tasks of classes is compiled already when a
/// program starts, and for tasks of structs it is not.
/// </summary>
internal sealed record OutputData<T>(ImmutableHashSet<Resource> Resources, T Value, bool IsKnown, bool IsSecret)
{
    public static OutputData<T> Plain(T value) => new([], value, true, false);

    public OutputData<object?> Boxed() => new(Resources, Value, IsKnown, IsSecret);

    /// <summary>The same origin and marks for another value; an unknown stays unknown.</summary>
    public OutputData<TOther> With<TOther>(TOther value) => new(Resources, value, IsKnown, IsSecret);
}

internal static class ResourceSets
{
    public static ImmutableHashSet<Resource> Join(ImmutableHashSet<Resource> one, ImmutableHashSet<Resource> other)
        => one.IsEmpty || ReferenceEquals(one, other) ? other : other.IsEmpty ? one : one.Union(other);
}
