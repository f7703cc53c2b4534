using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ZooInfra.Protocol;

/// <summary>The properties of a resource, in ordinal order of their names; immutable and equal by content.</summary>
public sealed class PropertyMap : IReadOnlyDictionary<string, PropertyValue>, IEquatable<PropertyMap>
{
    private static readonly Comparison<KeyValuePair<string, PropertyValue>> ByName = (one, other) => string.CompareOrdinal(one.Key, other.Key);

    // Sorted and never changed: half the memory of a tree, and most maps have a handful of entries.
    private readonly KeyValuePair<string, PropertyValue>[] _entries;

    private PropertyMap(KeyValuePair<string, PropertyValue>[] entries) => _entries = entries;

    /// <summary>No properties.</summary>
    public static PropertyMap Empty { get; } = new([]);

    /// <summary>Copies <paramref name="values"/>; a repeated name is an error.</summary>
    /// <exception cref="ArgumentException">A name is repeated.</exception>
    public static PropertyMap From(IEnumerable<KeyValuePair<string, PropertyValue>> values) => FromOwned([.. values]);

    /// <inheritdoc/>
    public int Count => _entries.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _entries.Select(entry => entry.Key);

    /// <inheritdoc/>
    public IEnumerable<PropertyValue> Values => _entries.Select(entry => entry.Value);

    /// <inheritdoc/>
    public PropertyValue this[string key]
        => IndexOf(key) is var index and >= 0 ? _entries[index].Value : throw new KeyNotFoundException($"There is no property '{key}'.");

    /// <summary>A map in which <paramref name="key"/> has <paramref name="value"/>.</summary>
    public PropertyMap With(string key, PropertyValue value)
    {
        var index = IndexOf(key);
        var entry = KeyValuePair.Create(key, value);
        return new(index >= 0
            ? [.. _entries.AsSpan(0, index), entry, .. _entries.AsSpan(index + 1)]
            : [.. _entries.AsSpan(0, ~index), entry, .. _entries.AsSpan(~index)]);
    }

    /// <summary>A map without <paramref name="key"/>.</summary>
    public PropertyMap Without(string key)
        => IndexOf(key) is var index and >= 0 ? new([.. _entries.AsSpan(0, index), .. _entries.AsSpan(index + 1)]) : this;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out PropertyValue value)
    {
        var index = IndexOf(key);
        value = index >= 0 ? _entries[index].Value : null;
        return index >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, PropertyValue>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, PropertyValue>>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(PropertyMap? other)
        => other is not null && (ReferenceEquals(_entries, other._entries) || _entries.AsSpan().SequenceEqual(other._entries));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PropertyMap);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (key, value) in _entries)
        {
            hash.Add(key, StringComparer.Ordinal);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    internal KeyValuePair<string, PropertyValue> At(int index) => _entries[index];

    /// <summary>Takes <paramref name="entries"/> over: nobody else may change them afterwards.</summary>
    internal static PropertyMap FromOwned(KeyValuePair<string, PropertyValue>[] entries)
    {
        if (entries.Length == 0)
        {
            return Empty;
        }

        Array.Sort(entries, ByName);
        for (var i = 1; i < entries.Length; i++)
        {
            if (entries[i].Key == entries[i - 1].Key)
            {
                throw new ArgumentException($"The property '{entries[i].Key}' is given twice.", nameof(entries));
            }
        }

        return new(entries);
    }

    /// <summary>Where the property is; the complement of where it would be when there is none.</summary>
    private int IndexOf(string key)
    {
        var (low, high) = (0, _entries.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            switch (string.CompareOrdinal(_entries[middle].Key, key))
            {
                case 0:
                    return middle;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return ~low;
    }
}
