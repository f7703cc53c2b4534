using System.Globalization;
using ZooInfra.Contracts.Firewall;

namespace ZooInfra.Provider.Firewall;

/// <summary>Writes services as nftables matches, one for each that needs a rule of its own.</summary>
internal static class ServiceText
{
    private static readonly Dictionary<int, string> Ported = new() { [6] = "tcp", [17] = "udp", [132] = "sctp" };
    private static readonly Dictionary<int, string> Typed = new() { [1] = "icmp", [58] = "icmpv6" };

    /// <summary>The matches, each with a space behind it; an empty text for every service.</summary>
    public static IEnumerable<string> Matches(IntervalSet services)
    {
        if (services.Covers(Services.Any))
        {
            return [""];
        }

        var whole = new List<string>();
        var matches = new List<string>();
        foreach (var protocol in services.Intervals.SelectMany(Split).GroupBy(part => part.Protocol))
        {
            if (protocol.Any(part => part is { First: 0, Last: 0xffff }))
            {
                whole.Add(Text(protocol.Key));
            }
            else if (Ported.TryGetValue(protocol.Key, out var name))
            {
                matches.Add($"{name} dport {Set(protocol.Select(part => Range(part.First, part.Last)))} ");
            }
            else
            {
                matches.AddRange(Icmp(Typed[protocol.Key], [.. protocol.Select(part => (part.First, part.Last))]));
            }
        }

        return whole.Count > 0 ? [$"meta l4proto {Set(whole)} ", .. matches] : matches;
    }

    /// <summary>An nftables set, or its only member.</summary>
    public static string Set(IEnumerable<string> members) => members.ToArray() is [var only] ? only : $"{{ {string.Join(", ", members)} }}";

    private static IEnumerable<(int Protocol, int First, int Last)> Split(Interval interval)
    {
        var (first, last) = ((int)interval.First.Low, (int)interval.Last.Low);
        for (var protocol = first >> 16; protocol <= last >> 16; protocol++)
        {
            yield return (protocol, protocol == first >> 16 ? first & 0xffff : 0, protocol == last >> 16 ? last & 0xffff : 0xffff);
        }
    }

    private static IEnumerable<string> Icmp(string name, IReadOnlyList<(int First, int Last)> ranges)
    {
        var whole = new List<string>();
        var partial = new List<string>();
        foreach (var (first, last) in ranges)
        {
            for (var type = first >> 8; type <= last >> 8; type++)
            {
                var (from, to) = (type == first >> 8 ? first & 0xff : 0, type == last >> 8 ? last & 0xff : 0xff);
                if ((from, to) == (0, 0xff))
                {
                    whole.Add(Text(type));
                }
                else
                {
                    partial.Add($"{name} type {Text(type)} {name} code {Range(from, to)} ");
                }
            }
        }

        return whole.Count > 0 ? [$"{name} type {Set(whole)} ", .. partial] : partial;
    }

    private static string Range(int first, int last) => first == last ? Text(first) : $"{Text(first)}-{Text(last)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
