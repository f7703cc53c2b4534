namespace ZooInfra.Contracts.Firewall;

/// <summary>
/// Answers who reaches whom, for new connections, before source NAT and after destination NAT. An end is a zone (<c>lan</c>, <c>self</c>, <c>any</c>), an address,
/// prefix, range or named set (<c>10.0.0.0/8</c>, <c>office</c>: in any zone), or a zone and one of these (<c>lan 10.0.0.5</c>).
/// </summary>
/// <param name="policy">The policy, as it works on the date that is meant; see <see cref="FirewallPolicy.On"/>.</param>
public sealed class Reachability(FirewallPolicy policy)
{
    private const long Budget = 50_000_000;

    private readonly Dictionary<(Direction, IpFamily), (List<Traffic> Traffic, List<RuleEffect> Effects)> _rules = Rules(policy);

    /// <summary>Whether all that <paramref name="from"/> can send to <paramref name="to"/> with <paramref name="service"/> is allowed.</summary>
    /// <inheritdoc cref="Ask" path="/exception"/>
    public bool Allows(string from, string to, string service) => Ask(from, to, service) == Reach.All;

    /// <summary>How much of what <paramref name="from"/> can send to <paramref name="to"/> with <paramref name="service"/> is allowed.</summary>
    /// <exception cref="ArgumentException">An end or the service means nothing, or no packet can be so.</exception>
    /// <exception cref="InvalidOperationException">The rules are too entangled to tell.</exception>
    public Reach Ask(string from, string to, string service)
    {
        var (fromZones, sources) = End(from, nameof(from));
        var (toZones, destinations) = End(to, nameof(to));
        var services = ServicesOf(service);

        var (allowed, denied, asked) = (false, false, false);
        foreach (var part in Traffic.Of(fromZones, toZones, sources, destinations, services))
        {
            asked = true;
            if (!_rules.TryGetValue((part.Direction, part.Family), out var rules))
            {
                denied = true;
                continue;
            }

            var match = new FirstMatch(rules.Traffic, Budget);
            match.Split(part, (_, rule) =>
            {
                var passes = rule >= 0 && rules.Effects[rule] == RuleEffect.Allow;
                (allowed, denied) = (allowed || passes, denied || !passes);
                return !allowed || !denied;
            });
            if (match.GaveUp)
            {
                throw new InvalidOperationException($"The rules of '{policy.Name}' are too entangled to tell whether {from} reaches {to}. Ask about less, or simplify them.");
            }
        }

        return !asked ? throw new ArgumentException($"No packet goes from {from} to {to} with {service}: IPv4 and IPv6 do not mix, and 'self' does not send to itself through the firewall.", nameof(to))
            : !allowed ? Reach.Nothing
            : denied ? Reach.Part
            : Reach.All;
    }

    private static Dictionary<(Direction, IpFamily), (List<Traffic> Traffic, List<RuleEffect> Effects)> Rules(FirewallPolicy policy)
        => policy.Rules
            .SelectMany(rule => Traffic.Of(rule).Select(traffic => (Traffic: traffic, rule.Effect)))
            .GroupBy(part => (part.Traffic.Direction, part.Traffic.Family))
            .ToDictionary(bucket => bucket.Key, bucket => (bucket.Select(part => part.Traffic).ToList(), bucket.Select(part => part.Effect).ToList()));

    private (ulong Zones, IntervalSet Addresses) End(string text, string argument)
    {
        var words = text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [var zone] when ZoneMask(zone) is { } mask => (mask, IntervalSet.All),
            [var address] when AddressesOf(address) is { } set => (policy.EveryZone & ~1UL, set),
            [var zone, var address] when ZoneMask(zone) is { } mask && AddressesOf(address) is { } set => (mask, set),
            _ => throw new ArgumentException(
                $"'{text}' is no zone of '{policy.Name}' ({string.Join(", ", policy.Zones.Select(zone => zone.Name))}, self, any), no address and no named set of addresses, nor a zone and one of these.", argument),
        };
    }

    private IntervalSet ServicesOf(string service)
        => policy.ServiceSets.TryGetValue(service, out var set) || Services.TryParse(service, out set, out var problem) ? set : throw new ArgumentException($"'{service}' {problem}.", nameof(service));

    private ulong? ZoneMask(string name)
    {
        if (name == Zone.Any)
        {
            return policy.EveryZone;
        }

        for (var i = 0; i < policy.Zones.Count; i++)
        {
            if (policy.Zones[i].Name == name)
            {
                return 2UL << i;
            }
        }

        return name == Zone.Self ? 1UL : null;
    }

    private IntervalSet? AddressesOf(string text)
        => policy.AddressSets.FirstOrDefault(set => set.Name == text)?.Members ?? (Addresses.TryParse(text, out var parsed, out _) ? parsed : null);
}
