using System.Diagnostics;
using CsCheck;
using ZooInfra.Contracts.Firewall;
using static ZooInfra.Contracts.Tests.Firewall.Given;

namespace ZooInfra.Contracts.Tests.Firewall;

public sealed class ReachabilityTests
{
    private static readonly string[] Zones = ["lan", "dmz", "wan", "self"];
    private static readonly string[] Four = ["10.0.0.0", "10.0.0.1", "10.0.0.2", "10.0.0.3"];
    private static readonly string[] Six = ["2001:db8::", "2001:db8::1", "2001:db8::2", "2001:db8::3"];
    private static readonly string[] Ports = ["tcp/1", "tcp/2", "udp/1", "icmp/8", "icmpv6/128", "esp"];

    private static readonly Gen<RuleSpec> AnyRule = Gen.Select(
        OneOf([.. Zones, "any"]),
        OneOf([.. Zones, "any"]),
        OneOf("any", "10.0.0.0/31", "10.0.0.1-10.0.0.2", "10.0.0.3", "2001:db8::/127", "2001:db8::1-2001:db8::2", "::/0", "0.0.0.0/0"),
        OneOf("any", "10.0.0.0/31", "10.0.0.2-10.0.0.3", "2001:db8::2/127", "2001:db8::3", "::/0"),
        OneOf("any", "tcp/1-2", "tcp/2", "udp/1", "tcp", "ping", "esp"),
        OneOf("allow", "deny", "reject"),
        (from, to, source, destination, service, action) => Rule("r", from, to, service) with { Sources = [source], Destinations = [destination], Action = action });

    private static readonly Gen<FirewallPolicy> AnyPolicy = AnyRule.Array[0, 8].Select(rules => Policy([.. rules.Select((rule, i) => rule with { Name = $"r{i}" })]));

    private static readonly IReadOnlyList<(string From, string To, string Source, string Destination, string Service)> Connections =
    [
        .. from @from in Zones
           from to in Zones
           where (@from, to) != ("self", "self")
           from addresses in (string[][])[Four, Six]
           from source in addresses
           from destination in addresses
           from service in Ports
           where service != (addresses == Four ? "icmpv6/128" : "icmp/8")
           select (@from, to, source, destination, service),
    ];

    [Fact]
    public void Every_single_connection_is_judged_as_the_first_rule_that_matches_it()
        => AnyPolicy.Sample(policy =>
        {
            var reach = new Reachability(policy);
            foreach (var (from, to, source, destination, service) in Connections)
            {
                Assert.Equal(Allowed(policy, (from, to, source, destination, service)), reach.Allows($"{from} {source}", $"{to} {destination}", service));
            }
        }, iter: 40);

    [Fact]
    public void What_is_asked_at_once_is_what_the_connections_in_it_are()
        => AnyPolicy.Sample(policy =>
        {
            var reach = new Reachability(policy);
            foreach (var (from, to) in from a in Zones from b in Zones where (a, b) != ("self", "self") select (a, b))
            {
                var allowed = Connections.Where(c => (c.From, c.To) == (from, to) && c.Source[0] == '1' && c.Service == "tcp/1" && c.Source != "10.0.0.0")
                    .Select(c => Allowed(policy, c))
                    .ToList();
                var expected = allowed.TrueForAll(one => one) ? Reach.All : allowed.Exists(one => one) ? Reach.Part : Reach.Nothing;
                Assert.Equal(expected, reach.Ask($"{from} 10.0.0.1-10.0.0.3", $"{to} 10.0.0.0/30", "tcp/1"));
            }
        }, iter: 200);

    [Fact]
    public void A_rule_is_called_covered_exactly_when_no_connection_gets_to_it()
        => AnyPolicy.Sample(policy =>
        {
            var found = RuleAnalysis.Analyze(policy, Today);
            foreach (var finding in found.Where(finding => finding.Kind is FindingKind.Shadowed or FindingKind.Redundant))
            {
                Assert.DoesNotContain(Connections, c => BruteForce(policy, c.From, c.To, c.Source, c.Destination, c.Service) == finding.Rule);
                var without = policy with { Rules = [.. policy.Rules.Where((_, i) => i != finding.Rule)] };
                Assert.All(Connections.Take(500), c => Assert.Equal(Allowed(policy, c), Allowed(without, c)));
            }

            Assert.DoesNotContain(found, finding => finding.Kind == FindingKind.NotEvaluable);
        }, iter: 200);

    [Fact]
    public void Everything_is_denied_by_default_on_IPv4_and_IPv6()
    {
        var reach = new Reachability(Policy());
        Assert.All((string[])["10.0.0.1", "2001:db8::1"], address => Assert.Equal(Reach.Nothing, reach.Ask($"lan {address}", "wan", "any")));
        Assert.Equal(Reach.Nothing, reach.Ask("any", "self", "any"));
        Assert.Equal(Reach.Nothing, reach.Ask("self", "any", "any"));
    }

    [Fact]
    public void Questions_are_asked_in_the_words_of_the_firewall()
    {
        var reach = new Reachability(Policy(Rule("web", "any", "dmz", "websites") with { Sources = ["office"], Destinations = ["web"] }));

        Assert.True(reach.Allows("office", "dmz web", "https"));
        Assert.True(reach.Allows("lan 10.1.2.3", "dmz 192.0.2.10", "websites"));
        Assert.False(reach.Allows("lan", "dmz web", "https"));
        Assert.Equal(Reach.Part, reach.Ask("lan", "dmz web", "https"));
        Assert.Equal(Reach.Nothing, reach.Ask("wan 192.0.2.77", "dmz web", "https"));
    }

    [Fact]
    public void A_question_that_means_nothing_is_refused()
    {
        var reach = new Reachability(Policy());
        Assert.Contains("is no zone of 'edge' (lan, dmz, wan, self, any)", Assert.Throws<ArgumentException>(() => reach.Ask("lam", "wan", "ssh")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => reach.Ask("lan", "wan", "sssh"));
        Assert.Throws<ArgumentException>(() => reach.Ask("lan 10.0.0.1", "wan 2001:db8::1", "ssh"));
        Assert.Throws<ArgumentException>(() => reach.Ask("self", "self", "ssh"));
    }

    private static bool Allowed(FirewallPolicy policy, (string From, string To, string Source, string Destination, string Service) c)
        => BruteForce(policy, c.From, c.To, c.Source, c.Destination, c.Service) is >= 0 and var rule && policy.Rules[rule].Effect == RuleEffect.Allow;

    /// <summary>The first rule that matches one connection, looked up member by member.</summary>
    private static int BruteForce(FirewallPolicy policy, string from, string to, string source, string destination, string service)
    {
        var (src, dst, svc) = (One(source), One(destination), Number(service));
        for (var i = 0; i < policy.Rules.Count; i++)
        {
            var rule = policy.Rules[i];
            if (Has(rule.From, from) && Has(rule.To, to) && rule.Sources.Contains(src) && rule.Destinations.Contains(dst) && rule.Services.Contains(svc))
            {
                return i;
            }
        }

        return -1;
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static bool Has(ulong mask, string zone) => (mask & (zone == "self" ? 1UL : 2UL << Array.IndexOf(Zones, zone))) != 0;

    private static Number128 One(string address) => Addresses.TryParse(address, out var set, out _) ? set.Intervals[0].First : throw new UnreachableException();

    private static Number128 Number(string service) => Services.TryParse(service, out var set, out _) ? set.Intervals[0].First : throw new UnreachableException();
}
