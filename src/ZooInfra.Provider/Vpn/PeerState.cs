using System.Collections.Immutable;
using ZooInfra.Contracts.Networks;
using ZooInfra.Protocol;

namespace ZooInfra.Provider.Vpn;

/// <summary>What a peer keeps between updates: its place and its keys.</summary>
/// <param name="Slot">Its slot in the tunnel.</param>
/// <param name="Lane">Which address of the slot goes with the key.</param>
/// <param name="PublicKey">Its key.</param>
internal sealed record PeerState(int Slot, int Lane, string PublicKey)
{
    /// <summary>The private key; null when the device keeps its own.</summary>
    public string? PrivateKey { get; init; }

    /// <summary>The former key, which is accepted beside; it goes with the other address of the slot.</summary>
    public string? Previous { get; init; }

    /// <summary>Reads it from outputs; null when they do not hold it.</summary>
    public static PeerState? Read(PropertyMap outputs)
        => outputs.Count(PeerKind.SlotOutput) is { } slot and >= 1 && outputs.Count(PeerKind.Lane) is { } lane and (0 or 1) && outputs.Text(PeerInputs.PublicKey) is { } key && WireGuardKey.IsKey(key)
            ? new(slot, lane, key) { PrivateKey = outputs.Text(PeerKind.PrivateKey), Previous = outputs.Text(PeerKind.PreviousPublicKey) }
            : null;

    /// <summary>The same peer with another key. With an overlap the former one stays, and the new one takes the other address.</summary>
    public PeerState WithKey(string publicKey, string? privateKey, bool overlaps)
        => this with { PublicKey = publicKey, PrivateKey = privateKey, Previous = overlaps ? PublicKey : null, Lane = overlaps ? 1 - Lane : Lane };

    /// <summary>The keys that the hub should accept: none once the peer has ended.</summary>
    public IReadOnlyList<HubPeer> HubPeers(PeerSpec spec, TimeProvider time)
    {
        if (EndDate.HasPassed(spec.Until, time))
        {
            return [];
        }

        // A network behind a site can be routed to one key only: to the one that is in use until it is taken out of service.
        var current = Accept(spec, PublicKey, Lane, Previous is null ? spec.Subnets : []) with { Label = spec.Label };
        return Previous is null ? [current]
            : [current, Accept(spec, Previous, 1 - Lane, spec.Subnets) with { Label = spec.Label with { Until = spec.OverlapUntil ?? spec.Until, Retiring = true } }];
    }

    private HubPeer Accept(PeerSpec spec, string key, int lane, ImmutableArray<IpPrefix> subnets)
        => new(key, new(spec.Plan.PeerPrefixes(Slot, lane).AddRange(subnets).Order()))
        {
            Endpoint = spec.Endpoint,
            Keepalive = spec.Endpoint is null ? 0 : spec.Keepalive,
        };
}
