using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ZooInfra.Api.Access;
using ZooInfra.Api.Tests.Access;

namespace ZooInfra.Api.Tests.Onboarding;

/// <summary>A host beside a repository, and a key for the requests.</summary>
internal sealed class OnboardingHost : IAsyncDisposable
{
    private readonly GuardedHost _host;
    private string _token = "";

    private OnboardingHost(GuardedHost host, PlatformRepository repository) => (_host, Repository) = (host, repository);

    public PlatformRepository Repository { get; }

    public static async Task<OnboardingHost> StartAsync()
    {
        var repository = new PlatformRepository();
        var platform = new Platform(Clients.Client("acme_corp", "Acme Corp"));
        var host = await GuardedHost.StartAsync(platform, options => options with { Onboarding = new(repository.Stacks, "Stacks") });
        var made = new OnboardingHost(host, repository);
        await made.ActAsAsync("ops", [Scope.Onboard, Scope.ReadAll], null);
        return made;
    }

    /// <summary>From now on the requests are those of a new key.</summary>
    public async Task ActAsAsync(string name, Scope[] scopes, string[]? clients) => _token = (await _host.KeyAsync(name, scopes, clients)).Token;

    public async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpMethod method, string path, string? body = null, string type = "application/yaml", string? accept = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Api-Key", _token);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, type);
        }

        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        using var answer = await _host.Http.SendAsync(request);
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
        await _host.DisposeAsync();
        Repository.Dispose();
    }
}
