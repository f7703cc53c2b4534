namespace Pulumi;

/// <summary>An <see cref="Input{T}"/> of any type.</summary>
internal interface IInput
{
    /// <summary>The plain value, the output, or the collection of inputs that this stands for.</summary>
    object? Value { get; }
}
