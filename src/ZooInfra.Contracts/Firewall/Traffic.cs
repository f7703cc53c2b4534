namespace ZooInfra.Contracts.Firewall;

/// <summary>All new connections of one direction and family whose zones, addresses and service are each in a set.</summary>
/// <param name="Direction">Which way it goes.</param>
/// <param name="Family">Its family; addresses and services are those of the family.</param>
/// <param name="From">Zones it comes from, in bits; 1 for <see cref="Direction.Output"/>.</param>
/// <param name="To">Zones it goes to, in bits; 1 for <see cref="Direction.Input"/>.</param>
/// <param name="Sources">Addresses it comes from.</param>
/// <param name="Destinations">Addresses it goes to.</param>
/// <param name="Services">Services, as numbers of <see cref="Firewall.Services"/>.</param>
public sealed record Traffic(Direction Direction, IpFamily Family, ulong From, ulong To, IntervalSet Sources, IntervalSet Destinations, IntervalSet Services)
{
    private const ulong Self = 1;

    /// <summary>Whether the two have a connection in common; both are of one direction and family.</summary>
    internal bool Overlaps(Traffic other)
        => (From & other.From) != 0 && (To & other.To) != 0 && Services.Overlaps(other.Services) && Destinations.Overlaps(other.Destinations) && Sources.Overlaps(other.Sources);

    /// <summary>Whether every connection of <paramref name="other"/>, of the same direction and family, is in it.</summary>
    internal bool Covers(Traffic other)
        => (other.From & ~From) == 0 && (other.To & ~To) == 0 && Services.Covers(other.Services) && Destinations.Covers(other.Destinations) && Sources.Covers(other.Sources);

    /// <summary>The connections that are not in <paramref name="other"/>, which overlaps, in parts that have none in common.</summary>
    internal IEnumerable<Traffic> Except(Traffic other)
    {
        var common = this;
        if ((From & ~other.From) is not 0 and var from)
        {
            yield return common with { From = from };
            common = common with { From = From & other.From };
        }

        if ((To & ~other.To) is not 0 and var to)
        {
            yield return common with { To = to };
            common = common with { To = To & other.To };
        }

        if (Sources.Except(other.Sources) is { IsEmpty: false } sources)
        {
            yield return common with { Sources = sources };
            common = common with { Sources = Sources.Intersect(other.Sources) };
        }

        if (Destinations.Except(other.Destinations) is { IsEmpty: false } destinations)
        {
            yield return common with { Destinations = destinations };
            common = common with { Destinations = Destinations.Intersect(other.Destinations) };
        }

        if (Services.Except(other.Services) is { IsEmpty: false } services)
        {
            yield return common with { Services = services };
        }
    }

    /// <summary>What zones, addresses and services mean in each direction and family; combinations that no packet can be are left out.</summary>
    internal static IEnumerable<Traffic> Of(ulong from, ulong to, IntervalSet sources, IntervalSet destinations, IntervalSet services)
    {
        foreach (var family in (IpFamily[])[IpFamily.IPv4, IpFamily.IPv6])
        {
            var any = Addresses.Any(family);
            var (src, dst, svc) = (sources.Intersect(any), destinations.Intersect(any), Firewall.Services.In(family, services));
            if (src.IsEmpty || dst.IsEmpty || svc.IsEmpty)
            {
                continue;
            }

            var (fromZones, toZones) = (from & ~Self, to & ~Self);
            if (fromZones != 0 && (to & Self) != 0)
            {
                yield return new(Direction.Input, family, fromZones, Self, src, dst, svc);
            }

            if (fromZones != 0 && toZones != 0)
            {
                yield return new(Direction.Forward, family, fromZones, toZones, src, dst, svc);
            }

            if ((from & Self) != 0 && toZones != 0)
            {
                yield return new(Direction.Output, family, Self, toZones, src, dst, svc);
            }
        }
    }

    /// <summary>What a rule matches.</summary>
    public static IEnumerable<Traffic> Of(PolicyRule rule) => Of(rule.From, rule.To, rule.Sources, rule.Destinations, rule.Services);
}
