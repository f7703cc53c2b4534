using System.Text;
using ZooInfra.Contracts.Networks;

namespace ZooInfra.Vpn;

/// <summary>
/// Suggests a place to each peer, so that a network that is made at once gets the same addresses whatever order its peers are made in. It is a
/// suggestion only: a peer that has a place keeps it.
/// </summary>
internal static class SlotHints
{
    /// <summary>A place for each name, a different one as long as there are enough.</summary>
    public static IReadOnlyDictionary<string, int> Of(IEnumerable<string> prefixes, IEnumerable<string> names)
    {
        var places = Places(prefixes);
        var taken = new HashSet<int>();
        var hints = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            var place = (int)(Hash(name) % (uint)places) + 1;
            while (taken.Count < places && !taken.Add(place))
            {
                place = (place % places) + 1;
            }

            hints[name] = place;
        }

        return hints;
    }

    // A pair of addresses a place; the first pair is the hub's, the last one of IPv4 holds the broadcast address.
    private static int Places(IEnumerable<string> prefixes)
    {
        const int Most = 1 << 20;
        var places = Most;
        foreach (var text in prefixes)
        {
            if (IpPrefix.TryParse(text, out var prefix, out _) && prefix.AddressBits - prefix.Length is > 1 and <= 21 and var bits)
            {
                places = Math.Min(places, Math.Max(1, (1 << (bits - 1)) - (prefix.IsIPv6 ? 1 : 2)));
            }
        }

        return places;
    }

    private static uint Hash(string name)
    {
        var hash = 2166136261u;
        foreach (var octet in Encoding.UTF8.GetBytes(name))
        {
            hash = unchecked((hash ^ octet) * 16777619u);
        }

        return hash ^ (hash >> 15);
    }
}
