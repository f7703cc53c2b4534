using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace ZooInfra.Api.Access;

/// <summary>Which machine a request comes from, as far as limits and the audit care.</summary>
internal static class RemoteAddress
{
    private const string ForwardedFor = "X-Forwarded-For";

    /// <summary>
    /// The address of the connection; behind a proxy the last one that the proxy added to X-Forwarded-For, since what stands before it is the
    /// caller's own claim; some proxies add the port. Of IPv6 only the network of 64 bits counts: one machine may use all addresses in it.
    /// </summary>
    public static string Of(HttpContext context, bool behindProxy)
    {
        var address = behindProxy && context.Request.Headers[ForwardedFor] is [.., { } list] && IPEndPoint.TryParse(list[(list.LastIndexOf(',') + 1)..].Trim(), out var forwarded)
            ? forwarded.Address
            : context.Connection.RemoteIpAddress;
        if (address is null)
        {
            return "unknown";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address.ToString();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
