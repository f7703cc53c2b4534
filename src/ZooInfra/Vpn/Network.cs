using System.Collections.Immutable;
using Pulumi;

namespace ZooInfra.Vpn;

/// <summary>A WireGuard interface with its key, port and addresses. Its id is its name.</summary>
public sealed class Network : CustomResource
{
    /// <summary>Makes a network.</summary>
    public Network(string name, NetworkArgs args, CustomResourceOptions? options = null)
        : base("zoo:vpn:Network", name, args, options)
    {
    }

    /// <summary>The name of the interface.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>The networks of the tunnel.</summary>
    [Output("prefixes")]
    public Output<ImmutableArray<string>> Prefixes { get; private set; } = null!;

    /// <summary>The addresses of the hub in the tunnel, each with the length of its network.</summary>
    [Output("addresses")]
    public Output<ImmutableArray<string>> Addresses { get; private set; } = null!;

    /// <summary>Where peers call the hub: host and port.</summary>
    [Output("endpoint")]
    public Output<string> Endpoint { get; private set; } = null!;

    /// <summary>The public key of the hub.</summary>
    [Output("publicKey")]
    public Output<string> PublicKey { get; private set; } = null!;

    /// <summary>The private key of the hub; a secret.</summary>
    [Output("privateKey")]
    public Output<string> PrivateKey { get; private set; } = null!;
}
