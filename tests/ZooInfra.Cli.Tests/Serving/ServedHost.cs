using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ZooInfra.Api;

namespace ZooInfra.Cli.Tests.Serving;

/// <summary>A host with a client of it.</summary>
internal sealed class ServedHost : IAsyncDisposable
{
    private readonly ContractHost? _host;
    private readonly HttpClient _http;

    public ServedHost(ContractHost host, string token) => (_host, _http) = (host, Client(host.Urls[0], token));

    public ServedHost(string url, string token) => _http = Client(url, token);

    public async Task<Said> SendAsync(HttpMethod method, string path, JsonObject? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new(response.StatusCode, text, response.Content.Headers.ContentType?.MediaType, response.Headers.Location?.ToString());
    }

    public Task<Said> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    private static HttpClient Client(string url, string token) => new() { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(3), DefaultRequestHeaders = { { "X-Api-Key", token } } };
}

/// <summary>What a host answered.</summary>
internal sealed record Said(HttpStatusCode Status, string Body, string? Type, string? Location)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public string Text(string name) => Json[name]!.GetValue<string>();
}
