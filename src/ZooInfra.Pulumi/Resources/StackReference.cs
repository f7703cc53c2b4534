using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The outputs of another stack.</summary>
public class StackReference : CustomResource
{
    /// <summary>Reads the outputs of another stack.</summary>
    /// <param name="name">The name of the reference, and of the stack when <paramref name="args"/> does not name one.</param>
    /// <param name="args">Which stack.</param>
    /// <param name="options">How it is managed.</param>
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new() { Id = args?.Name ?? name }))
    {
    }

    /// <summary>The name of the stack.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>All outputs of the stack; secret as a whole when one of them is.</summary>
    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    /// <summary>The names of the secret outputs.</summary>
    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>An output of the stack; null when there is none of that name.</summary>
    /// <param name="name">Its name.</param>
    public Output<object?> GetOutput(Input<string> name) => new(FindAsync(name, required: false));

    /// <summary>An output of the stack.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The output; awaiting one that is missing is a <see cref="KeyNotFoundException"/>.</returns>
    public Output<object> RequireOutput(Input<string> name) => new Output<object?>(FindAsync(name, required: true)).Apply(value => value!);

    /// <summary>An output of the stack, apart from its secrecy.</summary>
    /// <param name="outputName">Its name.</param>
    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string outputName)
    {
        var data = await FindAsync(outputName, required: false).ConfigureAwait(false);
        return new() { Value = data.IsSecret ? null : data.Value, SecretValue = data.IsSecret ? data.Value : null };
    }

    /// <summary>The value of an output that is not secret; null when there is none of that name.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidOperationException">It is secret.</exception>
    public async Task<object?> GetValueAsync(Input<string> name) => PlainValue(await FindAsync(name, required: false).ConfigureAwait(false));

    /// <summary>The value of an output that is not secret.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidOperationException">It is secret.</exception>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public async Task<object> RequireValueAsync(Input<string> name) => PlainValue(await FindAsync(name, required: true).ConfigureAwait(false))!;

    private async Task<OutputData<object?>> FindAsync(Input<string> input, bool required)
    {
        var name = await input.ToOutput().DataAsync.ConfigureAwait(false);
        var outputs = await Outputs.DataAsync.ConfigureAwait(false);
        var secrets = await SecretOutputNames.DataAsync.ConfigureAwait(false);
        var resources = ResourceSets.Join(outputs.Resources, name.Resources);
        if (!name.IsKnown || !outputs.IsKnown)
        {
            return new(resources, null, false, outputs.IsSecret || name.IsSecret);
        }

        // An old engine does not say which outputs are secret; then all are as the whole is.
        var isSecret = name.IsSecret || (secrets.IsKnown && !secrets.Value.IsDefault ? secrets.Value.Contains(name.Value) : outputs.IsSecret);
        if (outputs.Value is { } values && values.TryGetValue(name.Value, out var value))
        {
            return new(resources, value, true, isSecret);
        }

        return required
            ? throw new KeyNotFoundException($"Required output '{name.Value}' does not exist on stack '{(await Name.DataAsync.ConfigureAwait(false)).Value}'.")
            : new(resources, null, true, isSecret);
    }

    private static object? PlainValue(OutputData<object?> data) => data.IsSecret
        ? throw new InvalidOperationException("Cannot call 'GetValueAsync' or 'RequireValueAsync' if the referenced stack output is a secret. Use 'GetOutput' or 'RequireOutput' instead.")
        : data.Value;
}

/// <summary>Which stack a <see cref="StackReference"/> means.</summary>
public class StackReferenceArgs : ResourceArgs
{
    /// <summary>The name of the stack: <c>organization/project/stack</c>.</summary>
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}

/// <summary>An output of another stack: in one of two properties, by its secrecy; null in both when it does not exist.</summary>
public sealed class StackReferenceOutputDetails
{
    /// <summary>The value when it is not secret.</summary>
    public object? Value { get; init; }

    /// <summary>The value when it is secret.</summary>
    public object? SecretValue { get; init; }
}
