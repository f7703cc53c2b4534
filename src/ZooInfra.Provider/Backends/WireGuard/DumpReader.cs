using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ZooInfra.Contracts.Networks;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Vpn;

namespace ZooInfra.Provider.Backends.WireGuard;

/// <summary>Reads what the tools say about an interface.</summary>
internal static class DumpReader
{
    /// <summary>Puts together what <c>wg show NAME dump</c> and <c>ip -j address show</c> answer.</summary>
    /// <exception cref="ProviderException">An answer has another form.</exception>
    public static HubNetwork Read(string name, string dump, string addresses)
    {
        var lines = dump.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            var head = lines[0].Split('\t');
            var peers = ImmutableDictionary.CreateBuilder<string, HubPeer>(StringComparer.Ordinal);
            foreach (var line in lines.Skip(1))
            {
                var peer = Peer(line.Split('\t'));
                peers.Add(peer.PublicKey, peer);
            }

            var (mtu, found) = Addresses(addresses);
            return new(name, head[0] is "(none)" or "" ? null : head[0], Number(head[2]), HubAddress.Sorted(found)) { Mtu = mtu, Peers = peers.ToImmutable() };
        }
        catch (Exception exception) when (exception is FormatException or IndexOutOfRangeException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ProviderException($"What 'wg show {name} dump' or 'ip -j address show {name}' answer is not understood; this provider was made for wireguard-tools 1.0 and iproute2 5 and later. Nothing was changed.", exception);
        }
    }

    /// <summary>The destinations that <c>ip -j route show</c> answers.</summary>
    public static IReadOnlyList<IpPrefix> Routes(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return [];
        }

        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray()
            .Select(route => IpPrefix.TryParse(route.GetProperty("dst").GetString()!, out var prefix, out _) ? prefix : (IpPrefix?)null)
            .OfType<IpPrefix>()];
    }

    // public key, preshared key, endpoint, allowed IPs, last handshake, received, sent, keepalive
    private static HubPeer Peer(string[] fields) => new(fields[0], new(AllowedIps(fields[3]).Order()))
    {
        Endpoint = fields[2] is "(none)" ? null : fields[2],
        Keepalive = fields[7] is "off" ? 0 : Number(fields[7]),
    };

    private static IEnumerable<IpPrefix> AllowedIps(string text)
        => text is "(none)" ? [] : text.Split(',').Select(item => IpPrefix.TryParse(item, out var prefix, out _) ? prefix : throw new FormatException());

    private static (int Mtu, List<HubAddress> Addresses) Addresses(string json)
    {
        using var document = JsonDocument.Parse(json);
        var link = document.RootElement.EnumerateArray().Single(item => item.TryGetProperty("ifname", out _));
        var addresses = new List<HubAddress>();
        foreach (var item in link.GetProperty("addr_info").EnumerateArray())
        {
            // The kernel gives itself link-local addresses; nobody asked for those.
            if (item.TryGetProperty("local", out var local) && item.GetProperty("scope").GetString() != "link")
            {
                addresses.Add(new(System.Net.IPAddress.Parse(local.GetString()!), item.GetProperty("prefixlen").GetInt32()));
            }
        }

        return (link.GetProperty("mtu").GetInt32(), addresses);
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
