using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using ZooInfra.Contracts;
using ZooInfra.Contracts.Networks;

namespace ZooInfra.Provider.Vpn;

/// <summary>A WireGuard interface as it should be or is.</summary>
/// <param name="Name">The interface.</param>
/// <param name="PrivateKey">Its key; null for a device that has none yet.</param>
/// <param name="ListenPort">The UDP port, 1 to 65535; 0 for a device that has none yet.</param>
/// <param name="Addresses">Its addresses with the length of their networks, in order.</param>
internal sealed record HubNetwork(string Name, string? PrivateKey, int ListenPort, EquatableArray<HubAddress> Addresses)
{
    /// <summary>The largest packet, in octets; null for the device's own choice.</summary>
    public int? Mtu { get; init; }

    /// <summary>The keys that it accepts, by public key.</summary>
    public ImmutableDictionary<string, HubPeer> Peers { get; init; } = ImmutableDictionary.Create<string, HubPeer>(StringComparer.Ordinal);

    /// <summary>Whether it accepts the same calls in the same way, whatever its peers.</summary>
    public bool SameInterface(HubNetwork other)
        => (PrivateKey, ListenPort, Addresses, Mtu) == (other.PrivateKey, other.ListenPort, other.Addresses, other.Mtu);

    // A private key must not get into a message through the text of the record.
    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Peers.Count} peers)";
}

/// <summary>An address of an interface and the length of the network it is in.</summary>
internal readonly record struct HubAddress(IPAddress Address, int Length)
{
    /// <summary>Addresses in the one order in which they are compared: IPv4 first.</summary>
    public static EquatableArray<HubAddress> Sorted(IEnumerable<HubAddress> addresses)
        => new(addresses.OrderBy(address => IpPrefix.Of(address.Address, address.Address.GetAddressBytes().Length * 8)).ThenBy(address => address.Length));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Address}/{Length}");
}
