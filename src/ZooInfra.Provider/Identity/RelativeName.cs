using System.Collections.Immutable;

namespace ZooInfra.Provider.Identity;

/// <summary>One part of a <see cref="DistinguishedName"/>; rarely several pairs, joined with <c>+</c>.</summary>
internal sealed class RelativeName(ImmutableArray<NamePair> pairs) : IEquatable<RelativeName>
{
    /// <summary>The pairs, in the order they were written.</summary>
    public ImmutableArray<NamePair> Pairs { get; } = pairs;

    /// <summary>The part as it is written.</summary>
    public string Text { get; } = string.Join('+', pairs.Select(pair => pair.Text));

    /// <summary>The same for all spellings.</summary>
    public string Key { get; } = string.Join('+', pairs.Select(pair => pair.Key).Order(StringComparer.Ordinal));

    /// <inheritdoc/>
    public bool Equals(RelativeName? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RelativeName);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Key, StringComparison.Ordinal);
}
