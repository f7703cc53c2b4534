using System.Collections.Immutable;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Dns;

/// <summary>All that a zone file says. Immutable: a change makes a new one, which shares what did not change.</summary>
/// <param name="Head">What the zone says about itself.</param>
/// <param name="Serial">The SOA serial.</param>
/// <param name="Sets">The record sets, without the NS records of the zone itself.</param>
internal sealed record ZoneContent(ZoneHead Head, uint Serial, ImmutableSortedDictionary<ZoneKey, ZoneRecordSet> Sets)
{
    private static readonly RecordType[] Types = Enum.GetValues<RecordType>();

    /// <summary>A zone without record sets, with the first serial.</summary>
    public static ZoneContent New(ZoneHead head) => new(head, 1, ImmutableSortedDictionary<ZoneKey, ZoneRecordSet>.Empty);

    /// <summary>
    /// The serial after <paramref name="serial"/> (RFC 1982). Zero is left out, since some servers take it for "no serial": adding two is a step
    /// forward, too.
    /// </summary>
    public static uint NextSerial(uint serial) => serial == uint.MaxValue ? 1 : serial + 1;

    /// <summary>The zone with <paramref name="set"/> in it.</summary>
    /// <exception cref="ProviderException">A CNAME and other data would share a name (RFC 1034, section 3.6.2).</exception>
    public ZoneContent With(ZoneRecordSet set)
    {
        foreach (var type in Types.Where(type => type != set.Type && RecordType.CNAME is var cname && (type == cname || set.Type == cname)))
        {
            if (Sets.ContainsKey(new(set.Name, type)))
            {
                throw new ProviderException(
                    $"{DnsName.Join(set.Name, Head.Name)} has {type} records, and a CNAME cannot share its name with other data. Remove the {type} record set in one update, then add {set.Type} in the next.");
            }
        }

        return this with { Sets = Sets.SetItem(set.Key, set) };
    }

    /// <summary>The zone without a record set.</summary>
    public ZoneContent Without(string name, RecordType type) => this with { Sets = Sets.Remove(new(name, type)) };

    /// <summary>The record set of a name and type; null when there is none.</summary>
    public ZoneRecordSet? Find(string name, RecordType type) => Find(new ZoneKey(name, type));

    /// <summary>The record set at a place; null when there is none.</summary>
    public ZoneRecordSet? Find(ZoneKey key) => Sets.GetValueOrDefault(key);

    /// <summary>Whether two record sets are the same in this zone: same data, and the same TTL once those without one have that of the zone.</summary>
    public bool AreSame(ZoneRecordSet one, ZoneRecordSet other)
        => one.Key.CompareTo(other.Key) == 0 && (one.Ttl ?? Head.Ttl) == (other.Ttl ?? Head.Ttl) && one.Data.SequenceEqual(other.Data);
}
