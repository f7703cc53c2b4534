using Microsoft.AspNetCore.Http;
using ZooInfra.Api.Access;
using ZooInfra.Api.Vpn;

namespace ZooInfra.Api;

/// <summary>Where and how the contracts are served.</summary>
public sealed record ContractHostOptions
{
    /// <summary>The address when none is given: <c>http://127.0.0.1:5080</c>.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>
    /// The addresses to listen on: <c>http://</c>, an IP address, <c>localhost</c> or <c>*</c>, and a port; port 0 takes a free one.
    /// <c>*</c> is every address of the machine.
    /// </summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>Whether to listen where other machines can reach it. There is no authentication yet, so the answer must be given by a person.</summary>
    public bool AllowRemote { get; init; }

    /// <summary>Where the one line goes that says where the host listens, and errors after it; null says nothing.</summary>
    public TextWriter? Output { get; init; }

    /// <summary>What takes requests for VPN peers; null where nobody does.</summary>
    internal VpnHosting? Vpn { get; init; }

    /// <summary>Who asks; null where everybody may read and nothing else.</summary>
    internal Func<HttpContext, Caller>? CallerOf { get; init; }
}
