using ZooInfra.Contracts.Components;

namespace ZooInfra.Contracts;

/// <summary>ZOO6004: a rule that nobody answers for, that never ends without anybody's approval, or that has ended.</summary>
public static class RuleUnaccounted
{
    private static readonly string[] Stated = ["Owner", "Reason", "Ticket"];

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO6004",
        "Firewall rule has no owner, reason, ticket or end, or has ended",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Firewall,
        new([Control.Nist("SC-7(4)"), Control.Nist("CM-3"), Control.Pci("1.2.5"), Control.Pci("1.2.7")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        foreach (var firewall in FirewallFacts.Of(client))
        {
            verdicts.Judged(Rule);
            foreach (var rule in firewall.Rules)
            {
                Check(client, firewall, rule, verdicts);
            }

            if (!firewall.RuleList.IsComplete)
            {
                verdicts.NotEvaluable(Rule, firewall.RuleList.Node, $"not all rules of {firewall.Title} are known");
            }
        }
    }

    private static void Check(ClientView client, FirewallFacts firewall, FirewallRuleFacts rule, Verdicts verdicts)
    {
        var who = $"The rule {rule.Title} of {firewall.Title}";
        string[] missing = [.. Stated.Where(member => rule.Node[member].IsStated() == false)];
        var (ends, approved) = (rule.Expires.IsKnown ? !rule.Expires.IsAbsent : (bool?)null, rule.PermanentApprover.IsStated());
        if (missing.Length > 0)
        {
            var blank = missing.Length == 1 && !rule.Node[missing[0]].IsAbsent ? rule.Node[missing[0]] : rule.Node;
            verdicts.Violated(Rule, blank, $"{who} states no {string.Join(" and no ", missing)}; a hole without them cannot be reviewed");
        }
        else if (ends == false && approved == false)
        {
            verdicts.Violated(Rule, rule.Node, $"{who} never ends, and nobody approved that; state Expires, or PermanentApprover");
        }
        else if (ends == true && approved == true)
        {
            verdicts.Violated(Rule, rule.PermanentApprover, $"{who} has an end and an approver of having none; state one of the two");
        }
        else if (rule.HasEnded(client.Today) == true)
        {
            verdicts.Violated(Rule.Finding(rule.Expires, $"{who} ended with {ComponentText.Day(rule.Expires.Date!.Value)} and the build is of {ComponentText.Day(client.Today!.Value)}; remove it, or have it approved anew with a later date") with
            {
                Severity = RuleSeverity.Warning,
            });
        }
        else if (ends is null || approved is null || rule.HasEnded(client.Today) is null || Stated.Any(member => rule.Node[member].IsStated() is null))
        {
            verdicts.NotEvaluable(Rule, rule.Node, $"not all that the rule {rule.Title} states is known");
        }
    }
}
