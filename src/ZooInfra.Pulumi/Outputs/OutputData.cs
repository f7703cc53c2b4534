using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an output resolves to. The value of an unknown output is <c>default</c>.</summary>
internal readonly record struct OutputData<T>(ImmutableHashSet<Resource> Resources, T Value, bool IsKnown, bool IsSecret)
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
