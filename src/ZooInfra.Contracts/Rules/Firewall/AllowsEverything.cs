using ZooInfra.Contracts.Components;

namespace ZooInfra.Contracts;

/// <summary>ZOO6001: a rule that allows every service between every two addresses.</summary>
public static class AllowsEverything
{
    private const string Any = "any";

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO6001",
        "Firewall rule allows everything",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Firewall,
        new([Control.Nist("SC-7(5)"), Control.Nist("AC-4"), Control.Hipaa("164.312(e)(1)"), Control.Pci("1.2.5"), Control.Pci("1.3.1")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        foreach (var firewall in FirewallFacts.Of(client))
        {
            verdicts.Judged(Rule);
            foreach (var rule in firewall.Rules.Where(rule => rule.HasEnded(client.Today) != true && rule.Action is "allow" or null))
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
        bool?[] parts = [rule.Action is null || rule.HasEnded(client.Today) is null ? null : true, IsAny(rule.Services), IsEveryAddress(rule.Sources), IsEveryAddress(rule.Destinations)];
        if (parts.Contains(false))
        {
            return;
        }

        var zones = (From: firewall.IsEveryZone(rule.From), To: firewall.IsEveryZone(rule.To));
        if (parts.Contains(null))
        {
            verdicts.NotEvaluable(Rule, rule.Node, $"a part of the rule {rule.Title} is not known");
        }
        else if (zones is (true, true))
        {
            verdicts.Violated(Rule, rule.Node, $"The rule {rule.Title} of {firewall.Title} allows every service from every zone to every zone, so nothing is kept out; say from where to where, between which addresses and for which services");
        }
        else
        {
            verdicts.Violated(Rule.Finding(
                rule.Node,
                $"The rule {rule.Title} of {firewall.Title} allows every service between every two addresses of its zones; say which services, or which addresses") with
            {
                Severity = RuleSeverity.Warning,
            });
        }
    }

    private static bool? IsAny(NodeList services) => services.Find(Any) is not null ? true : services.AreTexts ? false : null;

    /// <summary>Whether a list of addresses holds every one of a family.</summary>
    private static bool? IsEveryAddress(NodeList addresses)
        => addresses.IsEmpty || addresses.Find(Any) is not null || addresses.Find("0.0.0.0/0") is not null || addresses.Find("::/0") is not null ? true
            : addresses.Items.Count > 0 && addresses.AreTexts ? false
            : null;
}
