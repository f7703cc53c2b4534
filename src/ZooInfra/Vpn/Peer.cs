using System.Collections.Immutable;
using Pulumi;

namespace ZooInfra.Vpn;

/// <summary>A device of a person that may enter a network until a date. Its id is <c>NETWORK/NAME</c>.</summary>
public sealed class Peer : CustomResource
{
    /// <summary>Makes a peer.</summary>
    public Peer(string name, PeerArgs args, CustomResourceOptions? options = null)
        : base("zoo:vpn:Peer", name, args, options)
    {
    }

    /// <summary>The name of the peer.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>Its addresses in the tunnel, one of each network.</summary>
    [Output("addresses")]
    public Output<ImmutableArray<string>> Addresses { get; private set; } = null!;

    /// <summary>Its slot in the tunnel; slot n has the addresses 2n and 2n+1 of each network.</summary>
    [Output("assignedSlot")]
    public Output<int> AssignedSlot { get; private set; } = null!;

    /// <summary>Its public key.</summary>
    [Output("publicKey")]
    public Output<string> PublicKey { get; private set; } = null!;

    /// <summary>The former public key while it is accepted beside the new one; null otherwise.</summary>
    [Output("previousPublicKey")]
    public Output<string?> PreviousPublicKey { get; private set; } = null!;

    /// <summary>Its private key, a secret; null when the device made its own.</summary>
    [Output("privateKey")]
    public Output<string?> PrivateKey { get; private set; } = null!;

    /// <summary>Whether the hub accepts it: not before it is made, and not after its end.</summary>
    [Output("active")]
    public Output<bool> Active { get; private set; } = null!;

    /// <summary>What the device loads, for wg-quick and the WireGuard apps; a secret.</summary>
    [Output("configuration")]
    public Output<string> Configuration { get; private set; } = null!;

    /// <summary>The configuration as a QR code: a PNG image in base64; a secret.</summary>
    [Output("qrPng")]
    public Output<string> QrPng { get; private set; } = null!;
}
