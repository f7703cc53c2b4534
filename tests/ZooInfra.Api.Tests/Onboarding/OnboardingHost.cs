using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ZooInfra.Api.Access;
using ZooInfra.Api.Onboarding;

namespace ZooInfra.Api.Tests.Onboarding;

/// <summary>The requests for clients over a real Kestrel, with a repository, for a caller of the test's choice.</summary>
internal sealed class OnboardingHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private OnboardingHost(WebApplication app) => (_app, _http) = (app, new() { BaseAddress = new(app.Urls.Single()) });

    public PlatformRepository Repository { get; private init; } = null!;

    public Caller Caller { get; set; } = new("ops", new[] { Scope.Onboard, Scope.ReadAll }.ToFrozenSet(), null);

    public static async Task<OnboardingHost> StartAsync()
    {
        var repository = new PlatformRepository();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        OnboardingHost? host = null;
        app.Use((context, next) =>
        {
            context.Features.Set(host!.Caller);
            return next(context);
        });
        app.UseRouting();
        var platform = new Platform(Clients.Client("acme_corp", "Acme Corp"));
        app.MapOnboarding(new(platform, new OnboardingOptions(repository.Stacks, "Stacks"), TimeProvider.System));
        await app.StartAsync();
        return host = new(app) { Repository = repository };
    }

    public async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpMethod method, string path, string? body = null, string type = "application/yaml", string? accept = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, type);
        }

        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async Task<JsonNode> JsonAsync(HttpMethod method, string path, HttpStatusCode expected, string? body = null, string type = "application/yaml")
    {
        var (status, json) = await SendAsync(method, path, body, type);
        Assert.True(status == expected, $"{status}: {json}");
        return JsonNode.Parse(json)!;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        Repository.Dispose();
    }
}
