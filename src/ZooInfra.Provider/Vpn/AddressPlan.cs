using System.Collections.Immutable;
using System.Net;
using ZooInfra.Contracts.Networks;

namespace ZooInfra.Provider.Vpn;

/// <summary>
/// Who has which address in a tunnel. Addresses come in pairs, a pair a slot: slot 0 is the hub's, every peer owns one slot for good. The two
/// addresses of a pair are for two keys, so that during a rotation the old key and the new one work side by side.
/// </summary>
/// <param name="Prefixes">The networks of the tunnel; an address of each is given.</param>
internal sealed record AddressPlan(ImmutableArray<IpPrefix> Prefixes)
{
    /// <summary>The longest IPv4 prefix that holds a peer beside the hub.</summary>
    public const int LongestIPv4 = 29;

    /// <summary>The longest IPv6 prefix that holds a peer beside the hub.</summary>
    public const int LongestIPv6 = 125;

    // More peers than one interface should have, and few enough to count.
    private const int MostSlots = 1 << 20;

    /// <summary>The last slot; the first one of a peer is 1.</summary>
    public int LastSlot => Prefixes.Min(prefix =>
    {
        // The last pair of an IPv4 network holds its broadcast address.
        var pairs = prefix.AddressBits - prefix.Length - 1;
        return pairs > 20 ? MostSlots : (1 << pairs) - (prefix.IsIPv6 ? 1 : 2);
    });

    /// <summary>The addresses of the hub.</summary>
    public ImmutableArray<IPAddress> Hub => [.. Prefixes.Select(prefix => prefix.AddressAt(1))];

    /// <summary>The addresses of a peer.</summary>
    /// <param name="slot">Its slot.</param>
    /// <param name="lane">0 or 1: which of the pair.</param>
    public ImmutableArray<IPAddress> Peer(int slot, int lane) => [.. Prefixes.Select(prefix => prefix.AddressAt(((ulong)slot * 2) + (ulong)lane))];

    /// <summary>The same as networks of one address.</summary>
    public ImmutableArray<IpPrefix> PeerPrefixes(int slot, int lane) => [.. Peer(slot, lane).Select(Single)];

    /// <summary>The slots that have an address inside <paramref name="prefix"/>; null when it is none of the tunnel's.</summary>
    public (int First, int Last)? SlotsOf(IpPrefix prefix)
    {
        foreach (var own in Prefixes)
        {
            if (own.Contains(prefix) && own.OffsetOf(prefix.FirstAddress) is { } offset && offset / 2 <= MostSlots)
            {
                var hosts = prefix.AddressBits - prefix.Length;
                return ((int)(offset / 2), hosts >= 21 ? MostSlots : (int)((offset + (1UL << hosts) - 1) / 2));
            }
        }

        return null;
    }

    /// <summary>The first free slot from <paramref name="start"/> on, around the end; null when none is.</summary>
    public int? FirstFree(int start, IReadOnlySet<int> taken)
    {
        var last = LastSlot;
        var first = ((Math.Max(start, 1) - 1) % last) + 1;
        for (var i = 0; i < last && i <= taken.Count; i++)
        {
            var slot = ((first - 1 + i) % last) + 1;
            if (!taken.Contains(slot))
            {
                return slot;
            }
        }

        return null;
    }

    private static IpPrefix Single(IPAddress address) => IpPrefix.Of(address, address.GetAddressBytes().Length * 8);
}
