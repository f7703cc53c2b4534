using Pulumi;
using ZooInfra.Contracts;

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

    /// <summary>
    /// The view, where one client has several zones of one name (split horizon): 1 to 63 lower-case letters, digits and hyphens. Each view is a
    /// <see cref="DnsZone"/> of its own.
    /// </summary>
    [Input("view")]
    public Input<string>? View { get; set; }

    /// <summary>
    /// The TTL of records that have none of their own, 0 to 2147483647; when it is not given, half of <see cref="RecoveryTime"/>, from 60 to 3600.
    /// </summary>
    [Input("ttl")]
    public Input<int>? Ttl { get; set; }

    /// <summary>
    /// Within which time a failed service must be back; what the contract promises when it is not given. Clients keep an old address for as long
    /// as the TTL says, so it must leave time for the repair itself.
    /// </summary>
    public TimeSpan? RecoveryTime { get; set; }

    /// <summary>The contract of the client, the <c>Contract</c> of its class: its recovery time gives the TTL.</summary>
    public TenantContract? Contract { get; set; }

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

    /// <summary>Names, relative to the zone, that have records which this program does not make; checks of targets let them pass.</summary>
    [Input("otherNames")]
    public InputList<string>? OtherNames { get; set; }

    /// <summary>
    /// Allows a plan that the guards would refuse: one that removes or changes more than 30 % of the record sets (and more than one), or that
    /// touches the SOA record, the name servers, the MX records of the zone or its DMARC policy.
    /// </summary>
    [Input("override")]
    public Input<ZoneOverrideArgs>? Override { get; set; }

    /// <summary>The records. Those of one name and type make one record set.</summary>
    public IList<DnsRecord> Records { get; set; } = new List<DnsRecord>();

    internal Input<int>? TtlOrDefault
    {
        get
        {
            var recovery = RecoveryTime ?? Contract?.Sla?.Recovery?.Length.ToTimeSpan();
            return Ttl ?? (recovery is { } time ? (Input<int>)(int)Math.Clamp(time.TotalSeconds / 2, 60, 3600) : null);
        }
    }
}
