using System.Text.RegularExpressions;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Contracts;

/// <summary>ZOO6003: connections from a zone that nobody trusts are let in and leave no trace.</summary>
public static class UntrustedUnlogged
{
    /// <summary>Names that people give to such zones, also with a number or a word behind: <c>wan2</c>, <c>wan-backup</c>.</summary>
    private static readonly Regex Untrusted = new("^(wan|internet|outside|untrust|untrusted|external|public|guest|guests|isp)([0-9]*|-.*)$", RegexOptions.CultureInvariant);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO6003",
        "Connections from an untrusted zone are not logged",
        "{0}",
        RuleSeverity.Warning,
        RuleFamily.Firewall,
        new([Control.Nist("AU-2"), Control.Nist("AU-12"), Control.Nist("SC-7"), Control.Hipaa("164.312(b)"), Control.Pci("10.2.1")]))
    {
        HasFix = true,
    };

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        foreach (var firewall in FirewallFacts.Of(client))
        {
            verdicts.Judged(Rule);
            foreach (var rule in firewall.Rules.Where(rule => rule.Action == "allow" && rule.HasEnded(client.Today) != true && rule.Log.Flag != true))
            {
                Check(client, firewall, rule, verdicts);
            }

            if (!firewall.RuleList.IsComplete || firewall.Rules.Any(rule => rule.Action is null))
            {
                verdicts.NotEvaluable(Rule, firewall.RuleList.Node, $"not all rules of {firewall.Title} are known");
            }
        }
    }

    private static void Check(ClientView client, FirewallFacts firewall, FirewallRuleFacts rule, Verdicts verdicts)
    {
        var zone = rule.From.Texts.FirstOrDefault(name => IsUntrusted(firewall, name));
        if (zone is null ? !rule.From.AreTexts || !IsTranslationKnown(firewall) : !rule.Log.IsKnown || rule.HasEnded(client.Today) is null)
        {
            verdicts.NotEvaluable(Rule, rule.Node, $"it is not known where the rule {rule.Title} lets connections in from, or whether it logs them");
        }
        else if (zone is not null)
        {
            verdicts.Violated(Rule.Finding(
                rule.Log.IsAbsent ? rule.Node : rule.Log,
                $"The rule {rule.Title} of {firewall.Title} lets connections in from {(zone == Contracts.Firewall.Zone.Any ? "every zone" : $"the untrusted zone '{zone}'")} and does not log them; set Log = true") with
            {
                Severity = client.Contract.Regimes.Count > 0 ? RuleSeverity.Error : RuleSeverity.Warning,
                Fix = RuleFix.Set("Log", "true", "Log its connections"),
            });
        }
    }

    private static bool IsTranslationKnown(FirewallFacts firewall)
        => firewall.Nat.IsComplete && firewall.Nat.Items.All(nat => nat.Maker is not null && (nat["toZone"].Text ?? nat["fromZone"].Text ?? nat["zone"].Text) is not null);

    /// <summary>Whether a zone is outside: by its name, or because addresses are translated on the way to it or from it.</summary>
    private static bool IsUntrusted(FirewallFacts firewall, string zone)
        => zone == Contracts.Firewall.Zone.Any || Untrusted.IsMatch(zone) || firewall.Nat.Items.Any(nat =>
            nat.Maker is "Masquerade" or "Source" && nat["toZone"].Text == zone || nat.Maker == "Destination" && nat["fromZone"].Text == zone);
}
