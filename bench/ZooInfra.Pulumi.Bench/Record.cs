using Pulumi;

namespace ZooInfra.Pulumi.Bench;

/// <summary>The resource that the measurements register.</summary>
internal sealed class Record(string name, RecordArgs args, CustomResourceOptions? options = null) : CustomResource("bench:index:Record", name, args, options)
{
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("ttl")]
    public Output<int> Ttl { get; private set; } = null!;
}

internal sealed class RecordArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }

    [Input("ttl")]
    public Input<int>? Ttl { get; set; }
}
