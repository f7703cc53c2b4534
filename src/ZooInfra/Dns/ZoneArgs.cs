using Pulumi;

namespace ZooInfra.Dns;

/// <summary>The inputs of a <see cref="Zone"/>. Times are seconds; the provider fills in what is not given.</summary>
public sealed class ZoneArgs : ResourceArgs
{
    /// <summary>The name of the zone.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>The name servers of the zone, in full; at least one.</summary>
    [Input("nameServers", required: true)]
    public InputList<string> NameServers { get; set; } = new();

    /// <summary>The name server that the SOA record names; the first of <see cref="NameServers"/> when it is not given.</summary>
    [Input("primaryNameServer")]
    public Input<string>? PrimaryNameServer { get; set; }

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

    /// <summary>The view, where one name has several zones (split horizon): 1 to 63 lower-case letters, digits and hyphens.</summary>
    [Input("view")]
    public Input<string>? View { get; set; }

    /// <summary>
    /// All record sets that are planned for the zone by <c>NAME/TYPE</c>: what the checks of the whole zone and its guards look at. Not made here.
    /// </summary>
    [Input("recordSets")]
    public InputMap<PlannedRecordSetArgs>? RecordSets { get; set; }

    /// <summary>Names, relative to the zone, that have records which the program does not make; checks of targets let them pass.</summary>
    [Input("otherNames")]
    public InputList<string>? OtherNames { get; set; }

    /// <summary>Allows what the guards would refuse; null for nothing.</summary>
    [Input("override")]
    public Input<ZoneOverrideArgs>? Override { get; set; }
}
