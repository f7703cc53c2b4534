using Pulumi;

namespace ZooInfra.Pulumi.Tests;

/// <summary>A component of two things, the second made from the first.</summary>
internal sealed class Pair : ComponentResource
{
    public Pair(string name, ComponentResourceOptions? options = null)
        : base("test:index:Pair", name, options)
    {
        First = new Thing($"{name}-first", new() { Text = "one" }, new() { Parent = this });
        Second = new Thing($"{name}-second", new() { Text = First.Text.Apply(text => text + "+two") }, new() { Parent = this });
        Both = Output.Format($"{First.Id}/{Second.Text}");
        RegisterOutputs();
    }

    public Thing First { get; }

    public Thing Second { get; }

    [Output("both")]
    public Output<string> Both { get; private set; }
}

/// <summary>A component of components.</summary>
internal sealed class Estate : ComponentResource
{
    public Estate(string name, ComponentResourceOptions? options = null)
        : base("test:index:Estate", name, options)
    {
        North = new Pair($"{name}-north", new() { Parent = this });
        South = new Pair($"{name}-south", new() { Parent = this });
        RegisterOutputs(new Dictionary<string, object?> { ["north"] = North.Both, ["south"] = South.Both });
    }

    public Pair North { get; }

    public Pair South { get; }
}

/// <summary>A component that a provider makes.</summary>
internal sealed class Far(string name, ThingArgs? args = null, ComponentResourceOptions? options = null)
    : ComponentResource("test:index:Far", name, args ?? new ThingArgs(), options, remote: true)
{
    [Output("text")]
    public Output<string> Text { get; private set; } = null!;
}

/// <summary>The provider of the test package.</summary>
internal sealed class TestProvider(string name, TestProviderArgs? args = null, CustomResourceOptions? options = null)
    : ProviderResource("test", name, args ?? new TestProviderArgs(), options);

internal sealed class TestProviderArgs : ResourceArgs
{
    [Input("region")]
    public Input<string>? Region { get; set; }

    [Input("retries", json: true)]
    public Input<int>? Retries { get; set; }
}

/// <summary>A provider of another package.</summary>
internal sealed class OtherProvider(string name) : ProviderResource("other", name, ResourceArgs.Empty);
