using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>A list that a resource takes: the list may come later as a whole, and so may each of its elements.</summary>
/// <typeparam name="T">The type of an element.</typeparam>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    private Input<ImmutableArray<Input<T>>> _elements;

    /// <summary>An empty list.</summary>
    public InputList()
        : this(ImmutableArray<Input<T>>.Empty)
    {
    }

    private InputList(Input<ImmutableArray<Input<T>>> elements)
        : base(default(ImmutableArray<T>)) => _elements = elements;

    private protected override object? Untyped => ((IInput)_elements).Value;

    internal override Output<ImmutableArray<T>> AsOutput() => _elements.Apply(items => Output.All(items));

    /// <summary>Adds elements at the end.</summary>
    /// <param name="inputs">The elements.</param>
    public void Add(params Input<T>[] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Append(ImmutableArray.Create(inputs));
    }

    /// <summary>Adds the elements of another list at the end.</summary>
    /// <param name="inputs">The other list.</param>
    public void Add(InputList<T> inputs) => AddRange(inputs);

    /// <summary>Adds the elements of another list at the end.</summary>
    /// <param name="inputs">The other list.</param>
    public void AddRange(InputList<T> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Append(inputs._elements);
    }

    /// <summary>A new list with the elements of both.</summary>
    /// <param name="other">The other list.</param>
    public InputList<T> Concat(InputList<T> other)
    {
        var result = Clone();
        result.AddRange(other);
        return result;
    }

    internal InputList<T> Clone() => new(_elements);

    /// <summary>Not supported: a list that comes later cannot be enumerated now. It exists for collection initialisers.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException($"A {GetType().FullName} cannot be enumerated synchronously; use GetAsyncEnumerator.");

    /// <summary>The elements; none while the list as a whole is unknown.</summary>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var data = await _elements.ToOutput().DataAsync.WaitAsync(cancellationToken).ConfigureAwait(false);
        foreach (var item in data.IsKnown ? data.Value : [])
        {
            yield return item;
        }
    }

    private void Append(Input<ImmutableArray<Input<T>>> more)
        => _elements = ((IInput)_elements).Value is ImmutableArray<Input<T>> before && ((IInput)more).Value is ImmutableArray<Input<T>> after
            ? before.AddRange(after)
            : Output.Tuple(_elements, more).Apply(pair => pair.Item1.AddRange(pair.Item2));

    private static InputList<T> Of(IEnumerable<Input<T>> items) => new(items.ToImmutableArray());

    private static InputList<T> Of<TList>(Output<TList> list, Func<TList, IEnumerable<T>?> items)
        => new(list.Apply(value => (items(value) ?? []).Select(item => (Input<T>)item).ToImmutableArray()));

    /// <summary>One element.</summary>
    /// <param name="value">The element.</param>
    public static implicit operator InputList<T>(T value) => Of([value]);

    /// <summary>One element.</summary>
    /// <param name="value">The element.</param>
    public static implicit operator InputList<T>(Output<T> value) => Of([value]);

    /// <summary>One element.</summary>
    /// <param name="value">The element.</param>
    public static implicit operator InputList<T>(Input<T> value) => Of([value]);

    /// <summary>The elements of an array.</summary>
    /// <param name="values">The elements.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator InputList<T>?(T[]? values) => values is null ? null : Of(values.Select(value => (Input<T>)value));

    /// <summary>The elements of an array.</summary>
    /// <param name="values">The elements.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator InputList<T>?(Output<T>[]? values) => values is null ? null : Of(values.Select(value => (Input<T>)value));

    /// <summary>The elements of an array.</summary>
    /// <param name="values">The elements.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator InputList<T>?(Input<T>[]? values) => values is null ? null : Of(values);

    /// <summary>The elements of a list.</summary>
    /// <param name="values">The elements.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator InputList<T>?(List<T>? values) => values is null ? null : Of(values.Select(value => (Input<T>)value));

    /// <summary>The elements of a list.</summary>
    /// <param name="values">The elements.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator InputList<T>?(List<Output<T>>? values) => values is null ? null : Of(values.Select(value => (Input<T>)value));

    /// <summary>The elements of a list.</summary>
    /// <param name="values">The elements.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator InputList<T>?(List<Input<T>>? values) => values is null ? null : Of(values);

    /// <summary>The elements of an array; the default array is no list at all.</summary>
    /// <param name="values">The elements.</param>
    public static implicit operator InputList<T>(ImmutableArray<T> values) => values.IsDefault ? null! : Of(values.Select(value => (Input<T>)value));

    /// <summary>The elements of an array; the default array is no list at all.</summary>
    /// <param name="values">The elements.</param>
    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => values.IsDefault ? null! : Of(values.Select(value => (Input<T>)value));

    /// <summary>The elements of an array; the default array is no list at all.</summary>
    /// <param name="values">The elements.</param>
    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => values.IsDefault ? null! : Of(values);

    /// <summary>A list that comes later as a whole.</summary>
    /// <param name="values">The list.</param>
    public static implicit operator InputList<T>(Output<T[]> values) => Of(values, list => list);

    /// <summary>A list that comes later as a whole.</summary>
    /// <param name="values">The list.</param>
    public static implicit operator InputList<T>(Output<List<T>> values) => Of(values, list => list);

    /// <summary>A list that comes later as a whole.</summary>
    /// <param name="values">The list.</param>
    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => Of(values, list => list);

    /// <summary>A list that comes later as a whole.</summary>
    /// <param name="values">The list.</param>
    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => Of(values, list => list.IsDefault ? [] : list);
}
