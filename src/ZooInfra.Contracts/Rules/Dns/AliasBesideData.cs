using ZooInfra.Contracts.Components;

namespace ZooInfra.Contracts;

/// <summary>ZOO4102: a CNAME where the name has other data, which the zone itself always has (RFC 1034, section 3.6.2).</summary>
public static class AliasBesideData
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO4102",
        "CNAME shares its name with other records",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Dns,
        new([Control.Nist("SC-20"), Control.Nist("SC-22")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        foreach (var zone in DnsZoneFacts.Of(client))
        {
            var aliases = zone.Records.Where(record => record is { Type: "CNAME", Name: not null }).ToList();
            if (aliases.Count == 0 && zone.RecordsAreComplete)
            {
                continue;
            }

            verdicts.Judged(Rule);
            var found = false;
            foreach (var alias in aliases.GroupBy(record => record.Name!).Select(same => same.First()))
            {
                var name = zone.FullName(alias) ?? alias.Name!;
                var beside = zone.Records.FirstOrDefault(other => other != alias && other.Name == alias.Name && other.Type is not null);
                if (alias.Name == "@")
                {
                    found = true;
                    verdicts.Violated(Rule, alias.Node, $"{name} is the zone itself and cannot have a CNAME, since it has SOA and NS records (RFC 1034, section 3.6.2); give it A and AAAA records");
                }
                else if (beside is not null)
                {
                    found = true;
                    verdicts.Violated(Rule.Finding(
                        alias.Node,
                        $"{name} has a CNAME and {(beside.Type == "CNAME" ? "another one" : $"{beside.Type} records")}; a CNAME cannot share its name with other data (RFC 1034, section 3.6.2), so remove one") with
                    {
                        Related = new([beside.Node]),
                    });
                }
            }

            if (!found && !zone.RecordsAreComplete)
            {
                verdicts.NotEvaluable(Rule, zone.Node, $"not all records of {zone.Title} are known");
            }
        }
    }
}
