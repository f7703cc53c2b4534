using System.Globalization;
using System.Text;

namespace ZooInfra.Provider.Vpn;

/// <summary>
/// Writes the configuration of an interface as <c>wg-quick</c> reads it. The same network gives the same text. It holds the private key of the hub,
/// and of no peer.
/// </summary>
internal static class HubWriter
{
    /// <summary>Writes it; peers come in order of their names, then of their keys.</summary>
    public static string Write(HubNetwork network)
    {
        var text = new StringBuilder(256 + (network.Peers.Count * 256));
        Line("[Interface]");
        Line($"PrivateKey = {network.PrivateKey}");
        Line(string.Create(CultureInfo.InvariantCulture, $"ListenPort = {network.ListenPort}"));
        Line($"Address = {string.Join(", ", network.Addresses)}");
        if (network.Mtu is { } mtu)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"MTU = {mtu}"));
        }

        var peers = network.Peers.Values
            .OrderBy(peer => peer.Label?.Name ?? "~", StringComparer.Ordinal)
            .ThenBy(peer => peer.Label?.Retiring)
            .ThenBy(peer => peer.PublicKey, StringComparer.Ordinal);
        foreach (var peer in peers)
        {
            Line("");
            Line("[Peer]");
            if (peer.Label is { } label)
            {
                Line($"# {HubReader.Name} = {label.Name}");
                Line($"# {HubReader.Person} = {label.Person}");
                Line($"# {HubReader.Device} = {label.Device}");
                Line($"# {HubReader.Purpose} = {label.Purpose}");
                Line($"# {HubReader.Until} = {label.Until}");
                if (label.Retiring)
                {
                    Line($"# {HubReader.Retiring} = true");
                }
            }

            Line($"PublicKey = {peer.PublicKey}");
            Line($"AllowedIPs = {string.Join(", ", peer.AllowedIps)}");
            if (peer.Endpoint is { } endpoint)
            {
                Line($"Endpoint = {endpoint}");
            }

            if (peer.Keepalive > 0)
            {
                Line(string.Create(CultureInfo.InvariantCulture, $"PersistentKeepalive = {peer.Keepalive}"));
            }
        }

        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }
}
