using ZooInfra.Contracts.Components;
using ZooInfra.Contracts.Dns;

namespace ZooInfra.Contracts;

/// <summary>ZOO4101: an SPF record that receivers refuse, or that lets everybody send (RFC 7208).</summary>
public static class SpfRefused
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO4101",
        "SPF record is refused by receivers or lets everybody send",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Dns,
        new([Control.Nist("SI-8"), Control.Nist("SC-20")]))
    {
        HasFix = true,
    };

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        foreach (var zone in DnsZoneFacts.Of(client))
        {
            if (!zone.RecordsAreComplete)
            {
                verdicts.NotEvaluable(Rule, zone.Node, $"not all records of {zone.Title} are known");
            }

            foreach (var name in zone.Records.Where(record => record is { Type: "TXT", Name: not null }).GroupBy(record => record.Name!))
            {
                Check(zone.FullName(name.First()) ?? name.Key, [.. name], verdicts);
            }
        }
    }

    private static void Check(string name, IReadOnlyList<DnsRecordFacts> records, Verdicts verdicts)
    {
        List<FactNode> policies = [];
        foreach (var record in records)
        {
            foreach (var text in record.Data.Items.Where(text => text.Text is { } known && SpfText.IsSpf(known)))
            {
                verdicts.Judged(Rule);
                policies.Add(text);
                CheckText(name, text, verdicts);
            }

            if (record.Policy is { } policy)
            {
                verdicts.Judged(Rule);
                policies.Add(record.Node);
                CheckPolicy(name, record.Node, policy, verdicts);
            }

            if (!record.Data.AreTexts)
            {
                verdicts.NotEvaluable(Rule, record.Node, $"a text of {name} is not known");
            }
        }

        if (policies.Count > 1)
        {
            verdicts.Violated(Rule.Finding(
                policies[1],
                $"{name} has {ComponentText.Number(policies.Count)} SPF records; with more than one, receivers fail them all (RFC 7208, section 3.2), so put them into one") with
            {
                Related = new([policies[0]]),
            });
        }
    }

    private static void CheckText(string name, FactNode node, Verdicts verdicts)
    {
        var text = node.Text!;
        var lookups = SpfText.Lookups(text).Count;
        if (lookups > SpfText.MostLookups)
        {
            TooMany(name, node, lookups, "not counting those of what it includes", verdicts);
        }

        if (SpfText.Everybody(text) is { } term)
        {
            verdicts.Violated(Rule.Finding(node, $"The SPF record of {name} ends in {term}, so everybody may send mail in its name; end it in -all, or ~all while you look for senders") with
            {
                Fix = RuleFix.Replace(ComponentText.Literal(SpfText.WithoutEverybody(text)), "Refuse whoever is not named"),
            });
        }
    }

    private static void CheckPolicy(string name, FactNode record, FactNode policy, Verdicts verdicts)
    {
        var (hosts, includes) = (NodeList.Of(policy["Hosts"]), NodeList.Of(policy["Includes"]));
        FactNode[] nested = [.. includes.Items.Select(include => include["NestedLookups"])];
        var known = (policy["Mx"].Flag == true ? 1 : 0) + (policy["A"].Flag == true ? 1 : 0) + hosts.Items.Count + includes.Items.Count + nested.Sum(lookups => lookups.Number ?? 0);
        if (known > SpfText.MostLookups)
        {
            TooMany(name, record, known, $"{ComponentText.Number(nested.Sum(lookups => lookups.Number ?? 0))} of them inside of what it includes", verdicts);
        }
        else if (!policy["Mx"].IsKnown || !policy["A"].IsKnown || !hosts.IsComplete || !includes.IsComplete || nested.Any(lookups => !lookups.IsKnown))
        {
            verdicts.NotEvaluable(Rule, record, $"a part of the SPF policy of {name} is not known");
        }
    }

    private static void TooMany(string name, FactNode place, decimal lookups, string which, Verdicts verdicts)
        => verdicts.Violated(
            Rule,
            place,
            $"The SPF record of {name} needs {ComponentText.Number(lookups)} lookups, {which}; receivers stop with an error after {ComponentText.Number(SpfText.MostLookups)} (RFC 7208, section 4.6.4), so name networks instead of hosts or drop an include");
}
