using Pulumi;

namespace ZooInfra.Dns;

/// <summary>What a <see cref="DnsZone"/> is made of. Times are seconds.</summary>
public sealed class DnsZoneArgs : ResourceArgs
{
    /// <summary>The name of the zone; the name of the component when it is not given.</summary>
    [Input("zoneName")]
    public Input<string>? ZoneName { get; set; }

    /// <summary>The name servers of the zone, in full; at least one. The first is the one that the SOA record names.</summary>
    [Input("nameServers", required: true)]
    public InputList<string> NameServers { get; set; } = new();

    /// <summary>The mailbox of whoever is responsible for the zone; hostmaster of the zone when it is not given.</summary>
    [Input("contact")]
    public Input<string>? Contact { get; set; }

    /// <summary>The TTL of records that have none of their own, 0 to 2147483647; 3600 when it is not given.</summary>
    [Input("ttl")]
    public Input<int>? Ttl { get; set; }

    /// <summary>After how long secondaries ask for changes; 86400 when it is not given.</summary>
    [Input("refresh")]
    public Input<int>? Refresh { get; set; }

    /// <summary>After how long secondaries ask again when they got no answer; 7200 when it is not given.</summary>
    [Input("retry")]
    public Input<int>? Retry { get; set; }

    /// <summary>How long secondaries that get no answer serve the zone; 3600000 when it is not given.</summary>
    [Input("expire")]
    public Input<int>? Expire { get; set; }

    /// <summary>How long resolvers remember that a name does not exist; 3600 when it is not given.</summary>
    [Input("negativeTtl")]
    public Input<int>? NegativeTtl { get; set; }

    /// <summary>The records. Those of one name and type make one record set.</summary>
    public IList<DnsRecord> Records { get; set; } = new List<DnsRecord>();
}
