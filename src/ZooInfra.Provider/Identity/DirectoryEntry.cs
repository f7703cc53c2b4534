using System.Collections.Immutable;

namespace ZooInfra.Provider.Identity;

/// <summary>An entry of a directory.</summary>
/// <param name="Dn">Its name.</param>
/// <param name="Attributes">Its attributes by name, case not regarded; each has at least one value.</param>
/// <param name="Uuid">What stays the same when it moves; null where nobody knows, as in a file.</param>
internal sealed record DirectoryEntry(DistinguishedName Dn, ImmutableSortedDictionary<string, ImmutableArray<string>> Attributes, string? Uuid = null)
{
    /// <summary>An entry without attributes.</summary>
    public DirectoryEntry(DistinguishedName dn)
        : this(dn, ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase))
    {
    }

    /// <summary>The values of an attribute; empty when it has none.</summary>
    public ImmutableArray<string> this[string attribute] => Attributes.GetValueOrDefault(attribute, []);

    /// <summary>The entry with other values of an attribute; with none, without it.</summary>
    public DirectoryEntry With(string attribute, params IEnumerable<string> values)
        => values.ToImmutableArray() is { IsEmpty: false } some ? this with { Attributes = Attributes.SetItem(attribute, some) } : this with { Attributes = Attributes.Remove(attribute) };
}
