using Pulumi;

namespace ZooInfra.Dns;

/// <summary>The inputs of a <see cref="RecordSet"/>.</summary>
public sealed class RecordSetArgs : ResourceArgs
{
    /// <summary>The zone; pass <see cref="Dns.Zone.Name"/>, so that the zone is made first.</summary>
    [Input("zone", required: true)]
    public Input<string> Zone { get; set; } = null!;

    /// <summary>The view of the zone, when it has one.</summary>
    [Input("view")]
    public Input<string>? View { get; set; }

    /// <summary>The name relative to the zone; <c>@</c> for the zone itself, a first label <c>*</c> for a wildcard.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>The type: the name of a <see cref="DnsRecordType"/>.</summary>
    [Input("type", required: true)]
    public Input<string> Type { get; set; } = null!;

    /// <summary>The TTL in seconds, 0 to 2147483647; that of the zone when it is not given.</summary>
    [Input("ttl")]
    public Input<int>? Ttl { get; set; }

    /// <summary>The data of the records, in no particular order: master file presentation with names in full; TXT is plain text.</summary>
    [Input("records", required: true)]
    public InputList<string> Records { get; set; } = new();
}
