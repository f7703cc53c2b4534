namespace Pulumi;

/// <summary>What a resource takes: a plain value, or an output that is there later.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public class Input<T> : IInput
{
    private readonly T _value;
    private Output<T>? _output;

    private protected Input(T value) => _value = value;

    private protected Input(Output<T>? output)
    {
        _output = output;
        _value = default!;
    }

    object? IInput.Value => Untyped;

    private protected virtual object? Untyped => _output ?? (object?)_value;

    internal virtual Output<T> AsOutput() => _output ??= Output.Create(_value);

    /// <summary>A plain value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Input<T>(T value) => new(value);

    /// <summary>An output.</summary>
    /// <param name="value">The output.</param>
    public static implicit operator Input<T>(Output<T> value) => new(value ?? throw new ArgumentNullException(nameof(value)));

    /// <summary>The input as an output.</summary>
    /// <param name="input">The input.</param>
    public static implicit operator Output<T>(Input<T> input) => (input ?? throw new ArgumentNullException(nameof(input))).AsOutput();
}
