using System.Collections.Immutable;
using Pulumi;

namespace ZooInfra.Dns;

/// <summary>All records of one name and type in a zone. Its id is <c>ZONE/NAME/TYPE</c>.</summary>
public sealed class RecordSet : CustomResource
{
    /// <summary>Makes a record set.</summary>
    public RecordSet(string name, RecordSetArgs args, CustomResourceOptions? options = null)
        : base("zoo:dns:RecordSet", name, args, options)
    {
    }

    /// <summary>The zone.</summary>
    [Output("zone")]
    public Output<string> Zone { get; private set; } = null!;

    /// <summary>The name relative to the zone.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>The type.</summary>
    [Output("type")]
    public Output<string> Type { get; private set; } = null!;

    /// <summary>The TTL in seconds; null when it is that of the zone.</summary>
    [Output("ttl")]
    public Output<int?> Ttl { get; private set; } = null!;

    /// <summary>The data of the records.</summary>
    [Output("records")]
    public Output<ImmutableArray<string>> Records { get; private set; } = null!;

    /// <summary>The name in full, without the final dot.</summary>
    [Output("fqdn")]
    public Output<string> Fqdn { get; private set; } = null!;
}
