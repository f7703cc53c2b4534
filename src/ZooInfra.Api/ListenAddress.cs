using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace ZooInfra.Api;

/// <summary>An address to listen on, read strictly: what a server takes for "any address" when it does not know a name is refused here.</summary>
/// <param name="Host">The host as written.</param>
/// <param name="Address">The IP address; null for <c>localhost</c>, which has two, and for <c>*</c>.</param>
/// <param name="Port">0 to 65535; 0 is a free one.</param>
/// <param name="IsTls">Whether it is <c>https://</c>.</param>
internal sealed record ListenAddress(string Host, IPAddress? Address, int Port, bool IsTls)
{
    private const string Localhost = "localhost";
    private const string Any = "*";
    private const string Http = "http://";
    private const string Https = "https://";

    public bool IsLoopback => Address is null ? Host == Localhost : IPAddress.IsLoopback(Address);

    /// <exception cref="ContractHostException">The text is no such address.</exception>
    public static ListenAddress Parse(string url)
    {
        var isTls = url.StartsWith(Https, StringComparison.OrdinalIgnoreCase);
        var authority = isTls ? url[Https.Length..].TrimEnd('/')
            : url.StartsWith(Http, StringComparison.OrdinalIgnoreCase) ? url[Http.Length..].TrimEnd('/')
            : "";
        var colon = authority.LastIndexOf(':');
        var (host, portText) = colon < 0 || authority.EndsWith(']') ? (authority, isTls ? "443" : "80") : (authority[..colon], authority[(colon + 1)..]);
        if (!int.TryParse(portText, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > IPEndPoint.MaxPort)
        {
            throw Unreadable(url);
        }

        if (string.Equals(host, Localhost, StringComparison.OrdinalIgnoreCase))
        {
            return port == 0
                ? throw new ContractHostException($"'{url}' has two addresses, which cannot share a free port; write {(isTls ? Https : Http)}127.0.0.1:0.")
                : new(Localhost, null, port, isTls);
        }

        if (host is Any or "+")
        {
            return new(Any, null, port, isTls);
        }

        var bracketed = host is ['[', .., ']'];
        return IPAddress.TryParse(bracketed ? host[1..^1] : host, out var address) && bracketed == (address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6)
            ? new(host, address, port, isTls)
            : throw Unreadable(url);
    }

    /// <param name="server">The server to listen.</param>
    /// <param name="tls">How TLS is done; not null when the address asks for it.</param>
    public void ListenOn(KestrelServerOptions server, HttpsConnectionAdapterOptions? tls)
    {
        if (Address is not null)
        {
            server.Listen(Address, Port, Secure);
        }
        else if (Host == Localhost)
        {
            server.ListenLocalhost(Port, Secure);
        }
        else
        {
            server.ListenAnyIP(Port, Secure);
        }

        void Secure(ListenOptions listen)
        {
            if (IsTls)
            {
                listen.UseHttps(tls!);
            }
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsTls ? Https : Http)}{Host}:{Port}");

    private static ContractHostException Unreadable(string url)
        => new($"'{url}' is not an address to listen on; write it like {ContractHostOptions.DefaultUrl}, with an IP address or localhost, and no path.");
}
