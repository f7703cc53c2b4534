using Microsoft.IdentityModel.Tokens;
using ZooInfra.Api.Access;
using ZooInfra.Api.Tests.Onboarding;
using ZooInfra.Api.Tests.Vpn;

namespace ZooInfra.Api.Tests.Access;

/// <summary>A host with everything on, and every kind of caller. What belongs to a client has words in it that no request ever sends.</summary>
public sealed class MatrixHost : IAsyncLifetime
{
    public const string AcmeMark = "zebra";
    public const string BigGovMark = "giraffe";

    private PlatformRepository _repository = null!;

    internal GuardedHost Host { get; private set; } = null!;

    /// <summary>The headers by which each caller says who it is. Those that begin with <c>bad</c> prove nothing.</summary>
    internal Dictionary<string, (string Name, string Value)[]> Callers { get; } = new(StringComparer.Ordinal) { ["none"] = [] };

    public async Task InitializeAsync()
    {
        _repository = new PlatformRepository();
        var platform = new Platform(
            Clients.Client("acme_corp", $"Acme {AcmeMark}", ("sla", $"99.99 {AcmeMark}", $$"""{"sla":"{{AcmeMark}}"}""")),
            Clients.Client("biggov", $"BigGov {BigGovMark}", ("sla", $"99.9 {BigGovMark}", $$"""{"sla":"{{BigGovMark}}"}""")));
        Host = await GuardedHost.StartAsync(platform, options => options with
        {
            Metrics = true,
            Onboarding = new(_repository.Stacks, "Stacks"),
            Vpn = new() { Apply = new FakeApply(), Database = options.Database!, Time = options.Time },
        });

        await KeyAsync("acme-read", [Scope.ReadContract], "acme_corp");
        await KeyAsync("acme-vpn", [Scope.ManageVpn], "acme_corp");
        await KeyAsync("acme-both", [Scope.ReadContract, Scope.ManageVpn], "acme_corp");
        await KeyAsync("biggov-read", [Scope.ReadContract], "biggov");
        await KeyAsync("biggov-all", [Scope.ReadContract, Scope.ManageVpn, Scope.Onboard], "biggov");
        await KeyAsync("operator", [Scope.ReadAll]);
        await KeyAsync("onboarder", [Scope.Onboard]);
        var (revoked, token) = await KeyAsync("bad-revoked", [Scope.ReadAll]);
        await Host.Keys.RevokeAsync(revoked.Id, CancellationToken.None);
        Bearer("bad-unknown", KeyToken.Make().Token);
        Bearer("bad-cut", token[..^1]);
        await KeyAsync("bad-expired", [Scope.ReadAll], until: GuardedHost.Start.AddMinutes(1));
        Host.Time.Advance(TimeSpan.FromMinutes(2));

        var (now, issuer) = (Host.Time.GetUtcNow(), Host.Issuer);
        Bearer("jwt-acme", issuer.Token(now, clients: "acme_corp"));
        Bearer("jwt-biggov", issuer.Token(now, clients: new[] { "biggov" }));
        Bearer("jwt-operator", issuer.Token(now, "contract:read-all"));
        Bearer("jwt-nothing", issuer.Token(now, "email"));
        Bearer("bad-jwt-none", issuer.Unsigned(now, "none"));
        Bearer("bad-jwt-hs256", issuer.SignedWithThePublicKey(now));
        Bearer("bad-jwt-altered", issuer.Altered(now));
        Bearer("bad-jwt-forged", issuer.Token(now, clients: "*", change: d => d.SigningCredentials = new(issuer.Forged, SecurityAlgorithms.RsaSha256)));
        Bearer("bad-jwt-issuer", issuer.Token(now, clients: "*", change: d => d.Issuer = "https://evil.example"));
        Bearer("bad-jwt-audience", issuer.Token(now, clients: "*", change: d => d.Audience = "mail"));
        Bearer("bad-jwt-expired", issuer.Token(now, clients: "*", change: d => (d.NotBefore, d.Expires) = (now.AddHours(-2).UtcDateTime, now.AddHours(-1).UtcDateTime)));
        Bearer("bad-jwt-early", issuer.Token(now, clients: "*", change: d => d.NotBefore = now.AddMinutes(1).UtcDateTime));
        Callers["bad-basic"] = [("Authorization", "Basic YWRtaW46YWRtaW4=")];
        Callers["bad-digest"] = [("Authorization", "Digest username=\"admin\"")];
        Callers["bad-empty"] = [("Authorization", "Bearer")];
        Callers["bad-two"] = [.. Callers["acme-read"], ("X-Api-Key", token)];
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        _repository.Dispose();
    }

    /// <summary>The words that must not come to a caller, whatever it asks.</summary>
    internal static IEnumerable<string> MarksHiddenFrom(string caller) => caller switch
    {
        "operator" or "jwt-operator" => [],
        "acme-read" or "acme-both" or "jwt-acme" => [BigGovMark],
        "biggov-read" or "biggov-all" or "jwt-biggov" => [AcmeMark],
        _ => [AcmeMark, BigGovMark],
    };

    private async Task<(ApiKey Key, string Token)> KeyAsync(string name, Scope[] scopes, string? client = null, DateTimeOffset? until = null)
    {
        var made = await Host.KeyAsync(name, scopes, client is null ? null : [client], until);
        Bearer(name, made.Token);
        return made;
    }

    private void Bearer(string name, string token) => Callers[name] = [("Authorization", $"Bearer {token}")];
}
