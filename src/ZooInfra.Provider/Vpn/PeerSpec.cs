using System.Collections.Immutable;
using ZooInfra.Contracts.Networks;

namespace ZooInfra.Provider.Vpn;

/// <summary>What a peer should be.</summary>
internal sealed record PeerSpec(string Network, string Name, string Person, string Device, string Purpose, string Until)
{
    /// <summary>The networks of the tunnel.</summary>
    public required AddressPlan Plan { get; init; }

    /// <summary>The key of a device that made its own; null when the key is made here.</summary>
    public string? OwnKey { get; init; }

    /// <summary>Until when the former key is accepted beside the new one; null when it is not.</summary>
    public string? OverlapUntil { get; init; }

    /// <summary>The slot that was asked for; null for any.</summary>
    public int? Slot { get; init; }

    /// <summary>Where the search for a slot starts.</summary>
    public required int SlotHint { get; init; }

    /// <summary>The networks behind the peer, for a site.</summary>
    public ImmutableArray<IpPrefix> Subnets { get; init; } = [];

    /// <summary>Where the hub can call it; null when it only calls in.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Seconds between keepalives; 0 for none.</summary>
    public int Keepalive { get; init; }

    /// <summary>The key of the hub.</summary>
    public required string HubPublicKey { get; init; }

    /// <summary>Where the hub is called.</summary>
    public required string HubEndpoint { get; init; }

    /// <summary>What the peer reaches through the tunnel, beside the hub.</summary>
    public ImmutableArray<IpPrefix> Routes { get; init; } = [];

    /// <summary>The name servers that the peer is told.</summary>
    public ImmutableArray<string> Dns { get; init; } = [];

    /// <summary>The domains that the peer completes short names with.</summary>
    public ImmutableArray<string> SearchDomains { get; init; } = [];

    /// <summary>The largest packet in the tunnel, in octets; null for the device's own choice.</summary>
    public int? Mtu { get; init; }

    /// <summary>Whose key it is.</summary>
    public PeerLabel Label => new(Name, Person, Device, Purpose, Until, Retiring: false);
}
