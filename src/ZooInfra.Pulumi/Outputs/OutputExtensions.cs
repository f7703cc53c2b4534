using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Shorthands for outputs of collections and unions.</summary>
public static class OutputExtensions
{
    /// <summary>The element at <paramref name="index"/>.</summary>
    /// <param name="list">The list.</param>
    /// <param name="index">Its place, from 0.</param>
    /// <typeparam name="T">The type of an element.</typeparam>
    public static Output<T> GetAt<T>(this Output<ImmutableArray<T>> list, Input<int> index)
        => Output.Tuple(list, index.ToOutput()).Apply(pair => pair.Item1[pair.Item2]);

    /// <summary>The first element.</summary>
    /// <param name="list">The list.</param>
    /// <typeparam name="T">The type of an element.</typeparam>
    public static Output<T> First<T>(this Output<ImmutableArray<T>> list) => list.GetAt(0);

    /// <summary>The number of elements.</summary>
    /// <param name="list">The list.</param>
    /// <typeparam name="T">The type of an element.</typeparam>
    public static Output<int> Length<T>(this Output<ImmutableArray<T>> list) => list.Apply(items => items.Length);

    /// <summary>Whether the union holds its first type.</summary>
    /// <param name="output">The union.</param>
    /// <typeparam name="T0">The first type.</typeparam>
    /// <typeparam name="T1">The second type.</typeparam>
    public static Output<bool> IsT0<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.IsT0);

    /// <summary>Whether the union holds its second type.</summary>
    /// <param name="output">The union.</param>
    /// <typeparam name="T0">The first type.</typeparam>
    /// <typeparam name="T1">The second type.</typeparam>
    public static Output<bool> IsT1<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.IsT1);

    /// <summary>The union's value as its first type; an error when it holds the second.</summary>
    /// <param name="output">The union.</param>
    /// <typeparam name="T0">The first type.</typeparam>
    /// <typeparam name="T1">The second type.</typeparam>
    public static Output<T0> AsT0<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.AsT0);

    /// <summary>The union's value as its second type; an error when it holds the first.</summary>
    /// <param name="output">The union.</param>
    /// <typeparam name="T0">The first type.</typeparam>
    /// <typeparam name="T1">The second type.</typeparam>
    public static Output<T1> AsT1<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.AsT1);

    /// <summary>The union's value.</summary>
    /// <param name="output">The union.</param>
    /// <typeparam name="T0">The first type.</typeparam>
    /// <typeparam name="T1">The second type.</typeparam>
    public static Output<object> Value<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.Value);
}
