using System.Collections.Frozen;
using ZooInfra.Api.Access;
using ZooInfra.Api.Storage;

namespace ZooInfra.Api.Tests.Access;

/// <summary>A host with a database, keys, an issuer of tokens and a clock that stands still.</summary>
internal sealed class GuardedHost : IAsyncDisposable
{
    private readonly ContractHost _host;

    private GuardedHost(TempFolder folder, ContractHost host, ApiDatabase database, ManualTime time, TestIssuer issuer, StringWriter output)
    {
        (Folder, _host, Database, Time, Issuer, Output) = (folder, host, database, time, issuer, output);
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Root };
    }

    public static DateTimeOffset Start { get; } = new(2027, 3, 31, 12, 0, 0, TimeSpan.Zero);

    public TempFolder Folder { get; }

    public Uri Root => new(_host.Urls[0]);

    public IReadOnlyList<string> Routes => _host.Routes;

    public HttpClient Http { get; }

    public ApiDatabase Database { get; }

    public ManualTime Time { get; }

    public TestIssuer Issuer { get; }

    public StringWriter Output { get; }

    public ApiKeys Keys => new(Database, Time);

    public static async Task<GuardedHost> StartAsync(Platform? platform = null, Func<ContractHostOptions, ContractHostOptions>? change = null)
    {
        var (folder, time, issuer, output) = (new TempFolder(), new ManualTime(Start), new TestIssuer(), new StringWriter());
        var options = new ContractHostOptions
        {
            Urls = ["http://127.0.0.1:0"],
            Database = folder.File("zoo.db"),
            Tokens = new() { KeysFile = folder.Write("jwks.json", issuer.Jwks()), Issuer = TestIssuer.Name, Audience = TestIssuer.Audience },
            Rate = "100000/s",
            StrangerRate = "100000/s",
            Time = time,
            Output = TextWriter.Synchronized(output),
        };
        var host = await ContractHost.StartAsync(platform ?? Clients.Platform, change?.Invoke(options) ?? options, CancellationToken.None);
        return new(folder, host, await ApiDatabase.OpenAsync(folder.File("zoo.db"), Migrations.All, CancellationToken.None), time, issuer, output);
    }

    /// <summary>A key that the host knows at the next request.</summary>
    public async Task<(ApiKey Key, string Token)> KeyAsync(string name, Scope[] scopes, string[]? clients, DateTimeOffset? until = null)
    {
        var made = await Keys.AddAsync(name, scopes.ToFrozenSet(), clients?.ToFrozenSet(StringComparer.Ordinal), until, CancellationToken.None);
        Time.Advance(TimeSpan.FromSeconds(1));
        return made;
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
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

    public Task<Answer> GetAsync(string path, string? token = null) => SendAsync(HttpMethod.Get, path, token is null ? [] : [("Authorization", $"Bearer {token}")]);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.DisposeAsync();
        Issuer.Dispose();
        await Output.DisposeAsync();
        Folder.Dispose();
    }
}
