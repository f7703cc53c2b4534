using ZooInfra.Contracts.Components;
using ZooInfra.Contracts.Firewall;

namespace ZooInfra.Contracts;

/// <summary>The networks that a client's program declares as its own.</summary>
internal static class ClientPrefixes
{
    /// <summary>The networks of the client's own firewall zones and VPNs, without those of zones that are another client's.</summary>
    public static IReadOnlyList<(FactNode Node, IntervalSet Addresses)> Of(ClientView client)
        =>
        [
            .. FirewallFacts.Of(client)
                .SelectMany(firewall => firewall.Zones.Items)
                .Where(zone => zone["Client"].IsAbsent || string.Equals(zone["Client"].Text, client.Contract.Id, StringComparison.OrdinalIgnoreCase))
                .SelectMany(zone => NodeList.Of(zone["Networks"]).Items)
                .SelectMany(Addresses),
            .. VpnFacts.Of(client).SelectMany(vpn => vpn.Prefixes.Items.Concat(vpn.Peers.SelectMany(peer => NodeList.Of(peer.Subnets).Items))).SelectMany(Addresses),
        ];

    /// <summary>Whether all networks of the client's firewalls and VPNs are known, and whose they are.</summary>
    public static bool AreComplete(ClientView client)
        => FirewallFacts.Of(client).All(firewall => firewall.Zones.IsComplete && firewall.Zones.Items.All(zone => NodeList.Of(zone["Networks"]).AreTexts && zone["Client"].IsKnown))
            && VpnFacts.Of(client).All(vpn => vpn.NetworksAreComplete);

    /// <summary>An address, prefix or range as a set; none where it is none of these.</summary>
    public static IEnumerable<(FactNode Node, IntervalSet Addresses)> Addresses(FactNode node)
        => node.Text is { } text && Firewall.Addresses.TryParse(text, out var set, out _) ? [(node, set)] : [];
}
