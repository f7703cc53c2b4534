using Pulumi;

namespace ZooInfra.Vpn;

/// <summary>A device that may enter a <see cref="VpnService"/>. Every one belongs to a person, has a purpose and ends.</summary>
public sealed class VpnPeer
{
    /// <summary>The name; person and device in lower case with hyphens when it is not given. Another name is another peer.</summary>
    public string? Name { get; set; }

    /// <summary>Who.</summary>
    public required string Person { get; set; }

    /// <summary>On what device.</summary>
    public required string Device { get; set; }

    /// <summary>What for.</summary>
    public required Input<string> Purpose { get; set; }

    /// <summary>Until when: a day such as 2027-03-31, which counts to its end in UTC, or an instant such as 2027-03-31T16:00:00Z.</summary>
    public required Input<string> Until { get; set; }

    /// <summary>The public key of a device that made its own; then no private key is made.</summary>
    public Input<string>? PublicKey { get; set; }

    /// <summary>Another number makes another key; 1 when it is not given.</summary>
    public int? KeyGeneration { get; set; }

    /// <summary>Until when the former key is accepted beside the new one; when it is not given, the former key ends with the change.</summary>
    public Input<string>? OverlapUntil { get; set; }

    /// <summary>A certain slot of the tunnel: slot n has the addresses 2n and 2n+1. When it is not given, the peer gets a free one and keeps it.</summary>
    public int? Slot { get; set; }

    /// <summary>What this peer reaches instead of <see cref="VpnServiceArgs.Routes"/>; null for those.</summary>
    public IReadOnlyList<Input<string>>? Routes { get; set; }

    /// <summary>Why all traffic of this peer goes through the tunnel, where its routes hold 0.0.0.0/0 or ::/0.</summary>
    public Input<string>? FullTunnelReason { get; set; }

    /// <summary>The networks behind it, for a site.</summary>
    public IReadOnlyList<string> Subnets { get; set; } = [];

    /// <summary>Host and port at which the hub can call it, for a site.</summary>
    public Input<string>? Endpoint { get; set; }

    /// <summary>Seconds between keepalives, 0 to 65535, 0 for none; 25 when it is not given.</summary>
    public int? Keepalive { get; set; }
}
