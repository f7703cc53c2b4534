using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ZooInfra.Api;

/// <summary>An address to listen on, read strictly: what a server takes for "any address" when it does not know a name is refused here.</summary>
/// <param name="Host">The host as written.</param>
/// <param name="Address">The IP address; null for <c>localhost</c>, which has two, and for <c>*</c>.</param>
/// <param name="Port">0 to 65535; 0 is a free one.</param>
internal sealed record ListenAddress(string Host, IPAddress? Address, int Port)
{
    private const string Localhost = "localhost";
    private const string Any = "*";

    public bool IsLoopback => Address is null ? Host == Localhost : IPAddress.IsLoopback(Address);

    /// <exception cref="ContractHostException">The text is no such address.</exception>
    public static ListenAddress Parse(string url)
    {
        const string scheme = "http://";
        if (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            throw new ContractHostException($"'{url}' asks for TLS, which this host does not do; listen on http:// and put a reverse proxy in front of it.");
        }

        var authority = url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? url[scheme.Length..].TrimEnd('/') : "";
        var colon = authority.LastIndexOf(':');
        var (host, portText) = colon < 0 || authority.EndsWith(']') ? (authority, "80") : (authority[..colon], authority[(colon + 1)..]);
        if (!int.TryParse(portText, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > IPEndPoint.MaxPort)
        {
            throw Unreadable(url);
        }

        if (string.Equals(host, Localhost, StringComparison.OrdinalIgnoreCase))
        {
            return port == 0
                ? throw new ContractHostException($"'{url}' has two addresses, which cannot share a free port; write http://127.0.0.1:0.")
                : new(Localhost, null, port);
        }

        if (host is Any or "+")
        {
            return new(Any, null, port);
        }

        var bracketed = host is ['[', .., ']'];
        return IPAddress.TryParse(bracketed ? host[1..^1] : host, out var address) && bracketed == (address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6)
            ? new(host, address, port)
            : throw Unreadable(url);
    }

    public void ListenOn(KestrelServerOptions server)
    {
        if (Address is not null)
        {
            server.Listen(Address, Port);
        }
        else if (Host == Localhost)
        {
            server.ListenLocalhost(Port);
        }
        else
        {
            server.ListenAnyIP(Port);
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"http://{Host}:{Port}");

    private static ContractHostException Unreadable(string url)
        => new($"'{url}' is not an address to listen on; write it like {ContractHostOptions.DefaultUrl}, with an IP address or localhost, and no path.");
}
