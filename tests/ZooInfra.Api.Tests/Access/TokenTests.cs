using System.Net;
using Microsoft.IdentityModel.Tokens;

namespace ZooInfra.Api.Tests.Access;

/// <summary>JWTs of an issuer whose keys are in a file.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private GuardedHost _host = null!;

    public async Task InitializeAsync() => _host = await GuardedHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Token_reads_the_clients_that_it_names()
    {
        foreach (var clients in (object[])["acme_corp", "acme_corp other", new[] { "acme_corp", "other" }, "*"])
        {
            Assert.Equal(HttpStatusCode.OK, (await _host.GetAsync("/client/acme_corp/sla", _host.Issuer.Token(_host.Time.GetUtcNow(), clients: clients))).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await _host.GetAsync("/client/biggov/billing_model", Token(clients: "acme_corp"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.GetAsync("/client/acme_corp/sla", Token())).Status);
    }

    [Fact]
    public async Task Scopes_of_other_services_are_not_ours()
        => Assert.Equal(HttpStatusCode.NotFound, (await _host.GetAsync("/client/acme_corp/sla", Token("email contract:write", "acme_corp"))).Status);

    [Fact]
    public async Task Elliptic_curves_are_taken_too()
        => Assert.Equal(HttpStatusCode.OK, (await _host.GetAsync("/client/acme_corp/sla", Token(clients: "*", change: d => d.SigningCredentials = new(_host.Issuer.Ec, SecurityAlgorithms.EcdsaSha256)))).Status);

    [Fact]
    public async Task Wrong_tokens_are_refused_and_the_audit_says_why()
    {
        var now = _host.Time.GetUtcNow();
        (string Token, string Why)[] wrong =
        [
            (_host.Issuer.Unsigned(now, "none"), "no token of an accepted form"),
            (_host.Issuer.Unsigned(now, "None"), "no token of an accepted form"),
            (_host.Issuer.SignedWithThePublicKey(now), "no token of an accepted form"),
            (_host.Issuer.Altered(now), "signature does not hold"),
            (Token(change: d => d.SigningCredentials = new(_host.Issuer.Forged, SecurityAlgorithms.RsaSha256)), "signature does not hold"),
            (Token(change: d => d.Issuer = "https://evil.example"), "another issuer"),
            (Token(change: d => d.Audience = "mail"), "another audience"),
            (Token(change: d => d.Audience = null), "another audience"),
            (Token(change: d => d.Expires = null), "out of its time"),
            (Token(change: d => (d.NotBefore, d.Expires) = (now.AddHours(-2).UtcDateTime, now.AddSeconds(-31).UtcDateTime)), "out of its time"),
            (Token(change: d => d.NotBefore = now.AddSeconds(31).UtcDateTime), "out of its time"),
            (Token(change: d => d.Claims.Remove("sub")), "'sub' is missing"),
            (Token(change: d => d.AdditionalHeaderClaims = new Dictionary<string, object> { ["crit"] = new[] { "exp" } }), "no token of an accepted form"),
            ("a.b.c", "no token of an accepted form"),
            ("e30.e30.", "no token of an accepted form"),
            (new string('a', 5000), "no token of an accepted form"),
        ];
        foreach (var (token, why) in wrong)
        {
            Assert.Equal((HttpStatusCode.Unauthorized, why), ((await _host.GetAsync("/client", token)).Status, why));
            Assert.Contains(why, (await _host.LastAuditAsync()).Outcome, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Token_ends_by_the_clock_of_the_host()
    {
        var token = Token("contract:read-all");
        Assert.Equal(HttpStatusCode.OK, (await _host.GetAsync("/client", token)).Status);

        _host.Time.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(29));
        Assert.Equal(HttpStatusCode.OK, (await _host.GetAsync("/client", token)).Status);

        _host.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.GetAsync("/client", token)).Status);
    }

    [Fact]
    public async Task Keys_that_change_in_the_file_are_followed_and_a_broken_file_drops_nothing()
    {
        using var next = new TestIssuer();
        var after = TimeSpan.FromSeconds(5);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(_host.Issuer));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(next));

        foreach (var broken in (string[])["", "{\"keys\":[", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA\"}]}"])
        {
            _host.Folder.Write("jwks.json", broken);
            _host.Time.Advance(after);
            Assert.Equal(HttpStatusCode.OK, await AskAsync(_host.Issuer));
        }

        File.Delete(_host.Folder.File("jwks.json"));
        _host.Time.Advance(after);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(_host.Issuer));
        Assert.Equal(5, _host.Output.ToString().Split("cannot be used, so what was read before stays").Length - 1);

        _host.Folder.Write("jwks.json", next.Jwks());
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(next));
        _host.Time.Advance(after);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(next));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(_host.Issuer));
        Assert.Contains("changed and was read again", _host.Output.ToString(), StringComparison.Ordinal);

        async Task<HttpStatusCode> AskAsync(TestIssuer issuer) => (await _host.GetAsync("/client", issuer.Token(_host.Time.GetUtcNow(), "contract:read-all"))).Status;
    }

    [Fact]
    public async Task Token_that_never_ends_is_a_token()
        => Assert.Equal(HttpStatusCode.OK, (await _host.GetAsync("/client", Token("contract:read-all", change: d => d.Expires = new(9999, 12, 31, 23, 59, 59, DateTimeKind.Utc)))).Status);

    [Theory]
    [InlineData("""{"keys":[]}""", "has no signing key")]
    [InlineData("""{"keys":[{"kty":"oct","k":"c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA"}]}""", "secret or private key")]
    [InlineData("not json", "is no JWKS")]
    public void File_of_keys_that_proves_nothing_is_refused(string content, string why)
    {
        using var folder = new TempFolder();
        var e = Assert.Throws<ContractHostException>(() => new Api.Access.TokenIssuer(new() { KeysFile = folder.Write("jwks.json", content), Issuer = "x", Audience = "y" }, TimeProvider.System));

        Assert.Contains(why, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "x", "y", "either --oidc-authority URL or --jwt-keys FILE")]
    [InlineData("https://login.example", "jwks.json", "x", "y", "either --oidc-authority URL or --jwt-keys FILE")]
    [InlineData("http://login.example", null, null, "y", "write its https URL")]
    [InlineData("login.example", null, null, "y", "write its https URL")]
    [InlineData("https://login.example", null, null, " ", "--jwt-audience")]
    [InlineData(null, "missing.json", null, "y", "--jwt-issuer")]
    [InlineData(null, "missing.json", "x", "y", "cannot be read")]
    public void Half_of_the_options_are_refused(string? authority, string? keys, string? issuer, string audience, string why)
    {
        var e = Assert.Throws<ContractHostException>(() => new Api.Access.TokenIssuer(new() { Authority = authority, KeysFile = keys, Issuer = issuer, Audience = audience }, TimeProvider.System));

        Assert.Contains(why, e.Message, StringComparison.Ordinal);
    }

    private string Token(string scope = "contract:read", object? clients = null, Action<SecurityTokenDescriptor>? change = null)
        => _host.Issuer.Token(_host.Time.GetUtcNow(), scope, clients, change);
}
