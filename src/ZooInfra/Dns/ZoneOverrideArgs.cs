using Pulumi;

namespace ZooInfra.Dns;

/// <summary>A reasoned exception from the guards of a zone.</summary>
public sealed class ZoneOverrideArgs : ResourceArgs
{
    /// <summary>Who allows it.</summary>
    [Input("who", required: true)]
    public Input<string> Who { get; set; } = null!;

    /// <summary>Why.</summary>
    [Input("why", required: true)]
    public Input<string> Why { get; set; } = null!;

    /// <summary>The last day, UTC, as <c>YYYY-MM-DD</c>; at most 31 days ahead.</summary>
    [Input("until", required: true)]
    public Input<string> Until { get; set; } = null!;
}
