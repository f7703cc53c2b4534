using System.Globalization;
using System.Text;
using ZooInfra.Contracts.Firewall;

namespace ZooInfra.Provider.Firewall;

/// <summary>
/// Writes a policy as an nftables script that replaces one table in one transaction. Nothing in it comes from outside unchecked: names are letters,
/// digits and hyphens, addresses and services are written from numbers.
/// </summary>
/// <param name="policy">The policy, without rules that are past their end.</param>
internal sealed class RulesetText(FirewallPolicy policy)
{
    private const string NeighbourDiscovery = "nd-router-solicit, nd-router-advert, nd-neighbor-solicit, nd-neighbor-advert";

    // What the firewall says about packets that it does not pass on. To the connection tracker a rejected packet is no connection, so this is not related to any.
    private static readonly string[] OwnErrors =
    [
        "icmp type { destination-unreachable, time-exceeded, parameter-problem } accept",
        "icmpv6 type { destination-unreachable, packet-too-big, time-exceeded, parameter-problem } accept",
        "ct state related tcp flags & rst == rst accept",
    ];

    private readonly StringBuilder _text = new();

    /// <summary>The script that makes the table, or makes it anew.</summary>
    /// <param name="policy">The policy, without rules that are past their end.</param>
    /// <param name="table">The name of the table.</param>
    /// <param name="aboutChain">Texts of up to 120 harmless characters that a chain of the table is to keep; empty for no chain.</param>
    public static string Write(FirewallPolicy policy, string table, IReadOnlyList<string> aboutChain) => new RulesetText(policy).Script(table, aboutChain);

    private string Script(string table, IReadOnlyList<string> aboutChain)
    {
        // The first line makes sure that there is something to delete; all of it is one transaction.
        _text.Append(CultureInfo.InvariantCulture, $"table inet {table}\ndelete table inet {table}\ntable inet {table} {{\n");
        NamedSets();
        FilterChain(Direction.Input, "iifname \"lo\" accept", $"icmpv6 type {{ {NeighbourDiscovery} }} ip6 hoplimit 255 accept");
        FilterChain(Direction.Forward);
        FilterChain(Direction.Output, ["oifname \"lo\" accept", $"icmpv6 type {{ {NeighbourDiscovery} }} ip6 hoplimit 255 accept", "icmpv6 type { mld-listener-report, mld2-listener-report } accept", .. OwnErrors]);
        if (policy.Nat.Count > 0)
        {
            new NatText(policy, _text).Write();
        }

        if (aboutChain.Count > 0)
        {
            Chain("about", aboutChain.Select(text => $"continue comment \"{text}\""));
        }

        _text.Append("}\n");
        return _text.ToString();
    }

    private void NamedSets()
    {
        foreach (var set in policy.AddressSets.OrderBy(set => set.Name, StringComparer.Ordinal))
        {
            foreach (var family in (IpFamily[])[IpFamily.IPv4, IpFamily.IPv6])
            {
                var members = set.Members.Intersect(Addresses.Any(family));
                if (members.IsEmpty || members.Covers(Addresses.Any(family)) || !IsUsed(set.Name))
                {
                    continue;
                }

                _text.Append(CultureInfo.InvariantCulture, $"\tset {SetName(set.Name, family)} {{\n\t\ttype {(family == IpFamily.IPv4 ? "ipv4_addr" : "ipv6_addr")}\n\t\tflags interval\n");
                _text.Append(CultureInfo.InvariantCulture, $"\t\telements = {{ {string.Join(", ", members.Intervals.Select(Addresses.Format))} }}\n\t}}\n");
            }
        }
    }

    private bool IsUsed(string set) => policy.Rules.Any(rule => rule.SourceSet == set || rule.DestinationSet == set);

    private void FilterChain(Direction direction, params string[] always)
    {
        var name = direction.ToString().ToLowerInvariant();
        string[] end = policy.LogDenied ? [$"limit rate 10/second burst 20 packets log prefix \"zoo {policy.Name} denied: \""] : [];

        // Only replies pass because a connection is known. What was let in by a rule is asked again for every packet, so that a connection ends with its rule.
        Chain(name,
        [
            $"type filter hook {name} priority filter; policy drop;",
            .. always,
            "ct state invalid drop",
            "ct state established ct direction reply accept",
            "ct state related meta l4proto { icmp, ipv6-icmp } accept",
            .. policy.Rules.SelectMany(rule => Rule(rule, direction)),
            .. end,
        ]);
    }

    private IEnumerable<string> Rule(PolicyRule rule, Direction direction)
    {
        Traffic[] parts = [.. Traffic.Of(rule).Where(part => part.Direction == direction)];
        var both = parts is [var four, var six] && IsAnyAddress(four) && IsAnyAddress(six) && four.Services.Equals(six.Services);
        foreach (var part in both ? parts.Take(1) : parts)
        {
            var ends = $"{Interfaces(part)}{(both ? "" : Ends(rule, part))}";
            foreach (var service in ServiceText.Matches(part.Services))
            {
                var match = $"{ends}{service}";
                if (rule.Log)
                {
                    yield return $"{match}ct state new limit rate 10/second log prefix \"zoo {policy.Name} {rule.Name}: \" comment \"{rule.Name}\"";
                }

                yield return $"{match}counter {Verdict(rule.Effect, service)} comment \"{rule.Name}\"";
            }
        }
    }

    private static string Verdict(RuleEffect effect, string service) => effect switch
    {
        RuleEffect.Allow => "accept",
        RuleEffect.Deny => "drop",
        _ when service.StartsWith("tcp ", StringComparison.Ordinal) => "reject with tcp reset",
        _ => "reject with icmpx admin-prohibited",
    };

    private static bool IsAnyAddress(Traffic part) => part.Sources.Covers(Addresses.Any(part.Family)) && part.Destinations.Covers(Addresses.Any(part.Family));

    private string Interfaces(Traffic part) => part.Direction switch
    {
        Direction.Input => $"iifname {Of(part.From)} ",
        Direction.Output => $"oifname {Of(part.To)} ",
        _ => $"iifname {Of(part.From)} oifname {Of(part.To)} ",
    };

    private string Of(ulong zones)
        => ServiceText.Set(policy.Zones.Where((_, i) => (zones & (2UL << i)) != 0).SelectMany(zone => zone.Interfaces).Order(StringComparer.Ordinal).Select(name => $"\"{name}\""));

    private static string Ends(PolicyRule rule, Traffic part)
    {
        var protocol = part.Family == IpFamily.IPv4 ? "ip" : "ip6";
        var ends = $"{End("saddr", part.Sources, rule.SourceSet)}{End("daddr", part.Destinations, rule.DestinationSet)}";
        return ends.Length > 0 ? ends : $"meta nfproto {(part.Family == IpFamily.IPv4 ? "ipv4" : "ipv6")} ";

        string End(string which, IntervalSet addresses, string? set)
            => addresses.Covers(Addresses.Any(part.Family)) ? ""
                : set is not null ? $"{protocol} {which} @{SetName(set, part.Family)} "
                : $"{protocol} {which} {ServiceText.Set(addresses.Intervals.Select(Addresses.Format))} ";
    }

    private static string SetName(string set, IpFamily family) => $"{(family == IpFamily.IPv4 ? "a4" : "a6")}_{set}";

    private void Chain(string name, IEnumerable<string> lines)
        => _text.Append(CultureInfo.InvariantCulture, $"\tchain {name} {{\n").AppendJoin("", lines.Select(line => $"\t\t{line}\n")).Append("\t}\n");
}
