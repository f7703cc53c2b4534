using System.Globalization;

namespace ZooInfra.Contracts.Firewall;

/// <summary>
/// Services as numbers: the IP protocol in bits 16 to 23; below it the port of TCP, UDP and SCTP, or the type (8 bits) and code (8 bits) of ICMP.
/// </summary>
public static class Services
{
    internal const int Icmp = 1;
    internal const int Tcp = 6;
    internal const int Udp = 17;
    internal const int IcmpV6 = 58;
    internal const int Sctp = 132;

    private static readonly (string Name, int Protocol)[] Protocols =
    [
        ("icmp", Icmp), ("tcp", Tcp), ("udp", Udp), ("gre", 47), ("esp", 50), ("ah", 51), ("icmpv6", IcmpV6), ("ospf", 89), ("vrrp", 112), ("sctp", Sctp),
    ];

    private static readonly Dictionary<string, string[]> Named = new(StringComparer.Ordinal)
    {
        ["dns"] = ["tcp/53", "udp/53"],
        ["http"] = ["tcp/80"],
        ["https"] = ["tcp/443"],
        ["imaps"] = ["tcp/993"],
        ["ldap"] = ["tcp/389"],
        ["ldaps"] = ["tcp/636"],
        ["ntp"] = ["udp/123"],
        ["ping"] = ["icmp/8", "icmpv6/128"],
        ["rdp"] = ["tcp/3389", "udp/3389"],
        ["smb"] = ["tcp/445"],
        ["smtp"] = ["tcp/25"],
        ["ssh"] = ["tcp/22"],
        ["submission"] = ["tcp/587"],
        ["syslog-tls"] = ["tcp/6514"],
        ["wireguard"] = ["udp/51820"],
    };

    /// <summary>Every service.</summary>
    public static IntervalSet Any { get; } = IntervalSet.Of(new Interval(Number128.Zero, new(0, 0xff_ffff)));

    /// <summary>The names that mean a service without being declared.</summary>
    public static IEnumerable<string> Names => Named.Keys;

    /// <summary>
    /// Reads a service: <c>tcp/443</c>, <c>udp/5000-5010</c>, <c>tcp</c>, <c>icmp/8</c> (type), <c>icmp/3.4</c> (type and code), <c>esp</c>,
    /// <c>proto/47</c>, a well-known name such as <c>ssh</c>, or <c>any</c>.
    /// </summary>
    /// <param name="text">The text; lower case.</param>
    /// <param name="service">What it means.</param>
    /// <param name="problem">What is wrong with it, as the end of a sentence that begins with the text; empty when nothing is.</param>
    public static bool TryParse(string text, out IntervalSet service, out string problem)
    {
        problem = "";
        if (text == "any")
        {
            service = Any;
            return true;
        }

        if (Named.TryGetValue(text, out var members))
        {
            service = members.Aggregate(IntervalSet.Empty, (all, member) => TryParse(member, out var one, out _) ? all.Union(one) : all);
            return true;
        }

        service = IntervalSet.Empty;
        var slash = text.IndexOf('/');
        var (name, detail) = slash < 0 ? (text, null) : (text.Substring(0, slash), text.Substring(slash + 1));
        if (name == "proto")
        {
            if (detail is null || !TryNumber(detail, 255, out var number))
            {
                problem = "needs a protocol number from 0 to 255, as in proto/47";
                return false;
            }

            service = Whole(number);
            return true;
        }

        var known = Array.FindIndex(Protocols, protocol => protocol.Name == name);
        if (known < 0)
        {
            problem = "is no service such as tcp/443, udp/5000-5010, icmp/8, esp, proto/47, ssh or any, and no named set of services";
            return false;
        }

        var code = Protocols[known].Protocol;
        if (detail is null)
        {
            service = Whole(code);
            return true;
        }

        return code is Icmp or IcmpV6 ? TryIcmp(code, detail, out service, out problem)
            : code is Tcp or Udp or Sctp ? TryPorts(code, detail, out service, out problem)
            : Refuse($"has a detail after its slash, but {name} has no ports", out problem);
    }

    /// <summary>All of a protocol.</summary>
    internal static IntervalSet Whole(int protocol) => Range(protocol, 0, 0xffff);

    /// <summary>The services of <paramref name="service"/> that can travel in packets of <paramref name="family"/>.</summary>
    internal static IntervalSet In(IpFamily family, IntervalSet service)
        => service.Equals(Any) ? service : service.Except(Whole(family == IpFamily.IPv4 ? IcmpV6 : Icmp));

    /// <summary>The name of a protocol for messages.</summary>
    internal static string NameOf(int protocol)
        => Array.Find(Protocols, known => known.Protocol == protocol).Name ?? $"proto/{protocol.ToString(CultureInfo.InvariantCulture)}";

    private static bool TryPorts(int protocol, string text, out IntervalSet service, out string problem)
    {
        service = IntervalSet.Empty;
        var dash = text.IndexOf('-');
        var (from, to) = dash < 0 ? (text, text) : (text.Substring(0, dash), text.Substring(dash + 1));
        if (!TryNumber(from, 65535, out var first) || !TryNumber(to, 65535, out var last))
        {
            return Refuse("has no port or range of ports from 0 to 65535 after its slash", out problem);
        }

        if (first > last)
        {
            return Refuse("has a range of ports that begins after its end", out problem);
        }

        service = Range(protocol, first, last);
        problem = "";
        return true;
    }

    private static bool TryIcmp(int protocol, string text, out IntervalSet service, out string problem)
    {
        service = IntervalSet.Empty;
        problem = "";
        var parts = text.Split('.');
        if (parts.Length == 1 && TryNumber(parts[0], 255, out var type))
        {
            service = Range(protocol, type << 8, (type << 8) | 0xff);
            return true;
        }

        if (parts.Length == 2 && TryNumber(parts[0], 255, out type) && TryNumber(parts[1], 255, out var code))
        {
            service = Range(protocol, (type << 8) | code, (type << 8) | code);
            return true;
        }

        return Refuse("has no ICMP type (icmp/8), or type and code (icmp/3.4), from 0 to 255 after its slash", out problem);
    }

    private static bool TryNumber(string text, int maximum, out int number)
    {
        number = 0;
        return text.Length is > 0 and <= 5 && text.All(character => character is >= '0' and <= '9') && (text.Length == 1 || text[0] != '0')
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= maximum;
    }

    private static IntervalSet Range(int protocol, int first, int last)
        => IntervalSet.Of(new Interval(new(0, (ulong)((protocol << 16) | first)), new(0, (ulong)((protocol << 16) | last))));

    private static bool Refuse(string reason, out string problem)
    {
        problem = reason;
        return false;
    }
}
