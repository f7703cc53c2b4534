using ZooInfra.Contracts;
using ZooInfra.Contracts.Networks;

namespace ZooInfra.Provider.Vpn;

/// <summary>A key that a hub accepts.</summary>
/// <param name="PublicKey">The key.</param>
/// <param name="AllowedIps">What it may send from and gets sent to, in address order.</param>
internal sealed record HubPeer(string PublicKey, EquatableArray<IpPrefix> AllowedIps)
{
    /// <summary>Where the hub finds it, <c>host:port</c>; null when it only calls in.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Seconds between keepalives that the hub sends; 0 for none.</summary>
    public int Keepalive { get; init; }

    /// <summary>Whose key it is; null for one that somebody else put there.</summary>
    public PeerLabel? Label { get; init; }
}
