using NodaTime;

namespace ZooInfra.Contracts.Firewall;

/// <summary>A firewall that makes sense. The first rule that matches decides; what none matches is dropped, IPv4 and IPv6 alike.</summary>
public sealed record FirewallPolicy
{
    /// <summary>The name of the firewall.</summary>
    public required string Name { get; init; }

    /// <summary>The zones; the bit of the n-th, from 0, in masks is n + 1.</summary>
    public required IReadOnlyList<Zone> Zones { get; init; }

    /// <summary>The named sets of addresses.</summary>
    public required IReadOnlyList<NamedAddresses> AddressSets { get; init; }

    /// <summary>The named sets of services.</summary>
    public required IReadOnlyDictionary<string, IntervalSet> ServiceSets { get; init; }

    /// <summary>The rules, in the order in which they are asked.</summary>
    public required IReadOnlyList<PolicyRule> Rules { get; init; }

    /// <summary>The address translations.</summary>
    public required IReadOnlyList<NatRule> Nat { get; init; }

    /// <summary>Whether what no rule matches is logged.</summary>
    public required bool LogDenied { get; init; }

    /// <summary>The bits of all zones and the firewall itself.</summary>
    internal ulong EveryZone => ulong.MaxValue >> (63 - Zones.Count);

    /// <summary>The policy as it works on a date in UTC: without the rules that are past their end.</summary>
    public FirewallPolicy On(LocalDate date) => this with { Rules = [.. Rules.Where(rule => rule.IsActiveOn(date))] };
}
