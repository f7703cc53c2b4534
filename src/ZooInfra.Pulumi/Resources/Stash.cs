namespace Pulumi;

/// <summary>Keeps a value in the state of the stack.</summary>
/// <param name="name">The name.</param>
/// <param name="args">The value.</param>
/// <param name="options">How it is managed.</param>
public sealed class Stash(string name, StashArgs args, CustomResourceOptions? options = null) : CustomResource("pulumi:index:Stash", name, args, options)
{
    /// <summary>The value as it was given this time.</summary>
    [Output("input")]
    public Output<object> Input { get; private set; } = null!;

    /// <summary>The value as it is kept.</summary>
    [Output("output")]
    public Output<object> Output { get; private set; } = null!;
}

/// <summary>What a <see cref="Stash"/> keeps.</summary>
public sealed class StashArgs : ResourceArgs
{
    /// <summary>The value.</summary>
    [Input("input", required: true)]
    public Input<object> Input { get; set; } = null!;
}
