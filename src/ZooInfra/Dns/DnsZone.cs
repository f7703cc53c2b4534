using System.Collections.Immutable;
using Pulumi;

namespace ZooInfra.Dns;

/// <summary>A DNS zone with its records: one <see cref="Zone"/> and a <see cref="RecordSet"/> for each name and type.</summary>
public sealed class DnsZone : ComponentResource
{
    /// <summary>Makes a zone.</summary>
    /// <param name="name">The name of the component, and of the zone unless <see cref="DnsZoneArgs.ZoneName"/> says otherwise.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">Options of the component; its children inherit what children inherit.</param>
    /// <exception cref="RunException">Records contradict each other.</exception>
    public DnsZone(string name, DnsZoneArgs args, ComponentResourceOptions? options = null)
        : base("zoo:dns:DnsZone", name, args, options)
    {
        var sets = Group(name, args.Records);
        var zone = new Zone(name, new ZoneArgs
        {
            Name = args.ZoneName ?? name,
            View = args.View,
            NameServers = args.NameServers,
            Contact = args.Contact,
            Ttl = args.TtlOrDefault,
            Refresh = args.Refresh,
            Retry = args.Retry,
            Expire = args.Expire,
            NegativeTtl = args.NegativeTtl,
            RecordSets = sets.ToDictionary(set => $"{set.Name}/{set.Type}", set => new PlannedRecordSetArgs { Ttl = TtlOf(set), Records = { set.Values.ToArray() } }),
            OtherNames = args.OtherNames,
            Override = args.Override,
        }, new CustomResourceOptions { Parent = this });

        var made = new Dictionary<DnsRecord, RecordSet>(ReferenceEqualityComparer.Instance);
        foreach (var set in sets.Where(set => set.Type != DnsRecordType.MX))
        {
            made[set] = Make(name, set, zone, args.View, []);
        }

        // Some servers refuse a mail exchanger that has no address yet.
        var addresses = made.Where(pair => pair.Key.Type is DnsRecordType.A or DnsRecordType.AAAA).Select(pair => pair.Value).ToArray();
        foreach (var set in sets.Where(set => set.Type == DnsRecordType.MX))
        {
            made[set] = Make(name, set, zone, args.View, addresses);
        }

        RecordSets = [.. sets.Select(set => made[set])];
        ZoneName = zone.Name;
        NameServers = zone.NameServers;
        RegisterOutputs(new Dictionary<string, object?> { ["zoneName"] = ZoneName, ["nameServers"] = NameServers });
    }

    /// <summary>The name of the zone.</summary>
    [Output("zoneName")]
    public Output<string> ZoneName { get; private set; }

    /// <summary>The name servers of the zone.</summary>
    [Output("nameServers")]
    public Output<ImmutableArray<string>> NameServers { get; private set; }

    /// <summary>The record sets, in the order in which their names and types first come up.</summary>
    public IReadOnlyList<RecordSet> RecordSets { get; }

    // The zone's own output, not its name, is passed on: a record set is made after its zone and goes before it.
    private RecordSet Make(string name, DnsRecord set, Zone zone, Input<string>? view, RecordSet[] after) => new($"{name}/{set.Name}/{set.Type}", new RecordSetArgs
    {
        Zone = zone.Name,
        View = view,
        Name = set.Name,
        Type = set.Type.ToString(),
        Ttl = TtlOf(set),
        Records = { set.Values.ToArray() },
    }, new CustomResourceOptions { Parent = this, DependsOn = [.. after] });

    private static Input<int>? TtlOf(DnsRecord set) => set.Ttl is { } ttl ? (Input<int>)ttl : null;

    private static List<DnsRecord> Group(string zone, IEnumerable<DnsRecord> records)
    {
        var sets = records
            .GroupBy(record => (Name: record.Name.ToLowerInvariant(), record.Type))
            .Select(group => group.Aggregate((all, next) => all.Merge(next)))
            .ToList();
        foreach (var name in sets.GroupBy(set => set.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (name.FirstOrDefault(set => set.Type == DnsRecordType.CNAME) is { } cname && (name.Count() > 1 || cname.Values.Count > 1))
            {
                throw new RunException(
                    $"'{name.Key}' in the zone '{zone}' has a CNAME and {(name.Count() > 1 ? $"{name.First(set => set != cname).Type} records" : "another one")}; a CNAME cannot share its name with other data (RFC 1034, section 3.6.2).");
            }
        }

        return sets;
    }
}
