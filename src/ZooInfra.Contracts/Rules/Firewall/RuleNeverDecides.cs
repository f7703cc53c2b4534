using NodaTime;
using ZooInfra.Contracts.Components;
using ZooInfra.Contracts.Firewall;

namespace ZooInfra.Contracts;

/// <summary>ZOO6002: a rule that never decides anything, since the rules before it, taken together, decide all it matches, or no packet can be so.</summary>
public static class RuleNeverDecides
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO6002",
        "Firewall rule never decides anything",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Firewall,
        new([Control.Nist("SC-7"), Control.Nist("CM-7"), Control.Pci("1.2.7")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        foreach (var firewall in FirewallFacts.Of(client).Where(firewall => !firewall.RuleList.IsEmpty))
        {
            verdicts.Judged(Rule);
            var reading = FirewallReading.Of(firewall, client.Today);
            if (reading is null || reading.Unread.Count > 0 || !firewall.RuleList.IsComplete)
            {
                verdicts.NotEvaluable(Rule, reading is { Unread: [var unread, ..] } ? unread.Node : firewall.Node, $"not all zones and rules of {firewall.Title} are known");
            }

            if (reading is not null)
            {
                Check(firewall, reading, verdicts);
            }
        }
    }

    private static void Check(FirewallFacts firewall, FirewallReading reading, Verdicts verdicts)
    {
        foreach (var finding in RuleAnalysis.Analyze(reading.Policy, LocalDate.MinIsoValue))
        {
            var rule = reading.Rules[finding.Rule];
            FirewallRuleFacts[] earlier = [.. finding.Others.Select(other => reading.Rules[other])];
            var names = Names(earlier);
            if (finding.Kind == FindingKind.NotEvaluable)
            {
                verdicts.NotEvaluable(Rule, rule.Node, $"the rules before {rule.Title} are too entangled to tell within the bound of work");
                continue;
            }

            if (Describe(finding.Kind, rule, names, earlier.Length == 1 ? "decides" : "decide") is var (message, severity))
            {
                verdicts.Violated(Rule.Finding(rule.Node, $"The rule {rule.Title} of {firewall.Title} {message}") with
                {
                    // A rule that could not be read may come first and decide in the same way.
                    Severity = reading.Unread.Count > 0 ? RuleSeverity.Warning : severity,
                    Related = new([.. earlier.Select(other => (Place)other.Node)]),
                });
            }
        }
    }

    private static (string Message, RuleSeverity Severity)? Describe(FindingKind kind, FirewallRuleFacts rule, string names, string decide) => kind switch
    {
        FindingKind.Shadowed => ($"never does what it says ({rule.Action}), since {names} before it {decide} all it matches; move it up or remove it", RuleSeverity.Error),
        FindingKind.Redundant => ($"changes nothing, since {names} before it {decide} all it matches in the same way; remove it", RuleSeverity.Warning),
        FindingKind.NeverMatches => ("matches nothing: no packet has these zones, addresses and services together", RuleSeverity.Warning),
        _ => null,
    };

    private static string Names(FirewallRuleFacts[] rules)
        => string.Join(", ", rules.Take(3).Select(rule => rule.Title)) + (rules.Length > 3 ? $" and {ComponentText.Number(rules.Length - 3)} more" : "");
}
