using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ZooInfra.Contracts.Firewall;

/// <summary>
/// IP addresses of both versions on one line of numbers: IPv4 is where IPv6 keeps its mapped addresses (::ffff:0:0/96, RFC 4291, section 2.5.5.2),
/// which never travel on a wire, so the two do not meet.
/// </summary>
public static class Addresses
{
    private const ulong Mapped = 0xffffUL << 32;

    /// <summary>Every IPv4 address.</summary>
    public static IntervalSet AnyIPv4 { get; } = IntervalSet.Of(new Interval(new(0, Mapped), new(0, Mapped | uint.MaxValue)));

    /// <summary>Every IPv6 address.</summary>
    public static IntervalSet AnyIPv6 { get; } = IntervalSet.All.Except(AnyIPv4);

    /// <summary>Every address of a family.</summary>
    public static IntervalSet Any(IpFamily family) => family == IpFamily.IPv4 ? AnyIPv4 : AnyIPv6;

    /// <summary>The family of an address.</summary>
    public static IpFamily FamilyOf(Number128 address) => address.High == 0 && address.Low >> 32 == 0xffff ? IpFamily.IPv4 : IpFamily.IPv6;

    /// <summary>Reads an address, a prefix (<c>10.0.0.0/8</c>) or a range (<c>10.0.0.1-10.0.0.9</c>) of either family.</summary>
    /// <param name="text">The text.</param>
    /// <param name="addresses">What it means.</param>
    /// <param name="problem">What is wrong with it, as the end of a sentence that begins with the text; empty when nothing is.</param>
    public static bool TryParse(string text, out IntervalSet addresses, out string problem)
    {
        addresses = IntervalSet.Empty;
        if (!TryParseInterval(text, out var interval, out problem))
        {
            return false;
        }

        // A short IPv6 prefix such as ::/0 spans the numbers of IPv4, but does not mean them.
        addresses = IntervalSet.Of(interval).Intersect(Any(FamilyOf(interval.First)));
        return true;
    }

    private static bool TryParseInterval(string text, out Interval interval, out string problem)
    {
        interval = default;
        var dash = text.IndexOf('-');
        if (dash >= 0)
        {
            if (!TryParseAddress(text.Substring(0, dash), out var first) || !TryParseAddress(text.Substring(dash + 1), out var last))
            {
                problem = "is no range of addresses such as 192.0.2.1-192.0.2.9";
                return false;
            }

            interval = new(first, last);
            problem = FamilyOf(first) != FamilyOf(last) ? "mixes IPv4 and IPv6" : first > last ? "begins after its end" : "";
            return problem.Length == 0;
        }

        var slash = text.IndexOf('/');
        if (!TryParseAddress(slash < 0 ? text : text.Substring(0, slash), out var address))
        {
            problem = "is no address such as 192.0.2.1 or 2001:db8::1, prefix such as 192.0.2.0/24, or range such as 192.0.2.1-192.0.2.9";
            return false;
        }

        interval = new(address, address);
        problem = "";
        return slash < 0 || TryParsePrefix(text.Substring(slash + 1), address, out interval, out problem);
    }

    /// <summary>The shortest text of an interval of one family: an address, a prefix or a range. Addresses are as RFC 5952 writes them.</summary>
    public static string Format(Interval interval)
        => interval.First == interval.Last ? Format(interval.First)
            : PrefixLength(interval) is { } length ? $"{Format(interval.First)}/{length.ToString(CultureInfo.InvariantCulture)}"
            : $"{Format(interval.First)}-{Format(interval.Last)}";

    /// <summary>The text of one address.</summary>
    public static string Format(Number128 address)
    {
        var bytes = new byte[16];
        for (var i = 0; i < 8; i++)
        {
            bytes[i] = (byte)(address.High >> (56 - (8 * i)));
            bytes[8 + i] = (byte)(address.Low >> (56 - (8 * i)));
        }

        return FamilyOf(address) == IpFamily.IPv4
            ? string.Join(".", bytes.Skip(12).Select(octet => octet.ToString(CultureInfo.InvariantCulture)))
            : new IPAddress(bytes).ToString();
    }

    /// <summary>The length of the prefix that is this interval; null when it is none.</summary>
    internal static int? PrefixLength(Interval interval)
    {
        var (longest, shortest) = FamilyOf(interval.First) == IpFamily.IPv4 ? (32, 0) : (128, 0);
        for (var length = longest; length >= shortest; length--)
        {
            var last = interval.First.WithLowBits(longest - length);
            if (last == interval.Last)
            {
                return IsAligned(interval.First, longest - length) ? length : null;
            }

            if (last > interval.Last)
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsAligned(Number128 address, int bits) => bits == 0 || IntervalStart(address, bits) == address;

    private static Number128 IntervalStart(Number128 address, int bits)
        => bits >= 128 ? Number128.Zero
            : bits >= 64 ? new(bits == 64 ? address.High : address.High >> (bits - 64) << (bits - 64), 0)
            : address with { Low = address.Low >> bits << bits };

    private static bool TryParsePrefix(string text, Number128 address, out Interval interval, out string problem)
    {
        var longest = FamilyOf(address) == IpFamily.IPv4 ? 32 : 128;
        interval = default;
        if (text.Length is 0 or > 3 || !text.All(character => character is >= '0' and <= '9') || (text.Length > 1 && text[0] == '0')
            || int.Parse(text, CultureInfo.InvariantCulture) is var length && length > longest)
        {
            problem = $"has no prefix length from 0 to {longest.ToString(CultureInfo.InvariantCulture)} after its slash";
            return false;
        }

        length = int.Parse(text, CultureInfo.InvariantCulture);
        var bits = longest - length;
        var start = IntervalStart(address, bits);
        interval = new(start, start.WithLowBits(bits));
        problem = start == address ? "" : $"has bits set after its prefix; the network is {Format(interval)}";
        return problem.Length == 0;
    }

    private static bool TryParseAddress(string text, out Number128 address)
    {
        address = default;
        if (text.IndexOf(':') < 0)
        {
            var parts = text.Split('.');
            if (parts.Length != 4 || !parts.All(IsOctet))
            {
                return false;
            }

            address = new(0, parts.Aggregate(0xffffUL, (number, part) => (number << 8) | byte.Parse(part, CultureInfo.InvariantCulture)));
            return true;
        }

        // A zone index or brackets are no part of an address in a rule; the framework would let them pass.
        if (text.Length > 45 || !text.All(character => character is ':' or '.' or (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'))
            || !IPAddress.TryParse(text, out var parsed) || parsed.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return false;
        }

        var bytes = parsed.GetAddressBytes();
        ulong high = 0, low = 0;
        for (var i = 0; i < 8; i++)
        {
            high = (high << 8) | bytes[i];
            low = (low << 8) | bytes[8 + i];
        }

        address = new(high, low);
        return FamilyOf(address) == IpFamily.IPv6;
    }

    private static bool IsOctet(string text)
        => text.Length is > 0 and <= 3 && text.All(character => character is >= '0' and <= '9') && (text.Length == 1 || text[0] != '0') && int.Parse(text, CultureInfo.InvariantCulture) <= 255;
}
