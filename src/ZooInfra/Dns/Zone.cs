using System.Collections.Immutable;
using Pulumi;

namespace ZooInfra.Dns;

/// <summary>A DNS zone: its SOA record, its name servers and its default TTL. Its id is its name, with <c>VIEW:</c> before it when it has a view.</summary>
public sealed class Zone : CustomResource
{
    /// <summary>Makes a zone.</summary>
    public Zone(string name, ZoneArgs args, CustomResourceOptions? options = null)
        : base("zoo:dns:Zone", name, args, options)
    {
    }

    /// <summary>The name of the zone, lower case, without the final dot.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>The view; null for the only one.</summary>
    [Output("view")]
    public Output<string?> View { get; private set; } = null!;

    /// <summary>The name servers of the zone.</summary>
    [Output("nameServers")]
    public Output<ImmutableArray<string>> NameServers { get; private set; } = null!;

    /// <summary>The name server that the SOA record names.</summary>
    [Output("primaryNameServer")]
    public Output<string> PrimaryNameServer { get; private set; } = null!;

    /// <summary>The mailbox of whoever is responsible for the zone.</summary>
    [Output("contact")]
    public Output<string> Contact { get; private set; } = null!;

    /// <summary>The TTL, in seconds, of records that have none of their own.</summary>
    [Output("ttl")]
    public Output<int> Ttl { get; private set; } = null!;

    /// <summary>After how many seconds secondaries ask for changes.</summary>
    [Output("refresh")]
    public Output<int> Refresh { get; private set; } = null!;

    /// <summary>After how many seconds secondaries ask again when they got no answer.</summary>
    [Output("retry")]
    public Output<int> Retry { get; private set; } = null!;

    /// <summary>For how many seconds secondaries that get no answer serve the zone.</summary>
    [Output("expire")]
    public Output<int> Expire { get; private set; } = null!;

    /// <summary>For how many seconds resolvers remember that a name does not exist.</summary>
    [Output("negativeTtl")]
    public Output<int> NegativeTtl { get; private set; } = null!;
}
