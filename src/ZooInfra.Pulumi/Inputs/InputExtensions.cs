namespace Pulumi;

/// <summary>Outputs from inputs.</summary>
public static class InputExtensions
{
    /// <summary>See <see cref="Output{T}.Apply{TResult}(Func{T, TResult})"/>; a missing input is the default value.</summary>
    /// <param name="input">The input.</param>
    /// <param name="func">What to run.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, TResult> func) => input.ToOutput().Apply(func);

    /// <summary>See <see cref="Output{T}.Apply{TResult}(Func{T, Task{TResult}})"/>; a missing input is the default value.</summary>
    /// <param name="input">The input.</param>
    /// <param name="func">What to run.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Task<TResult>> func) => input.ToOutput().Apply(func);

    /// <summary>See <see cref="Output{T}.Apply{TResult}(Func{T, Input{TResult}})"/>; a missing input is the default value.</summary>
    /// <param name="input">The input.</param>
    /// <param name="func">What to run.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Input<TResult>?> func) => input.ToOutput().Apply(func);

    /// <summary>See <see cref="Output{T}.Apply{TResult}(Func{T, Output{TResult}})"/>; a missing input is the default value.</summary>
    /// <param name="input">The input.</param>
    /// <param name="func">What to run.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Output<TResult>?> func) => input.ToOutput().Apply(func);

    /// <summary>The input as an output; a missing input is the default value.</summary>
    /// <param name="input">The input.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static Output<T> ToOutput<T>(this Input<T>? input) => input is null ? Output.Create(default(T)!) : input.AsOutput();
}
