using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>A map that a resource takes: the map may come later as a whole, and so may each of its values.</summary>
/// <typeparam name="V">The type of a value.</typeparam>
public sealed class InputMap<V> : Input<ImmutableDictionary<string, V>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, V>>>
{
    private Input<ImmutableDictionary<string, Input<V>>> _entries;

    /// <summary>An empty map.</summary>
    public InputMap()
        : this(ImmutableDictionary<string, Input<V>>.Empty)
    {
    }

    private InputMap(Input<ImmutableDictionary<string, Input<V>>> entries)
        : base(ImmutableDictionary<string, V>.Empty) => _entries = entries;

    private protected override object? Untyped => ((IInput)_entries).Value;

    internal override Output<ImmutableDictionary<string, V>> AsOutput() => _entries.Apply(entries =>
    {
        var keys = entries.Keys.ToImmutableArray();
        return Output.All(keys.Select(key => entries[key]))
            .Apply(values => keys.Zip(values).ToImmutableDictionary(pair => pair.First, pair => pair.Second));
    });

    /// <summary>Adds an entry.</summary>
    /// <param name="key">The key; it must be new.</param>
    /// <param name="value">The value.</param>
    public void Add(string key, Input<V> value) => Change(entries => entries.Add(key, value));

    /// <summary>Sets an entry.</summary>
    /// <param name="key">The key.</param>
    public Input<V> this[string key]
    {
        set => Change(entries => entries.SetItem(key, value));
    }

    /// <summary>Adds the entries of another map; for a key that both have, the other map's value is taken.</summary>
    /// <param name="values">The other map.</param>
    public void Add(InputMap<V> values) => AddRange(values);

    /// <summary>Adds the entries of another map; for a key that both have, the other map's value is taken.</summary>
    /// <param name="values">The other map.</param>
    public void AddRange(InputMap<V> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (((IInput)values._entries).Value is ImmutableDictionary<string, Input<V>> plain)
        {
            Change(entries => entries.SetItems(plain));
        }
        else
        {
            _entries = Output.Tuple(_entries, values._entries).Apply(pair => pair.Item1.SetItems(pair.Item2));
        }
    }

    /// <summary>A new map with the entries of both; for a key that both have, the second map's value is taken.</summary>
    /// <param name="first">The first map.</param>
    /// <param name="second">The second map.</param>
    public static InputMap<V> Merge(InputMap<V> first, InputMap<V> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        var result = new InputMap<V>(first._entries);
        result.AddRange(second);
        return result;
    }

    /// <summary>Not supported: a map that comes later cannot be enumerated now. It exists for collection initialisers.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException($"A {GetType().FullName} cannot be enumerated synchronously; use GetAsyncEnumerator.");

    /// <summary>The entries; none while the map as a whole is unknown.</summary>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public async IAsyncEnumerator<Input<KeyValuePair<string, V>>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var data = await _entries.ToOutput().DataAsync.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (!data.IsKnown)
        {
            yield break;
        }

        foreach (var (key, value) in data.Value)
        {
            yield return value.Apply(known => KeyValuePair.Create(key, known));
        }
    }

    private void Change(Func<ImmutableDictionary<string, Input<V>>, ImmutableDictionary<string, Input<V>>> change)
        => _entries = ((IInput)_entries).Value is ImmutableDictionary<string, Input<V>> plain ? change(plain) : _entries.Apply(change);

    private static InputMap<V> Of(IEnumerable<KeyValuePair<string, V>> values)
        => new(values.ToImmutableDictionary(pair => pair.Key, pair => (Input<V>)pair.Value));

    private static InputMap<V> Of<TMap>(Output<TMap> values)
        where TMap : IEnumerable<KeyValuePair<string, V>>
        => new(values.Apply(map => (map ?? Enumerable.Empty<KeyValuePair<string, V>>()).ToImmutableDictionary(pair => pair.Key, pair => (Input<V>)pair.Value)));

    /// <summary>The entries of a dictionary.</summary>
    /// <param name="values">The dictionary.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator InputMap<V>?(Dictionary<string, V>? values) => values is null ? null : Of(values);

    /// <summary>The entries of a dictionary.</summary>
    /// <param name="values">The dictionary.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator InputMap<V>?(ImmutableDictionary<string, V>? values) => values is null ? null : Of(values);

    /// <summary>A map that comes later as a whole.</summary>
    /// <param name="values">The map.</param>
    public static implicit operator InputMap<V>(Output<Dictionary<string, V>> values) => Of(values);

    /// <summary>A map that comes later as a whole.</summary>
    /// <param name="values">The map.</param>
    public static implicit operator InputMap<V>(Output<IDictionary<string, V>> values) => Of(values);

    /// <summary>A map that comes later as a whole.</summary>
    /// <param name="values">The map.</param>
    public static implicit operator InputMap<V>(Output<ImmutableDictionary<string, V>> values) => Of(values);
}
