using ZooInfra.Api.Access;
using ZooInfra.Api.Onboarding;
using ZooInfra.Api.Vpn;

namespace ZooInfra.Api;

/// <summary>Where and how the contracts are served, and to whom.</summary>
public sealed record ContractHostOptions
{
    /// <summary>The address when none is given: <c>http://127.0.0.1:5080</c>.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>What one caller may ask when nothing else is said: 500 requests a second.</summary>
    public const string DefaultRate = "500/s";

    /// <summary>How many requests without a valid credential one address may send when nothing else is said: 60 a minute.</summary>
    public const string DefaultStrangerRate = "60/m";

    /// <summary>
    /// The addresses to listen on: <c>http://</c> or <c>https://</c>, an IP address, <c>localhost</c> or <c>*</c>, and a port; port 0 takes a
    /// free one. <c>*</c> is every address of the machine.
    /// </summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>The SQLite file with API keys and the audit, made when it is not there; null for none, and then there are neither.</summary>
    public string? Database { get; init; }

    /// <summary>Whose JWTs are accepted; null for nobody's.</summary>
    public TokenOptions? Tokens { get; init; }

    /// <summary>The scopes of whoever asks without a credential: <c>contract:read-all</c> or <c>contract:read</c>. Empty: nobody may.</summary>
    public IReadOnlyList<string> AnonymousScopes { get; init; } = [];

    /// <summary>Whether callers without a credential are served where other machines can reach the host, and under any name. A person must say so.</summary>
    public bool AllowRemote { get; init; }

    /// <summary>
    /// Whether something in front of the host ends TLS. Then <c>http://</c> may be reachable by other machines, and the last address in
    /// X-Forwarded-For is taken for the caller's.
    /// </summary>
    public bool BehindProxy { get; init; }

    /// <summary>The certificate for <c>https://</c> addresses; null when there are none.</summary>
    public ServerCertificate? Certificate { get; init; }

    /// <summary>How many requests one caller may send, as <c>50/s</c>, <c>300/m</c> or <c>1000/h</c>.</summary>
    public string Rate { get; init; } = DefaultRate;

    /// <summary>How many requests without a valid credential one address may send, written like <see cref="Rate"/>.</summary>
    public string StrangerRate { get; init; } = DefaultStrangerRate;

    /// <summary>Whether reads of contracts are in the audit, too; that costs a write to disk each. Needs <see cref="Database"/>.</summary>
    public bool AuditReads { get; init; }

    /// <summary>Whether <c>/metrics</c> is served in the form of Prometheus, to callers with <c>contract:read-all</c>.</summary>
    public bool Metrics { get; init; }

    /// <summary>Where a JSON line for each request goes; null for nowhere.</summary>
    public TextWriter? RequestLog { get; init; }

    /// <summary>Where new clients go; null when this host takes no requests for them.</summary>
    public OnboardingOptions? Onboarding { get; init; }

    /// <summary>The clock: what is in force, what has ended, until when a credential is good.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where the one line goes that says where the host listens, and errors after it; null says nothing.</summary>
    public TextWriter? Output { get; init; }

    /// <summary>What takes requests for VPN peers; null where nobody does.</summary>
    internal VpnHosting? Vpn { get; init; }
}
