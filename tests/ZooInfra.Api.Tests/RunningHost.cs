using System.Net;

namespace ZooInfra.Api.Tests;

/// <summary>One host on a free port for the tests of a class.</summary>
public sealed class RunningHost : IAsyncLifetime
{
    private ContractHost? _host;

    public Uri Root => new(Assert.Single(_host!.Urls));

    public HttpClient Http { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _host = await ContractHost.StartAsync(Clients.Platform, new() { Urls = ["http://127.0.0.1:0"], AnonymousScopes = ["contract:read-all"], Rate = "100000/s" }, CancellationToken.None);
        Http = new HttpClient { BaseAddress = Root };
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _host!.DisposeAsync();
    }

    internal async Task<Answer> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var response = await Http.SendAsync(request);
        return new(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Content.Headers.ContentType?.ToString(),
            response.Content.Headers.ContentLength,
            response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }

    internal Task<Answer> GetAsync(string path, string? accept = null) => SendAsync(HttpMethod.Get, path, accept is null ? [] : [("Accept", accept)]);
}

internal sealed record Answer(HttpStatusCode Status, string Body, string? Type, long? Length, IReadOnlyDictionary<string, string> Headers);
