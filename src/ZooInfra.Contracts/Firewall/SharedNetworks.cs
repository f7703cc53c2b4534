namespace ZooInfra.Contracts.Firewall;

/// <summary>Networks of different clients that meet on one firewall must not overlap, unless a one-to-one translation tells them apart.</summary>
internal static class SharedNetworks
{
    /// <summary>Reports each pair of zones that collide.</summary>
    public static void Check(List<Zone> zones, List<NatRule> nat, PolicyWords words)
    {
        for (var i = 0; i < zones.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (zone, other) = (zones[i], zones[j]);
                if (zone.Client is null || other.Client is null || zone.Client == other.Client)
                {
                    continue;
                }

                var common = Seen(zones, nat, i).Intersect(Seen(zones, nat, j));
                if (common.Intervals is [var first, ..])
                {
                    words.Fail(
                        $"zones[{i}].networks",
                        $"{Addresses.Format(first)} of '{zone.Name}' ({zone.Client}) is in '{other.Name}' ({other.Client}), too. Give one of the two a one-to-one translation to a network of its own.");
                }
            }
        }
    }

    // What the others see of a zone: networks that are translated are seen as what they are translated to.
    private static IntervalSet Seen(List<Zone> zones, List<NatRule> nat, int zone)
        => nat.Where(rule => rule.Kind == NatKind.OneToOne && rule.Zone == zone)
            .Aggregate(zones[zone].Networks, (seen, rule) => seen.Except(IntervalSet.Of(rule.Inside)).Union(IntervalSet.Of(rule.Outside!.Value)));
}
