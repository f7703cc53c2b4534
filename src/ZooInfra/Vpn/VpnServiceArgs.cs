using Pulumi;

namespace ZooInfra.Vpn;

/// <summary>What a <see cref="VpnService"/> is made of.</summary>
public sealed class VpnServiceArgs : ResourceArgs
{
    /// <summary>The name of the interface, 1 to 15 characters; the name of the component when it is not given.</summary>
    [Input("interface")]
    public string? Interface { get; set; }

    /// <summary>
    /// The networks of the tunnel, such as 10.8.0.0/24 and fd00:8::/64. The hub and every peer own two addresses of each, so that a key can be
    /// exchanged for another without a gap: a /24 has room for 126 peers.
    /// </summary>
    [Input("prefixes", required: true)]
    public IList<string> Prefixes { get; set; } = new List<string>();

    /// <summary>The name or address at which peers call the hub, without a port.</summary>
    [Input("host", required: true)]
    public Input<string> Host { get; set; } = null!;

    /// <summary>The UDP port of the hub, 1 to 65535; 51820 when it is not given.</summary>
    [Input("listenPort")]
    public Input<int>? ListenPort { get; set; }

    /// <summary>The largest packet in the tunnel, 1280 to 9000 octets; the device's own choice when it is not given.</summary>
    [Input("mtu")]
    public Input<int>? Mtu { get; set; }

    /// <summary>Another number makes another key for the hub at once, and new configurations for all peers; 1 when it is not given.</summary>
    [Input("keyGeneration")]
    public Input<int>? KeyGeneration { get; set; }

    /// <summary>The networks that peers reach through the tunnel, beside the hub itself: the fewest that do. None when they are not given.</summary>
    [Input("routes")]
    public IList<Input<string>> Routes { get; set; } = new List<Input<string>>();

    /// <summary>The name servers that peers are told.</summary>
    [Input("dns")]
    public InputList<string> Dns { get; set; } = new();

    /// <summary>The domains that peers complete short names with.</summary>
    [Input("searchDomains")]
    public InputList<string> SearchDomains { get; set; } = new();

    /// <summary>The peers. Their order means nothing.</summary>
    public IList<VpnPeer> Peers { get; set; } = new List<VpnPeer>();

    /// <summary>Within which limits peers may be requested over the API; null when this VPN takes no requests. Requested peers join <see cref="Peers"/>.</summary>
    public VpnRequests? Requests { get; set; }

    /// <summary>The same with more peers; these arguments stay as they are.</summary>
    internal VpnServiceArgs With(IEnumerable<VpnPeer> more)
    {
        var joined = (VpnServiceArgs)MemberwiseClone();
        joined.Peers = [.. Peers, .. more];
        return joined;
    }
}
