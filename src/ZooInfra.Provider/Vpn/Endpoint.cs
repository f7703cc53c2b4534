using System.Globalization;
using ZooInfra.Contracts.Networks;

namespace ZooInfra.Provider.Vpn;

/// <summary>Where a WireGuard interface can be called: <c>host:port</c>, <c>192.0.2.1:51820</c>, <c>[2001:db8::1]:51820</c>.</summary>
internal static class Endpoint
{
    /// <summary>Whether <paramref name="text"/> is a host name or an address.</summary>
    public static bool IsHost(string text)
        => text.Contains('/', StringComparison.Ordinal) ? false
            : IpPrefix.TryParseAddress(text, out _, out _, out _) || IsName(text);

    /// <summary>Host and port together.</summary>
    public static string Join(string host, int port)
        => string.Create(CultureInfo.InvariantCulture, $"{(host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host)}:{port}");

    /// <summary>Whether <paramref name="text"/> is host and port.</summary>
    public static bool IsValid(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon < 1 || !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
        {
            return false;
        }

        var host = text[..colon];
        return host is ['[', .. var inner, ']'] ? inner.Contains(':', StringComparison.Ordinal) && IsHost(inner) : !host.Contains(':', StringComparison.Ordinal) && IsHost(host);
    }

    // The last label has a letter, otherwise it is a number that looks like an address.
    private static bool IsName(string text)
    {
        var labels = text.TrimEnd('.').Split('.');
        return text.Length is > 0 and <= 253 && labels[^1].Any(char.IsAsciiLetter)
            && labels.All(label => label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
    }
}
