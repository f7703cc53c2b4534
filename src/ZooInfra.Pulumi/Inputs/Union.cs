using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>A value of one of two types.</summary>
/// <typeparam name="T0">The first type.</typeparam>
/// <typeparam name="T1">The second type.</typeparam>
public readonly struct Union<T0, T1> : IEquatable<Union<T0, T1>>, IUnion
{
    private readonly T0 _value0;
    private readonly T1 _value1;
    private readonly bool _isT1;

    private Union(T0 value0, T1 value1, bool isT1) => (_value0, _value1, _isT1) = (value0, value1, isT1);

    /// <summary>The value.</summary>
    public object Value => _isT1 ? _value1! : _value0!;

    /// <summary>Whether the value is of the first type.</summary>
    public bool IsT0 => !_isT1;

    /// <summary>Whether the value is of the second type.</summary>
    public bool IsT1 => _isT1;

    /// <summary>The value as the first type.</summary>
    /// <exception cref="InvalidOperationException">It is of the second type.</exception>
    public T0 AsT0 => IsT0 ? _value0 : throw new InvalidOperationException($"The union holds a {typeof(T1).Name}, not a {typeof(T0).Name}.");

    /// <summary>The value as the second type.</summary>
    /// <exception cref="InvalidOperationException">It is of the first type.</exception>
    public T1 AsT1 => _isT1 ? _value1 : throw new InvalidOperationException($"The union holds a {typeof(T0).Name}, not a {typeof(T1).Name}.");

    /// <summary>A value of the first type.</summary>
    /// <param name="input">The value.</param>
    public static Union<T0, T1> FromT0(T0 input) => new(input, default!, false);

    /// <summary>A value of the second type.</summary>
    /// <param name="input">The value.</param>
    public static Union<T0, T1> FromT1(T1 input) => new(default!, input, true);

    /// <summary>A value of the first type.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Union<T0, T1>(T0 value) => FromT0(value);

    /// <summary>A value of the second type.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Union<T0, T1>(T1 value) => FromT1(value);

    /// <summary>Whether both hold the same value of the same type.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Union<T0, T1> left, Union<T0, T1> right) => left.Equals(right);

    /// <summary>Whether the values or their types differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Union<T0, T1> left, Union<T0, T1> right) => !left.Equals(right);

    /// <summary>The result of the function for the type of the value.</summary>
    /// <param name="f0">For the first type.</param>
    /// <param name="f1">For the second type.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public TResult Match<TResult>(Func<T0, TResult> f0, Func<T1, TResult> f1) => _isT1 ? f1(_value1) : f0(_value0);

    /// <summary>Runs the action for the type of the value.</summary>
    /// <param name="f0">For the first type.</param>
    /// <param name="f1">For the second type.</param>
    public void Switch(Action<T0> f0, Action<T1> f1)
    {
        if (_isT1)
        {
            f1(_value1);
        }
        else
        {
            f0(_value0);
        }
    }

    /// <summary>The union with a value of the first type changed.</summary>
    /// <param name="mapFunc">The change.</param>
    /// <typeparam name="TResult">The new first type.</typeparam>
    public Union<TResult, T1> MapT0<TResult>(Func<T0, TResult> mapFunc) => _isT1 ? Union<TResult, T1>.FromT1(_value1) : Union<TResult, T1>.FromT0(mapFunc(_value0));

    /// <summary>The union with a value of the second type changed.</summary>
    /// <param name="mapFunc">The change.</param>
    /// <typeparam name="TResult">The new second type.</typeparam>
    public Union<T0, TResult> MapT1<TResult>(Func<T1, TResult> mapFunc) => _isT1 ? Union<T0, TResult>.FromT1(mapFunc(_value1)) : Union<T0, TResult>.FromT0(_value0);

    /// <summary>The union with its value changed.</summary>
    /// <param name="mapFunc0">The change for the first type.</param>
    /// <param name="mapFunc1">The change for the second type.</param>
    /// <typeparam name="TResult0">The new first type.</typeparam>
    /// <typeparam name="TResult1">The new second type.</typeparam>
    public Union<TResult0, TResult1> Bimap<TResult0, TResult1>(Func<T0, TResult0> mapFunc0, Func<T1, TResult1> mapFunc1)
        => _isT1 ? Union<TResult0, TResult1>.FromT1(mapFunc1(_value1)) : Union<TResult0, TResult1>.FromT0(mapFunc0(_value0));

    /// <summary>Takes the value apart.</summary>
    /// <param name="value">The value, when it is of the first type.</param>
    /// <param name="remainder">The value, when it is of the second type.</param>
    /// <returns>Whether it is of the first type.</returns>
    public bool TryPickT0([MaybeNullWhen(false)] out T0 value, [MaybeNullWhen(true)] out T1 remainder)
    {
        (value, remainder) = (_value0, _value1);
        return IsT0;
    }

    /// <summary>Takes the value apart.</summary>
    /// <param name="value">The value, when it is of the second type.</param>
    /// <param name="remainder">The value, when it is of the first type.</param>
    /// <returns>Whether it is of the second type.</returns>
    public bool TryPickT1([MaybeNullWhen(false)] out T1 value, [MaybeNullWhen(true)] out T0 remainder)
    {
        (value, remainder) = (_value1, _value0);
        return _isT1;
    }

    /// <summary>Whether both hold the same value of the same type.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(Union<T0, T1> other) => _isT1 == other._isT1 && Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Union<T0, T1> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_isT1, Value);

    /// <summary>The value as text.</summary>
    public override string ToString() => Value?.ToString() ?? "";
}

/// <summary>A <see cref="Union{T0, T1}"/> of any types.</summary>
internal interface IUnion
{
    object? Value { get; }
}
