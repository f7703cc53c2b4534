using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ZooInfra.Contracts.Networks;

/// <summary>An IPv4 or IPv6 network: its first address and how many leading bits its addresses share.</summary>
public readonly struct IpPrefix : IEquatable<IpPrefix>, IComparable<IpPrefix>
{
    // Addresses are 128 bits, left-aligned: an IPv4 address is the upper half of _high.
    private readonly ulong _high;
    private readonly ulong _low;

    private IpPrefix(bool isIPv6, ulong high, ulong low, int length)
    {
        IsIPv6 = isIPv6;
        Length = length;
        _high = high & Mask(Math.Min(length, 64));
        _low = low & Mask(Math.Max(length - 64, 0));
    }

    /// <summary>Whether it is an IPv6 network.</summary>
    public bool IsIPv6 { get; }

    /// <summary>How many leading bits are shared: 0 to 32, or to 128 for IPv6.</summary>
    public int Length { get; }

    /// <summary>How many bits an address of this family has: 32 or 128.</summary>
    public int AddressBits => IsIPv6 ? 128 : 32;

    /// <summary>Whether it holds every address of its family.</summary>
    public bool IsDefaultRoute => Length == 0;

    /// <summary>
    /// Reads <c>ADDRESS/LENGTH</c>, or an address alone, which is a network of one. The address is in its usual form: four decimal numbers, or
    /// IPv6 without a scope. Bits after the prefix must be zero.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="prefix">The network.</param>
    /// <param name="problem">What is wrong, to stand after "is"; empty when nothing is.</param>
    public static bool TryParse(string text, out IpPrefix prefix, out string problem)
    {
        if (!TryParseAddress(text, out var address, out prefix, out problem))
        {
            return false;
        }

        if (!address.Equals(prefix.FirstAddress))
        {
            problem = $"an address inside a network, not a network; the network is {prefix}";
            return false;
        }

        return true;
    }

    /// <summary>Reads an address with the length of its network, <c>10.8.0.1/24</c>; the bits after the prefix are free.</summary>
    /// <param name="text">The text.</param>
    /// <param name="address">The address.</param>
    /// <param name="network">The network that it is in.</param>
    /// <param name="problem">What is wrong, to stand after "is"; empty when nothing is.</param>
    public static bool TryParseAddress(string text, out IPAddress address, out IpPrefix network, out string problem)
    {
        (address, network) = (IPAddress.None, default);
        problem = "no network such as 10.8.0.0/24 or fd00:8::/64";
        var slash = text.IndexOf('/');
        var host = slash < 0 ? text : text.Substring(0, slash);
        if (!IsUsualForm(host) || !IPAddress.TryParse(host, out address!))
        {
            return false;
        }

        var bits = address.AddressFamily == AddressFamily.InterNetworkV6 ? 128 : 32;
        var length = bits;
        if (slash >= 0 && !TryParseLength(text.Substring(slash + 1), out length))
        {
            return false;
        }

        if (length > bits)
        {
            problem = $"a network with more than {bits} bits";
            return false;
        }

        network = Of(address, length);
        problem = "";
        return true;
    }

    /// <summary>The network of <paramref name="length"/> bits that an address is in.</summary>
    public static IpPrefix Of(IPAddress address, int length)
    {
        var bytes = address.GetAddressBytes();
        ulong high = 0, low = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (i < 8)
            {
                high |= (ulong)bytes[i] << (56 - (8 * i));
            }
            else
            {
                low |= (ulong)bytes[i] << (120 - (8 * i));
            }
        }

        return new(bytes.Length == 16, high, low, length);
    }

    /// <summary>The first address.</summary>
    public IPAddress FirstAddress => AddressAt(0);

    /// <summary>The address that is <paramref name="offset"/> after the first one.</summary>
    public IPAddress AddressAt(ulong offset)
    {
        if (!IsIPv6)
        {
            var number = (uint)(_high >> 32) + (uint)offset;
            return new([(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]);
        }

        var low = unchecked(_low + offset);
        var high = low < _low ? _high + 1 : _high;
        var bytes = new byte[16];
        for (var i = 0; i < 8; i++)
        {
            bytes[i] = (byte)(high >> (56 - (8 * i)));
            bytes[8 + i] = (byte)(low >> (56 - (8 * i)));
        }

        return new(bytes);
    }

    /// <summary>How far <paramref name="address"/> is after the first one; null when it is not in this network or farther than 64 bits can count.</summary>
    public ulong? OffsetOf(IPAddress address)
    {
        var other = Of(address, address.AddressFamily == AddressFamily.InterNetworkV6 ? 128 : 32);
        return !Contains(other) || (IsIPv6 && other._high != _high) ? null
            : IsIPv6 ? other._low - _low
            : (other._high - _high) >> 32;
    }

    /// <summary>Whether every address of <paramref name="other"/> is in this network.</summary>
    public bool Contains(IpPrefix other)
        => IsIPv6 == other.IsIPv6 && Length <= other.Length && new IpPrefix(IsIPv6, other._high, other._low, Length).Equals(this);

    /// <summary>Whether some address is in both.</summary>
    public bool Overlaps(IpPrefix other) => Contains(other) || other.Contains(this);

    /// <inheritdoc/>
    public bool Equals(IpPrefix other) => (IsIPv6, Length, _high, _low) == (other.IsIPv6, other.Length, other._high, other._low);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IpPrefix other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (IsIPv6, Length, _high, _low).GetHashCode();

    /// <summary>IPv4 before IPv6, then by first address, then the wider network first.</summary>
    public int CompareTo(IpPrefix other) => (IsIPv6, _high, _low, Length).CompareTo((other.IsIPv6, other._high, other._low, other.Length));

    /// <summary>The canonical form: <c>10.8.0.0/24</c>.</summary>
    public override string ToString() => $"{FirstAddress}/{Length.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Whether both are the same network.</summary>
    public static bool operator ==(IpPrefix left, IpPrefix right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(IpPrefix left, IpPrefix right) => !left.Equals(right);

    /// <summary>Whether <paramref name="left"/> comes first.</summary>
    public static bool operator <(IpPrefix left, IpPrefix right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> comes after.</summary>
    public static bool operator >(IpPrefix left, IpPrefix right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> does not come after.</summary>
    public static bool operator <=(IpPrefix left, IpPrefix right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> does not come first.</summary>
    public static bool operator >=(IpPrefix left, IpPrefix right) => left.CompareTo(right) >= 0;

    private static ulong Mask(int bits) => bits == 0 ? 0 : ulong.MaxValue << (64 - bits);

    // The runtime also reads 10.1, 0x0a000001, 010.0.0.1, [::1] and fe80::1%eth0; different programs read those differently, or not at all.
    private static bool IsUsualForm(string host)
    {
        if (host.IndexOf(':') >= 0)
        {
            return host.All(c => c is ':' or '.' || IsHex(c));
        }

        var parts = host.Split('.');
        return parts.Length == 4 && parts.All(part => part.Length is 1 or 2 or 3 && part.All(IsDigit) && (part.Length == 1 || part[0] != '0'));
    }

    private static bool TryParseLength(string text, out int length)
    {
        length = 0;
        return text.Length is 1 or 2 or 3 && text.All(IsDigit) && (text.Length == 1 || text[0] != '0')
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out length);
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsHex(char c) => IsDigit(c) || c is (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
