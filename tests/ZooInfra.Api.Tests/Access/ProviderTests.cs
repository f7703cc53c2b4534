using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ZooInfra.Api.Tests.Access;

/// <summary>JWTs of an OpenID Connect provider that is asked for its keys.</summary>
public sealed class ProviderTests
{
    [Fact]
    public async Task Keys_and_issuer_come_from_the_provider()
    {
        using var issuer = new TestIssuer();
        await using var provider = await ProviderAsync(issuer);
        await using var host = await GuardedHost.StartAsync(change: options => options with { Tokens = new() { Authority = provider.Urls.Single(), Audience = TestIssuer.Audience } });
        var now = host.Time.GetUtcNow();

        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/client/acme_corp/sla", issuer.Token(now, clients: "acme_corp"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.GetAsync("/client/acme_corp/sla", issuer.Token(now, clients: "acme_corp", change: d => d.Issuer = "https://evil.example"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.GetAsync("/client/acme_corp/sla", host.Issuer.Token(now, clients: "acme_corp"))).Status);
        Assert.Contains("\"token_issuer\":\"ok\"", (await host.GetAsync("/health/ready")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_that_is_away_is_503_for_tokens_and_nothing_for_keys()
    {
        var url = await GoneAsync();
        await using var host = await GuardedHost.StartAsync(change: options => options with { Tokens = new() { Authority = url, Audience = TestIssuer.Audience } });
        var (_, key) = await host.KeyAsync("billing", [Api.Access.Scope.ReadAll], null);

        var answer = await host.GetAsync("/client", host.Issuer.Token(host.Time.GetUtcNow()));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Contains("cannot be asked", answer.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/client", key)).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.GetAsync("/health/ready")).Status);
    }

    private static async Task<WebApplication> ProviderAsync(TestIssuer issuer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.Map("/.well-known/openid-configuration", context => context.Response.WriteAsync($$"""{"issuer":"{{TestIssuer.Name}}","jwks_uri":"{{app.Urls.Single()}}/keys"}"""));
        app.Map("/keys", context => context.Response.WriteAsync(issuer.Jwks()));
        await app.StartAsync();
        return app;
    }

    /// <summary>An address where nothing listens any more.</summary>
    private static async Task<string> GoneAsync()
    {
        using var issuer = new TestIssuer();
        await using var provider = await ProviderAsync(issuer);
        return provider.Urls.Single();
    }
}
