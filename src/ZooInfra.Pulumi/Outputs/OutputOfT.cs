namespace Pulumi;

/// <summary>
/// A value that is there later: when the resource it comes from was made. It knows whether it is secret, whether it is known yet
/// (a preview does not know everything) and which resources it came from.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class Output<T> : IOutput
{
    private readonly Task<OutputData<T>> _data;

    /// <summary>An output that the current deployment waits for, so that an exception in it is never lost.</summary>
    internal Output(Task<OutputData<T>> data)
        : this(data, tracked: true)
    {
    }

    private Output(Task<OutputData<T>> data, bool tracked)
    {
        _data = data;
        if (tracked && !data.IsCompletedSuccessfully)
        {
            Deployment.Current?.Runner.Track(data);
        }
    }

    /// <summary>An output whose completion somebody else is waited for already.</summary>
    internal static Output<T> Untracked(Task<OutputData<T>> data) => new(data, tracked: false);

    internal static Output<T> From(OutputData<T> data) => new(Task.FromResult(data), tracked: false);

    internal Task<OutputData<T>> DataAsync => _data;

    /// <summary>An output of the task's result.</summary>
    /// <param name="value">The task to wait for.</param>
    public static Output<T> Create(Task<T> value) => Output.Create(value);

    /// <summary>Runs <paramref name="func"/> on the value when it is known.</summary>
    /// <param name="func">What to run.</param>
    /// <returns>An output that completes when the task does.</returns>
    public Output<ValueTuple> Apply(Func<T, Task> func) => Apply(async value =>
    {
        await func(value).ConfigureAwait(false);
        return ValueTuple.Create();
    });

    /// <summary>The result of <paramref name="func"/> on the value; not run while the value is unknown.</summary>
    /// <param name="func">What to run.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => new(RunAsync(_data, func));

    /// <summary>The result of <paramref name="func"/> on the value; not run while the value is unknown.</summary>
    /// <param name="func">What to run.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => new(RunAsync(_data, func));

    /// <summary>The result of <paramref name="func"/> on the value; not run while the value is unknown. Marks and dependencies of both are joined.</summary>
    /// <param name="func">What to run; a null result is the default value.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Apply(value => func(value)?.AsOutput());

    /// <summary>The result of <paramref name="func"/> on the value; not run while the value is unknown. Marks and dependencies of both are joined.</summary>
    /// <param name="func">What to run; a null result is the default value.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) => new(RunAsync(_data, func));

    /// <summary>Like <see cref="Apply{TResult}(Func{T, Output{TResult}?})"/>, with the value as an object.</summary>
    /// <param name="func">What to run.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>> func) => Apply(value => (Output<TResult>?)func(value));

    /// <summary>
    /// An output cannot be shown as text, since its value may not be there yet: warns, and returns a text that says so. Throws when the
    /// environment variable <c>PULUMI_ERROR_OUTPUT_STRING</c> is <c>1</c> or <c>true</c>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The environment asks for an error.</exception>
    public override string ToString() => OutputText.Refuse();

    async Task<OutputData<object?>> IOutput.GetDataAsync() => (await _data.ConfigureAwait(false)).Boxed();

    private static async Task<OutputData<TResult>> RunAsync<TResult>(Task<OutputData<T>> source, Func<T, TResult> func)
    {
        var data = await source.ConfigureAwait(false);
        return data.With(data.IsKnown ? func(data.Value) : default!);
    }

    private static async Task<OutputData<TResult>> RunAsync<TResult>(Task<OutputData<T>> source, Func<T, Task<TResult>> func)
    {
        var data = await source.ConfigureAwait(false);
        return data.With(data.IsKnown ? await func(data.Value).ConfigureAwait(false) : default!);
    }

    private static async Task<OutputData<TResult>> RunAsync<TResult>(Task<OutputData<T>> source, Func<T, Output<TResult>?> func)
    {
        var data = await source.ConfigureAwait(false);
        if (!data.IsKnown || func(data.Value) is not { } inner)
        {
            return data.With<TResult>(default!);
        }

        var result = await inner._data.ConfigureAwait(false);
        return new(ResourceSets.Join(data.Resources, result.Resources), result.Value, result.IsKnown, data.IsSecret || result.IsSecret);
    }
}
