using ZooInfra.Contracts.Components;
using ZooInfra.Contracts.Firewall;

namespace ZooInfra.Contracts;

/// <summary>ZOO6005: a rule denies every IPv4 address, and the same traffic passes over IPv6.</summary>
public static class DeniesOneFamily
{
    private const long Budget = 1_000_000;
    private const string EveryIPv4 = "0.0.0.0/0";

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO6005",
        "IPv4 is denied where IPv6 passes",
        "{0}",
        RuleSeverity.Warning,
        RuleFamily.Firewall,
        new([Control.Nist("SC-7(5)"), Control.Nist("AC-4"), Control.Pci("1.3.1")]))
    {
        HasFix = true,
    };

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        foreach (var firewall in FirewallFacts.Of(client))
        {
            var reading = FirewallReading.Of(firewall, client.Today);
            if (reading is null || reading.Unread.Count > 0 || !firewall.RuleList.IsComplete)
            {
                verdicts.NotEvaluable(Rule, firewall.Node, $"not all zones and rules of {firewall.Title} are known");
                continue;
            }

            verdicts.Judged(Rule);
            for (var i = 0; i < reading.Rules.Count; i++)
            {
                Check(firewall, reading, i, verdicts);
            }
        }
    }

    private static void Check(FirewallFacts firewall, FirewallReading reading, int index, Verdicts verdicts)
    {
        var (rule, facts) = (reading.Policy.Rules[index], reading.Rules[index]);
        if (rule.Effect == RuleEffect.Allow
            || !rule.Sources.Covers(Addresses.AnyIPv4) || !rule.Destinations.Covers(Addresses.AnyIPv4)
            || (rule.Sources.Overlaps(Addresses.AnyIPv6) && rule.Destinations.Overlaps(Addresses.AnyIPv6)))
        {
            return;
        }

        if (Allowing(reading.Policy, rule) is { } allowing)
        {
            var only = facts.Sources.Find(EveryIPv4) ?? facts.Destinations.Find(EveryIPv4);
            verdicts.Violated(Rule.Finding(
                only ?? facts.Node,
                $"The rule {facts.Title} of {firewall.Title} denies IPv4 only, and {reading.Rules[allowing].Title} lets the same traffic pass over IPv6; deny both: 'any', or no addresses at all") with
            {
                Related = new([reading.Rules[allowing].Node]),
                Fix = only is null ? null : RuleFix.Replace("\"any\"", "Deny IPv6, too"),
            });
        }
    }

    /// <summary>The rule that lets something of the same zones and services pass over IPv6; null when none does.</summary>
    private static int? Allowing(FirewallPolicy policy, PolicyRule denied)
    {
        foreach (var part in Traffic.Of(denied.From, denied.To, Addresses.AnyIPv6, Addresses.AnyIPv6, denied.Services).Where(part => part.Family == IpFamily.IPv6))
        {
            var others = policy.Rules
                .SelectMany((rule, i) => Traffic.Of(rule).Select(traffic => (Traffic: traffic, Rule: i)))
                .Where(other => other.Traffic.Direction == part.Direction && other.Traffic.Family == IpFamily.IPv6)
                .ToList();
            int? allowing = null;
            new FirstMatch([.. others.Select(other => other.Traffic)], Budget).Split(part, (_, decider) =>
            {
                allowing = decider >= 0 && policy.Rules[others[decider].Rule].Effect == RuleEffect.Allow ? others[decider].Rule : null;
                return allowing is null;
            });
            if (allowing is not null)
            {
                return allowing;
            }
        }

        return null;
    }
}
