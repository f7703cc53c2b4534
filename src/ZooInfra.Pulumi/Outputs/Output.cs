using System.Collections.Immutable;
using System.Globalization;

namespace Pulumi;

/// <summary>Makes and combines outputs.</summary>
public static partial class Output
{
    /// <summary>An output of a value that is there already.</summary>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">Its type.</typeparam>
    public static Output<T> Create<T>(T value) => Output<T>.From(OutputData<T>.Plain(value));

    /// <summary>An output of the task's result.</summary>
    /// <param name="value">The task to wait for.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    public static Output<T> Create<T>(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(WaitAsync(value, isSecret: false));
    }

    /// <summary>A secret output of a value that is there already.</summary>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">Its type.</typeparam>
    public static Output<T> CreateSecret<T>(T value) => Output<T>.From(new([], value, true, true));

    /// <summary>A secret output of the task's result.</summary>
    /// <param name="value">The task to wait for.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    public static Output<T> CreateSecret<T>(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(WaitAsync(value, isSecret: true));
    }

    /// <summary>The same output, marked as secret.</summary>
    /// <param name="value">The output.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static Output<T> CreateSecret<T>(Output<T> value) => Mark(value, isSecret: true);

    /// <summary>The same output without its secret mark.</summary>
    /// <param name="output">The output.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static Output<T> Unsecret<T>(Output<T> output) => Mark(output, isSecret: false);

    /// <summary>Whether the output is secret.</summary>
    /// <param name="output">The output.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static async Task<bool> IsSecretAsync<T>(Output<T> output) => (await output.DataAsync.ConfigureAwait(false)).IsSecret;

    /// <summary>All values in order; unknown or secret as soon as one is.</summary>
    /// <param name="inputs">What to wait for.</param>
    /// <typeparam name="T">The type of a value.</typeparam>
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All((IEnumerable<Input<T>>)inputs);

    /// <summary>All values in order; unknown or secret as soon as one is.</summary>
    /// <param name="inputs">What to wait for.</param>
    /// <typeparam name="T">The type of a value.</typeparam>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => All(inputs.Select(input => input.ToOutput()));

    /// <summary>All values in order; unknown or secret as soon as one is.</summary>
    /// <param name="outputs">What to wait for.</param>
    /// <typeparam name="T">The type of a value.</typeparam>
    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All((IEnumerable<Output<T>>)outputs);

    /// <summary>All values in order; unknown or secret as soon as one is.</summary>
    /// <param name="outputs">What to wait for.</param>
    /// <typeparam name="T">The type of a value.</typeparam>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => new(AllAsync<T>([.. outputs]));

    /// <summary>The interpolated text with the values of all outputs in it; alignment and format specifiers work as ever, in the invariant culture.</summary>
    /// <param name="formattableString">An interpolated string whose holes are plain values, inputs or outputs.</param>
    public static Output<string> Format(FormattableString formattableString)
    {
        ArgumentNullException.ThrowIfNull(formattableString);
        return new(FormatAsync(formattableString));
    }

    internal static Output<T> Join<T>(IEnumerable<IOutput> parts, Func<object?[], T> combine) => new(JoinAsync([.. parts], combine));

    internal static IOutput OfAny(object? value) => value switch
    {
        IOutput output => output,
        IInput input => OfAny(input.Value),
        _ => Create(value),
    };

    private static async Task<OutputData<string>> FormatAsync(FormattableString text)
        => await JoinAsync([.. text.GetArguments().Select(OfAny)], values => string.Format(CultureInfo.InvariantCulture, text.Format, values)).ConfigureAwait(false);

    private static async Task<OutputData<T>> JoinAsync<T>(IOutput[] parts, Func<object?[], T> combine)
    {
        var values = new object?[parts.Length];
        var (resources, known, secret) = (ImmutableHashSet<Resource>.Empty, true, false);
        for (var i = 0; i < parts.Length; i++)
        {
            var data = await parts[i].GetDataAsync().ConfigureAwait(false);
            values[i] = data.Value;
            resources = ResourceSets.Join(resources, data.Resources);
            known &= data.IsKnown;
            secret |= data.IsSecret;
        }

        return new(resources, known ? combine(values) : default!, known, secret);
    }

    private static async Task<OutputData<ImmutableArray<T>>> AllAsync<T>(Output<T>[] outputs)
    {
        var values = ImmutableArray.CreateBuilder<T>(outputs.Length);
        var (resources, known, secret) = (ImmutableHashSet<Resource>.Empty, true, false);
        foreach (var output in outputs)
        {
            var data = await output.DataAsync.ConfigureAwait(false);
            values.Add(data.Value);
            resources = ResourceSets.Join(resources, data.Resources);
            known &= data.IsKnown;
            secret |= data.IsSecret;
        }

        return new(resources, values.MoveToImmutable(), known, secret);
    }

    private static async Task<OutputData<T>> WaitAsync<T>(Task<T> value, bool isSecret)
        => new([], await value.ConfigureAwait(false), true, isSecret);

    private static Output<T> Mark<T>(Output<T> output, bool isSecret)
    {
        ArgumentNullException.ThrowIfNull(output);
        return new(MarkAsync(output.DataAsync, isSecret));

        static async Task<OutputData<T>> MarkAsync(Task<OutputData<T>> source, bool isSecret)
            => await source.ConfigureAwait(false) with { IsSecret = isSecret };
    }
}
