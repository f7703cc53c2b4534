using ZooInfra.Contracts.Components;
using ZooInfra.Contracts.Firewall;
using ZooInfra.Contracts.Networks;

namespace ZooInfra.Contracts;

/// <summary>
/// ZOO5001: networks of two clients meet in one routing domain and have addresses in common. One firewall is such a domain, and one VPN hub, known by
/// its host; two clients that never meet may number their networks alike.
/// </summary>
public static class PrefixesOverlap
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO5001",
        "Networks of two clients overlap in one routing domain",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Networks,
        new([Control.Nist("AC-4"), Control.Nist("SC-7"), Control.Pci("1.4.1")]));

    internal static void Check(ClientView client, ClientSet platform, Verdicts verdicts)
    {
        foreach (var firewall in FirewallFacts.Of(client))
        {
            CheckZones(firewall, verdicts);
        }

        foreach (var vpn in VpnFacts.Of(client))
        {
            var hubs = platform.Index(VpnHubs.Of);
            var uncertain = hubs.Uncertain.FirstOrDefault(found => found.Client.Contract.Id != client.Contract.Id).Client
                ?? (vpn.Host.Text is null || vpn.Node.MayBeLeftOut() ? platform.Clients.FirstOrDefault(other => other.Contract.Id != client.Contract.Id && VpnFacts.Of(other).Count > 0) : null);
            if (uncertain is not null)
            {
                verdicts.NotEvaluable(Rule, vpn.Node, $"it is not known whether {client.Contract.Name} and {uncertain.Contract.Name} share a hub");
            }

            foreach (var (other, theirs) in hubs.Beside(client, vpn).Where(found => !vpn.Node.MayBeLeftOut() && !found.Vpn.Node.MayBeLeftOut()))
            {
                CheckHub(client, vpn, other, theirs, verdicts);
            }
        }
    }

    private static void CheckZones(FirewallFacts firewall, Verdicts verdicts)
    {
        var shared = firewall.Zones.Items.Where(zone => !zone["Client"].IsAbsent).ToList();
        if (shared.Count == 0 && firewall.Zones.IsComplete)
        {
            return;
        }

        verdicts.Judged(Rule);
        var isOpen = !firewall.Zones.IsComplete || !firewall.Nat.IsComplete || shared.Exists(zone => zone["Client"].Text is null || !NodeList.Of(zone["Networks"]).AreTexts);
        for (var i = 0; i < shared.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (zone, other) = (shared[i], shared[j]);
                if (zone["Client"].Text is not { } client || other["Client"].Text is not { } otherClient || client == otherClient)
                {
                    continue;
                }

                // A translation that is not read may tell them apart.
                if (Seen(firewall, zone) is not { } seen || Seen(firewall, other) is not { } otherSeen)
                {
                    isOpen = true;
                }
                else if (seen.Intersect(otherSeen).Intervals is [var first, ..])
                {
                    verdicts.Violated(Rule.Finding(
                        NodeList.Of(zone["Networks"]).Items.FirstOrDefault(item => ClientPrefixes.Addresses(item).Any(network => network.Addresses.Overlaps(IntervalSet.Of(first)))) ?? zone,
                        $"{Addresses.Format(first)} of the zone '{zone["Name"].Text}' ({client}) is in the zone '{other["Name"].Text}' ({otherClient}) of {firewall.Title}, too; give one of them a free network, or a FirewallNatArgs.OneToOne to one") with
                    {
                        Related = new([other]),
                    });
                }
            }
        }

        if (isOpen)
        {
            verdicts.NotEvaluable(Rule, firewall.Node, $"not all zones, networks and translations of {firewall.Title} are known");
        }
    }

    /// <summary>What the other zones see of a zone: networks that are translated are seen as what they are translated to. Null when that is not known.</summary>
    private static IntervalSet? Seen(FirewallFacts firewall, FactNode zone)
    {
        var seen = IntervalSet.Of(NodeList.Of(zone["Networks"]).Items.SelectMany(ClientPrefixes.Addresses).SelectMany(network => network.Addresses.Intervals));
        if (!firewall.Nat.IsComplete || zone["Name"].Text is not { } name)
        {
            return null;
        }

        foreach (var nat in firewall.Nat.Items)
        {
            if (nat.Maker is null || nat.Maker == "OneToOne" && nat["zone"].Text is null)
            {
                return null;
            }

            if (nat.Maker == "OneToOne" && nat["zone"].Text == name)
            {
                if (ClientPrefixes.Addresses(nat["network"]).FirstOrDefault().Addresses is not { } inside || ClientPrefixes.Addresses(nat["seenAs"]).FirstOrDefault().Addresses is not { } outside)
                {
                    return null;
                }

                seen = seen.Except(inside).Union(outside);
            }
        }

        return seen;
    }

    private static void CheckHub(ClientView client, VpnFacts vpn, ClientView other, VpnFacts theirs, Verdicts verdicts)
    {
        verdicts.Judged(Rule);
        var claims = vpn.Networks().Select(network => (network.Node, Claim: new PrefixClaim(client.Contract.Id, $"the VPN '{vpn.Name.Text}'", network.Prefix))).ToList();
        var otherClaims = theirs.Networks().Select(network => new PrefixClaim(other.Contract.Id, $"the VPN '{theirs.Name.Text}'", network.Prefix)).ToList();
        foreach (var overlap in PrefixOverlap.Find(claims.Select(claim => claim.Claim).Concat(otherClaims)))
        {
            var (mine, others) = overlap.First.Client == client.Contract.Id ? (overlap.First, overlap.Second) : (overlap.Second, overlap.First);
            verdicts.Violated(
                Rule,
                claims.First(claim => claim.Claim == mine).Node,
                $"{mine.Prefix} of {mine.Source} and {others.Prefix} of {others.Source} of {other.Contract.Name} ({other.Contract.Id}) overlap on the hub {vpn.Host.Text}; give one of them a free network or a hub of its own");
        }

        if (!vpn.NetworksAreComplete || !theirs.NetworksAreComplete)
        {
            verdicts.NotEvaluable(Rule, vpn.Node, $"not all networks on the hub {vpn.Host.Text} are known");
        }
    }
}
