using ZooInfra.Contracts.Components;

namespace ZooInfra.Contracts;

/// <summary>ZOO4104: a client declares a zone, or records in it, that belong to another client of the platform.</summary>
public static class ZoneOfAnotherClient
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO4104",
        "Zone belongs to another client",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Dns,
        new([Control.Nist("SC-20"), Control.Nist("AC-4")]));

    internal static void Check(ClientView client, ClientSet platform, Verdicts verdicts)
    {
        foreach (var zone in DnsZoneFacts.Of(client))
        {
            verdicts.Judged(Rule);
            if (zone.Name is null)
            {
                verdicts.NotEvaluable(Rule, zone.NameNode, "the name of a zone is not known");
                continue;
            }

            var zones = platform.Index(PlatformZones.Of);
            foreach (var (other, theirs) in zones.At(zone.Name).Concat(zones.Below(zone.Name)).Where(found => found.Client.Contract.Id != client.Contract.Id))
            {
                CheckName(zone, other, theirs, verdicts);
                CheckRecords(zone, other, theirs, verdicts);
            }

            if (zones.Unnamed.FirstOrDefault(owner => owner.Contract.Id != client.Contract.Id) is { } unnamed)
            {
                verdicts.NotEvaluable(Rule, zone.NameNode, $"the name of a zone of {unnamed.Contract.Name} is not known");
            }
        }
    }

    private static void CheckName(DnsZoneFacts zone, ClientView other, DnsZoneFacts theirs, Verdicts verdicts)
    {
        if (zone.Name != theirs.Name)
        {
            return;
        }

        if (!zone.View.IsKnown || !theirs.View.IsKnown || zone.Node.MayBeLeftOut() || theirs.Node.MayBeLeftOut())
        {
            verdicts.NotEvaluable(Rule, zone.NameNode, $"it is not known whether the zone {zone.Name} is made, and in which view");
        }
        else if (zone.View.Text == theirs.View.Text)
        {
            verdicts.Violated(
                Rule,
                zone.NameNode,
                $"The zone {zone.Name}{(zone.View.Text is { } view ? $" of the view '{view}'" : "")} is that of {other.Contract.Name} ({other.Contract.Id}), too, and one would overwrite the other; remove one, or give each a View of its own");
        }
    }

    private static void CheckRecords(DnsZoneFacts zone, ClientView other, DnsZoneFacts theirs, Verdicts verdicts)
    {
        if (zone.Relative(theirs.Name!) is not { } cut || cut == "@")
        {
            return;
        }

        if (!zone.RecordsAreComplete)
        {
            verdicts.NotEvaluable(Rule, zone.Node, $"not all records of {zone.Title} are known");
        }

        // A delegation may have its keys and the addresses of the name servers below it.
        var isDelegated = zone.Records.Any(record => record.Name == cut && record.Type == "NS");
        foreach (var record in zone.Records.Where(record => record.Name is { } name && (name == cut || name.EndsWith("." + cut, StringComparison.Ordinal))))
        {
            var belongs = record.Name == cut && record.Type is "NS" or "DS" || (isDelegated || !zone.RecordsAreComplete) && record.Type is "A" or "AAAA";
            if (!belongs)
            {
                verdicts.Violated(
                    Rule,
                    record.Node,
                    $"{zone.FullName(record)} lies in the zone {theirs.Name} of {other.Contract.Name} ({other.Contract.Id}); have it declared there{(isDelegated ? "" : $", and delegate {theirs.Name} with NS records")}");
            }
        }
    }
}
