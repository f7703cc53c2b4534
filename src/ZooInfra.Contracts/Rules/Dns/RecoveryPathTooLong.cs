using NodaTime;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Contracts;

/// <summary>ZOO4001: a service cannot be back in the promised time, since seeing, calling, the runbook and the TTL take longer (domain facts, section 7).</summary>
public static class RecoveryPathTooLong
{
    private static readonly string[] Moving = ["A", "AAAA", "CNAME"];

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO4001",
        "Recovery is promised faster than its path allows",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Dns,
        new([Control.Nist("CP-10"), Control.Nist("SC-22"), Control.Hipaa("164.308(a)(7)(ii)(B)")]))
    {
        HasFix = true,
    };

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        foreach (var failover in client.Contract.Failovers)
        {
            CheckMove(failover, verdicts);
            if (client.Contract.Sla?.Recovery is { } promised)
            {
                verdicts.Judged(Rule);
                CheckPath(client, failover, promised, verdicts);
            }
        }
    }

    private static void CheckMove(Failover failover, Verdicts verdicts)
    {
        if (failover is not { CutOver: { } moves, FormerTtl: { } former })
        {
            return;
        }

        verdicts.Judged(Rule);
        if (failover.Lowered is not { } lowered)
        {
            verdicts.NotEvaluable(Rule, failover.Path, $"it is not said when the TTL of {failover.Record} is lowered");
        }
        else if (lowered + former.Length is var earliest && moves < earliest)
        {
            verdicts.Violated(Rule.Finding(
                failover.Path + ".cut_over",
                $"{failover.Record} moves at {ComponentText.Moment(moves)}, but its TTL was {former} until {ComponentText.Moment(lowered)}, so resolvers keep the old address until {ComponentText.Moment(earliest)}; move it then or later") with
            {
                Fix = RuleFix.Set("CutOver", ComponentText.Literal(ComponentText.Moment(earliest)), $"Move it at {ComponentText.Moment(earliest)}"),
            });
        }
    }

    private static void CheckPath(ClientView client, Failover failover, ContractDuration promised, Verdicts verdicts)
    {
        var runbook = client.Contract.Runbooks.FirstOrDefault(runbook => runbook.Name == failover.Runbook);
        var people = (failover.Detect?.Length ?? Duration.Zero) + (failover.Page?.Length ?? Duration.Zero) + (runbook?.Takes?.Length ?? Duration.Zero);
        var rest = promised.Length - people;
        if (rest < Duration.Zero)
        {
            verdicts.Violated(Rule.Finding(failover.Path, $"{Start(client, failover, promised)} takes {ComponentText.Length(people)} before any DNS: {Parts(failover, runbook)}{ComponentText.Clause(client.Contract)}"));
            return;
        }

        var late = false;
        var sets = Sets(client, failover.Record, promised);
        foreach (var set in sets.Where(set => set.Seconds > (decimal)rest.TotalSeconds))
        {
            late = true;
            var most = ComponentText.Number(Math.Floor((decimal)rest.TotalSeconds));
            verdicts.Violated(Rule.Finding(
                set.Stated ?? set.Record.Node,
                $"{Start(client, failover, promised)} takes {ComponentText.Seconds((decimal)people.TotalSeconds + set.Seconds!.Value)}: {Parts(failover, runbook)} and {ComponentText.Seconds(set.Seconds.Value)} in which resolvers keep its {set.Record.Type} records; a TTL of at most {most} fits{ComponentText.Clause(client.Contract)}") with
            {
                Related = new([failover.Path]),
                Fix = set.Stated is null ? RuleFix.Append($".WithTtl({most})", $"Give it a TTL of {most}") : RuleFix.Replace(most, $"Set the TTL to {most}"),
            });
        }

        var open = failover.Detect is null ? "it does not say how long it takes until the outage is seen"
            : failover.Page is null ? "it does not say how long it takes until somebody works on it"
            : failover.Runbook is not null && runbook?.Takes is null ? $"it is not measured how long the runbook '{failover.Runbook}' takes"
            : DnsZoneFacts.Of(client).Any(zone => zone.Name is null || (zone.Relative(failover.Record) is not null && !zone.RecordsAreComplete)) ? $"not all records are known that {failover.Record} may have"
            : sets.Count == 0 ? $"no zone of the program is known to have {failover.Record}"
            : sets.Any(set => set.Seconds is null) ? $"the TTL of {failover.Record} is not known"
            : null;
        if (!late && open is not null)
        {
            verdicts.NotEvaluable(Rule, failover.Path, open);
        }
    }

    private static string Start(ClientView client, Failover failover, ContractDuration promised)
        => $"{client.Contract.Name} promises recovery in {promised}, but the way back over {failover.Record}";

    private static string Parts(Failover failover, Runbook? runbook)
        => string.Join(", ", new[]
        {
            failover.Detect is { } detect ? $"{detect} until the outage is seen" : null,
            failover.Page is { } page ? $"{page} until somebody works on it" : null,
            runbook?.Takes is { } takes ? $"{takes} for the runbook '{runbook.Name}'" : null,
        }.Where(part => part is not null));

    /// <summary>The record sets of the name, with their TTLs and where these are stated; those that one statement gives a TTL come once.</summary>
    private static List<(DnsRecordFacts Record, FactNode? Stated, decimal? Seconds)> Sets(ClientView client, string name, ContractDuration promised)
    {
        var sets = new List<(DnsRecordFacts Record, FactNode? Stated, decimal? Seconds)>();
        foreach (var zone in DnsZoneFacts.Of(client))
        {
            var relative = zone.Relative(name);
            foreach (var set in zone.Records.Where(record => relative is not null && record.Name == relative && Moving.Contains(record.Type)).GroupBy(record => record.Type))
            {
                var stated = set.Select(record => record.Ttl).FirstOrDefault(ttl => !ttl.IsAbsent) ?? zone.Ttl;
                sets.Add(stated.IsAbsent ? (set.First(), null, zone.TtlOrDefault(promised)) : (set.First(), stated, stated.Number));
            }
        }

        return [.. sets.GroupBy(set => set.Stated ?? set.Record.Node).Select(same => same.First())];
    }
}
