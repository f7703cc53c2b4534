using ZooInfra.Contracts.Components;
using ZooInfra.Contracts.Firewall;
using ZooInfra.Contracts.Networks;

namespace ZooInfra.Contracts;

/// <summary>ZOO5002: a VPN routes everything without a reason, or into the network of another client.</summary>
public static class RouteTooWide
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO5002",
        "VPN routes everything or into the network of another client",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Networks,
        new([Control.Nist("AC-4"), Control.Nist("AC-17"), Control.Nist("SC-7(7)"), Control.Hipaa("164.312(e)(1)")]));

    internal static void Check(ClientView client, ClientSet platform, Verdicts verdicts)
    {
        foreach (var vpn in VpnFacts.Of(client))
        {
            verdicts.Judged(Rule);
            CheckRoutes(client, platform, vpn, vpn.Routes, [.. vpn.Peers.Where(peer => peer.Routes.IsAbsent)], verdicts);
            foreach (var peer in vpn.Peers.Where(peer => !peer.Routes.IsAbsent))
            {
                CheckRoutes(client, platform, vpn, NodeList.Of(peer.Routes), [peer], verdicts);
            }

            if (!vpn.PeerList.IsComplete)
            {
                verdicts.NotEvaluable(Rule, vpn.PeerList.Node, $"not all peers of the VPN '{vpn.Name.Text}' are known");
            }
        }
    }

    private static void CheckRoutes(ClientView client, ClientSet platform, VpnFacts vpn, NodeList routes, IReadOnlyList<VpnPeerFacts> peers, Verdicts verdicts)
    {
        if (!routes.AreTexts)
        {
            verdicts.NotEvaluable(Rule, routes.Node, $"not all routes of the VPN '{vpn.Name.Text}' are known");
        }

        foreach (var (node, prefix) in routes.Items.SelectMany(VpnFacts.Prefix))
        {
            if (prefix.IsDefaultRoute)
            {
                CheckReason(vpn, node, prefix, peers, verdicts);
            }
            else if (!ClientPrefixes.AreComplete(client))
            {
                verdicts.NotEvaluable(Rule, node, $"not all networks of {client.Contract.Name} are known");
            }
            else if (Neighbour(client, platform, node) is var (name, network))
            {
                verdicts.Violated(Rule, node, $"The VPN '{vpn.Name.Text}' of {client.Contract.Name} routes {prefix} into the network {network} of {name}; route only what {client.Contract.Name} has");
            }
        }
    }

    private static void CheckReason(VpnFacts vpn, FactNode node, IpPrefix prefix, IReadOnlyList<VpnPeerFacts> peers, Verdicts verdicts)
    {
        List<VpnPeerFacts> without = [.. peers.Where(peer => peer.FullTunnelReason.IsStated() == false)];
        if (without.Count > 0)
        {
            verdicts.Violated(Rule.Finding(
                node,
                $"The VPN '{vpn.Name.Text}' routes {prefix}, all traffic, of the peer {without[0].Title}{(without.Count > 1 ? $" and {ComponentText.Number(without.Count - 1)} more" : "")}, and nobody says why; route the networks that are needed, or state FullTunnelReason") with
            {
                Related = new([.. without.Select(peer => (Place)peer.Node)]),
            });
        }
        else if (peers.Any(peer => peer.FullTunnelReason.IsStated() is null))
        {
            verdicts.NotEvaluable(Rule, node, "it is not known whether a reason is stated");
        }
    }

    /// <summary>The other client whose network the route leads into, by a zone of this client's firewall or a hub that both use; null when it leads into none.</summary>
    private static (string Client, string Network)? Neighbour(ClientView client, ClientSet platform, FactNode route)
    {
        var own = IntervalSet.Of(ClientPrefixes.Of(client).SelectMany(network => network.Addresses.Intervals));
        foreach (var (_, reached) in ClientPrefixes.Addresses(route).Where(reached => !own.Covers(reached.Addresses)))
        {
            foreach (var zone in FirewallFacts.Of(client).SelectMany(firewall => firewall.Zones.Items))
            {
                if (zone["Client"].Text is { } id && !string.Equals(id, client.Contract.Id, StringComparison.OrdinalIgnoreCase)
                    && NodeList.Of(zone["Networks"]).Items.SelectMany(ClientPrefixes.Addresses).FirstOrDefault(network => network.Addresses.Overlaps(reached)) is { Node: { } theirs })
                {
                    return (platform.Find(id)?.Contract.Name ?? id, theirs.Text!);
                }
            }

            // Private networks of two clients are often numbered alike; only where they meet, on one hub, is it certain which one is meant.
            foreach (var (other, theirs) in VpnFacts.Of(client).SelectMany(mine => platform.Index(VpnHubs.Of).Beside(client, mine)))
            {
                if (theirs.Networks().SelectMany(network => ClientPrefixes.Addresses(network.Node)).FirstOrDefault(network => network.Addresses.Overlaps(reached)) is { Node: { } node })
                {
                    return (other.Contract.Name, node.Text!);
                }
            }
        }

        return null;
    }
}
