using System.Globalization;
using System.Net;

namespace ZooInfra.Provider.Backends.Rfc2136;

/// <summary>A server that takes updates (RFC 2136) and transfers (RFC 5936), and the key that signs what it is asked.</summary>
/// <param name="Host">A host name or an address.</param>
/// <param name="Port">The TCP port.</param>
/// <param name="Key">The key; null when the server knows us by our address.</param>
/// <param name="Timeout">How long one answer may take.</param>
internal sealed record DnsServer(string Host, int Port, TsigKey? Key, TimeSpan Timeout)
{
    /// <summary>Host and port, as the configuration writes them.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"{(Host.Contains(':') ? $"[{Host}]" : Host)}:{Port}");

    /// <summary>Reads <c>HOST</c>, <c>HOST:PORT</c>, <c>ADDRESS</c> or <c>[ADDRESS]:PORT</c>; the port is 53 when there is none.</summary>
    public static (string Host, int Port)? ParseAddress(string text)
    {
        if (IPAddress.TryParse(text, out _) && text.Contains(':'))
        {
            return (text, 53);
        }

        var colon = text.LastIndexOf(':');
        var (host, portText) = colon < 0 ? (text, "53") : (text[..colon], text[(colon + 1)..]);
        host = host.StartsWith('[') && host.EndsWith(']') ? host[1..^1] : host;
        return Uri.CheckHostName(host) != UriHostNameType.Unknown && int.TryParse(portText, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? (host, port)
            : null;
    }
}
