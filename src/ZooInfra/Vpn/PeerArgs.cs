using Pulumi;

namespace ZooInfra.Vpn;

/// <summary>The inputs of a <see cref="Peer"/>.</summary>
public sealed class PeerArgs : ResourceArgs
{
    /// <summary>The network; pass <see cref="Vpn.Network.Name"/>, so that the network is made first.</summary>
    [Input("network", required: true)]
    public Input<string> Network { get; set; } = null!;

    /// <summary>The name of the peer in the network: 1 to 63 lower-case letters, digits, dots, hyphens and underscores.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>Who.</summary>
    [Input("person", required: true)]
    public Input<string> Person { get; set; } = null!;

    /// <summary>On what device.</summary>
    [Input("device", required: true)]
    public Input<string> Device { get; set; } = null!;

    /// <summary>What for.</summary>
    [Input("purpose", required: true)]
    public Input<string> Purpose { get; set; } = null!;

    /// <summary>Until when: a day, which counts to its end in UTC, or an instant with Z.</summary>
    [Input("until", required: true)]
    public Input<string> Until { get; set; } = null!;

    /// <summary>The public key of a device that made its own; then no private key is made.</summary>
    [Input("publicKey")]
    public Input<string>? PublicKey { get; set; }

    /// <summary>Another number makes another key; 1 when it is not given.</summary>
    [Input("keyGeneration")]
    public Input<int>? KeyGeneration { get; set; }

    /// <summary>Until when the former key is accepted beside the new one, written like <see cref="Until"/>; when it is not given, it is not.</summary>
    [Input("overlapUntil")]
    public Input<string>? OverlapUntil { get; set; }

    /// <summary>A certain slot of the tunnel, from 1; when it is not given, the peer gets a free one and keeps it.</summary>
    [Input("slot")]
    public Input<int>? Slot { get; set; }

    /// <summary>Where the search for a free slot starts. No change of it moves a peer.</summary>
    [Input("slotHint")]
    public Input<int>? SlotHint { get; set; }

    /// <summary>The networks of the tunnel; pass <see cref="Vpn.Network.Prefixes"/>.</summary>
    [Input("prefixes", required: true)]
    public InputList<string> Prefixes { get; set; } = new();

    /// <summary>The networks behind the peer, when it is a site.</summary>
    [Input("subnets")]
    public InputList<string>? Subnets { get; set; }

    /// <summary>Host and port at which the hub can call the peer, when it is a site.</summary>
    [Input("endpoint")]
    public Input<string>? Endpoint { get; set; }

    /// <summary>Seconds between keepalives, 0 to 65535, 0 for none; 25 when it is not given.</summary>
    [Input("keepalive")]
    public Input<int>? Keepalive { get; set; }

    /// <summary>The public key of the hub; pass <see cref="Vpn.Network.PublicKey"/>.</summary>
    [Input("hubPublicKey", required: true)]
    public Input<string> HubPublicKey { get; set; } = null!;

    /// <summary>Host and port of the hub; pass <see cref="Vpn.Network.Endpoint"/>.</summary>
    [Input("hubEndpoint", required: true)]
    public Input<string> HubEndpoint { get; set; } = null!;

    /// <summary>The networks that the peer reaches through the tunnel, beside the hub itself; 0.0.0.0/0 and ::/0 need <see cref="FullTunnelReason"/>.</summary>
    [Input("routes")]
    public InputList<string>? Routes { get; set; }

    /// <summary>Why all traffic of the peer goes through the tunnel.</summary>
    [Input("fullTunnelReason")]
    public Input<string>? FullTunnelReason { get; set; }

    /// <summary>The name servers that the peer is told.</summary>
    [Input("dns")]
    public InputList<string>? Dns { get; set; }

    /// <summary>The domains that the peer completes short names with.</summary>
    [Input("searchDomains")]
    public InputList<string>? SearchDomains { get; set; }

    /// <summary>The largest packet in the tunnel, 1280 to 9000 octets; the device's own choice when it is not given.</summary>
    [Input("mtu")]
    public Input<int>? Mtu { get; set; }
}
