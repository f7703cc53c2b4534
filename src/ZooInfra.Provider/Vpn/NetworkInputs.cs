using System.Collections.Immutable;
using ZooInfra.Contracts;
using ZooInfra.Contracts.Networks;
using ZooInfra.Protocol;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Vpn;

/// <summary>Reads the inputs of <c>zoo:vpn:Network</c>.</summary>
internal static class NetworkInputs
{
    public const string Name = "name";
    public const string Prefixes = "prefixes";
    public const string Host = "host";
    public const string ListenPort = "listenPort";
    public const string Mtu = "mtu";
    public const string KeyGeneration = "keyGeneration";

    /// <summary>The port that WireGuard's own documentation uses.</summary>
    public const int StandardPort = 51820;

    /// <summary>All inputs.</summary>
    public static readonly IReadOnlyList<string> All = [Name, Prefixes, Host, ListenPort, Mtu, KeyGeneration];

    /// <summary>Checks the inputs and fills in defaults; the network is null when they are wrong or not all known.</summary>
    public static (InputReader Reader, NetworkSpec? Spec) Read(PropertyMap inputs)
    {
        var reader = new InputReader(inputs, All);
        reader.Default(ListenPort, PropertyValue.Of(StandardPort));
        reader.Default(KeyGeneration, PropertyValue.Of(1));
        var name = reader.InterfaceName(Name);
        var plan = reader.Plan(Prefixes);
        var host = reader.RequiredText(Host, "vpn.acme.example");
        if (host is not null && !Endpoint.IsHost(host))
        {
            reader.Fail(Host, $"'{Host}' must be a host name or an address, without a port.");
        }

        var port = reader.Number(ListenPort, 1, 65535);
        // 1280 is the smallest packet that IPv6 needs (RFC 8200, section 5).
        var mtu = reader.Number(Mtu, 1280, 9000);
        var generation = reader.Number(KeyGeneration, 1, int.MaxValue);
        var complete = reader.Failures.IsEmpty && name is not null && plan is not null && host is not null && port is not null && generation is not null && !reader.IsUnknown(Mtu);
        return (reader, complete ? new(name!, plan!, host!, port!.Value, mtu) : null);
    }

    /// <summary>The inputs that would make an interface as it is, as far as an interface knows them.</summary>
    public static PropertyMap Write(HubNetwork network)
    {
        var inputs = PropertyMap.Empty
            .With(Name, PropertyValue.Of(network.Name))
            .With(Prefixes, PropertyValue.Of(network.Addresses.Select(address => PropertyValue.Of(IpPrefix.Of(address.Address, address.Length).ToString()))))
            .With(ListenPort, PropertyValue.Of(network.ListenPort));
        return network.Mtu is { } mtu ? inputs.With(Mtu, PropertyValue.Of(mtu)) : inputs;
    }
}

/// <summary>What a network should be.</summary>
internal sealed record NetworkSpec(string Name, AddressPlan Plan, string Host, int ListenPort, int? Mtu)
{
    /// <summary>The addresses of the hub.</summary>
    public EquatableArray<HubAddress> Addresses => HubAddress.Sorted(Plan.Prefixes.Zip(Plan.Hub, (prefix, address) => new HubAddress(address, prefix.Length)));

    /// <summary>The interface with a key and peers.</summary>
    public HubNetwork With(string privateKey, ImmutableDictionary<string, HubPeer>? peers)
    {
        var network = new HubNetwork(Name, privateKey, ListenPort, Addresses) { Mtu = Mtu };
        return peers is null ? network : network with { Peers = peers };
    }
}
