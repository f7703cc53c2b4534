using Pulumi;

namespace ZooInfra.Dns;

/// <summary>A record set that is planned for a zone, for the checks and guards of the zone.</summary>
public sealed class PlannedRecordSetArgs : ResourceArgs
{
    /// <summary>The TTL in seconds; that of the zone when it is not given.</summary>
    [Input("ttl")]
    public Input<int>? Ttl { get; set; }

    /// <summary>The data of the records.</summary>
    [Input("records", required: true)]
    public InputList<string> Records { get; set; } = new();
}
