using Pulumi;

namespace ZooInfra.Vpn;

/// <summary>The inputs of a <see cref="Network"/>.</summary>
public sealed class NetworkArgs : ResourceArgs
{
    /// <summary>The name of the interface: 1 to 15 lower-case letters, digits, hyphens and underscores.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>The networks of the tunnel, such as 10.8.0.0/24 and fd00:8::/64. The hub and every peer have two addresses of each.</summary>
    [Input("prefixes", required: true)]
    public InputList<string> Prefixes { get; set; } = new();

    /// <summary>The name or address at which peers call the hub, without a port.</summary>
    [Input("host", required: true)]
    public Input<string> Host { get; set; } = null!;

    /// <summary>The UDP port of the hub, 1 to 65535; 51820 when it is not given.</summary>
    [Input("listenPort")]
    public Input<int>? ListenPort { get; set; }

    /// <summary>The largest packet in the tunnel, 1280 to 9000 octets; the device's own choice when it is not given.</summary>
    [Input("mtu")]
    public Input<int>? Mtu { get; set; }

    /// <summary>Another number makes another key for the hub at once; 1 when it is not given.</summary>
    [Input("keyGeneration")]
    public Input<int>? KeyGeneration { get; set; }
}
