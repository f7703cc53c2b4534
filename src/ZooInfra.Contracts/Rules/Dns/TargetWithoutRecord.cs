using ZooInfra.Contracts.Components;
using ZooInfra.Contracts.Dns;

namespace ZooInfra.Contracts;

/// <summary>ZOO4103: a record points into its own zone, to a name that has nothing to answer or is an alias (RFC 2181, section 10.3).</summary>
public static class TargetWithoutRecord
{
    private static readonly string[] Pointing = ["CNAME", "MX", "NS", "SRV"];

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO4103",
        "Record points to a name of its zone that does not answer",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Dns,
        new([Control.Nist("SC-20"), Control.Nist("SC-22")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        foreach (var zone in DnsZoneFacts.Of(client))
        {
            var names = new ZoneNames(
                zone.Records.Where(record => record is { Name: not null, Type: not null }).Select(record => (record.Name!, record.Type!)),
                zone.OtherNames.Texts);
            foreach (var record in zone.Records.Where(record => Pointing.Contains(record.Type)))
            {
                foreach (var target in record.Data.Items)
                {
                    Check(zone, names, $"The {record.Type} record of {zone.FullName(record) ?? record.Name ?? "a name"}", target, record.Type == "CNAME", verdicts);
                }
            }

            if (!zone.RecordsAreComplete || !zone.NameServers.IsComplete || zone.Records.Any(record => !record.Data.IsComplete))
            {
                verdicts.NotEvaluable(Rule, zone.Node, $"not all records of {zone.Title} are known");
            }

            foreach (var server in zone.NameServers.Items)
            {
                Check(zone, names, $"The zone {zone.Name}", server, isAlias: false, verdicts);
            }
        }
    }

    private static void Check(DnsZoneFacts zone, ZoneNames names, string who, FactNode target, bool isAlias, Verdicts verdicts)
    {
        verdicts.Judged(Rule);
        if (target.Text is null || zone.Name is null)
        {
            verdicts.NotEvaluable(Rule, target, $"it is not known where {char.ToLowerInvariant(who[0])}{who.Substring(1)} points");
            return;
        }

        if (zone.Relative(target.Text) is not { } name || names.IsElsewhere(name))
        {
            return;
        }

        var types = names.TypesOf(name);
        var shown = target.Text.TrimEnd('.');
        if (!isAlias && types.Contains("CNAME") && (zone.RecordsAreComplete || zone.Records.Any(record => record.Name == name && record.Type == "CNAME")))
        {
            verdicts.Violated(Rule, target, $"{who} points to {shown}, which is an alias; it must name the host itself (RFC 2181, section 10.3)");
        }
        else if (types.Any(type => isAlias || type is "A" or "AAAA"))
        {
            return;
        }
        else if (!zone.RecordsAreComplete || !zone.OtherNames.AreTexts)
        {
            verdicts.NotEvaluable(Rule, target, $"not all names of the zone {zone.Name} are known");
        }
        else
        {
            verdicts.Violated(Rule, target, types.Count > 0
                ? $"{who} points to {shown}, which has no A or AAAA records; add them"
                : $"{who} points to {shown}, which has no records in this zone; add them, correct the name, or list '{name}' in OtherNames when somebody else makes them");
        }
    }
}
