using System.Globalization;
using System.Text;

namespace ZooInfra.Provider.Vpn;

/// <summary>The configuration that a peer loads into its WireGuard client; it holds the private key, so it is a secret.</summary>
internal static class PeerConfiguration
{
    /// <summary>Writes it, for <c>wg-quick</c> and the WireGuard apps.</summary>
    public static string Write(PeerSpec spec, PeerState state)
    {
        var text = new StringBuilder();
        Line("[Interface]");
        Line(state.PrivateKey is { } key ? $"PrivateKey = {key}" : "# PrivateKey = the one that was made on the device");
        Line($"Address = {Join(spec.Plan.PeerPrefixes(state.Slot, state.Lane))}");
        if (spec.Dns.Length + spec.SearchDomains.Length > 0)
        {
            Line($"DNS = {string.Join(", ", [.. spec.Dns, .. spec.SearchDomains])}");
        }

        if (spec.Mtu is { } mtu)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"MTU = {mtu}"));
        }

        Line("");
        Line("[Peer]");
        Line($"PublicKey = {spec.HubPublicKey}");
        Line($"AllowedIPs = {Join([.. spec.Plan.Hub.Select(address => Contracts.Networks.IpPrefix.Of(address, address.GetAddressBytes().Length * 8)), .. spec.Routes.Order()])}");
        Line($"Endpoint = {spec.HubEndpoint}");
        if (spec.Keepalive > 0)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"PersistentKeepalive = {spec.Keepalive}"));
        }

        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static string Join<T>(IEnumerable<T> items) => string.Join(", ", items);
}
