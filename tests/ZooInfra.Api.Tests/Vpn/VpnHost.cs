using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using ZooInfra.Api.Access;
using ZooInfra.Api.Audit;
using ZooInfra.Api.Storage;
using ZooInfra.Api.Vpn;

namespace ZooInfra.Api.Tests.Vpn;

/// <summary>A host that takes requests, with stacks that are not real and callers who have API keys.</summary>
internal sealed class VpnHost : IAsyncDisposable
{
    public const string Peers = "/client/acme_corp/vpn/peers";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ContractHost _host;
    private readonly HttpClient _http;
    private readonly string? _folder;

    private readonly IReadOnlyDictionary<string, string> _tokens;

    private VpnHost(ContractHost host, VpnHosting hosting, string? folder, IReadOnlyDictionary<string, string> tokens)
        => (_host, _http, Hosting, _folder, _tokens) = (host, new() { BaseAddress = new Uri(host.Urls[0]) }, hosting, folder, tokens);

    public VpnHosting Hosting { get; }

    public FakeApply Apply => (FakeApply)Hosting.Apply;

    public ShiftedClock Clock => (ShiftedClock)Hosting.Time;

    public ConcurrentQueue<AuditEntry> Audit { get; private init; } = [];

    public IReadOnlyList<string> Routes => _host.Routes;

    /// <summary>Starts a host; on the database of another when there is one.</summary>
    public static async Task<VpnHost> StartAsync(Func<VpnHosting, VpnHosting>? change = null, VpnHost? other = null)
    {
        var folder = other is null ? Directory.CreateTempSubdirectory("zoo-vpn-api-").FullName : null;
        var audit = new ConcurrentQueue<AuditEntry>();
        var hosting = new VpnHosting
        {
            Apply = other?.Apply ?? new FakeApply(),
            Database = other?.Hosting.Database ?? Path.Combine(folder!, "api.db"),
            Time = other?.Clock ?? new ShiftedClock(),
            Poll = TimeSpan.FromMilliseconds(20),
            SweepEvery = TimeSpan.FromMilliseconds(20),
            Lease = TimeSpan.FromSeconds(2),
            Audit = (entry, _) =>
            {
                audit.Enqueue(entry);
                return Task.CompletedTask;
            },
        };
        hosting = change?.Invoke(hosting) ?? hosting;
        var tokens = other?._tokens ?? await KeysAsync(hosting.Database);
        var host = await ContractHost.StartAsync(Clients.Platform, new() { Urls = ["http://127.0.0.1:0"], Database = hosting.Database, Rate = "100000/s", Vpn = hosting }, CancellationToken.None);
        return new(host, hosting, folder, tokens) { Audit = audit };
    }

    public static JsonObject Ask(string person = "Alice Archer", string device = "laptop", int days = 30) => new()
    {
        ["person"] = person,
        ["device"] = device,
        ["purpose"] = "remote support",
        ["until"] = DateTimeOffset.UtcNow.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    public Task<VpnAnswer> GetAsync(string path, string caller = "operator", params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, caller, headers);

    public Task<VpnAnswer> PostAsync(string path, JsonObject body, string caller = "operator", params (string Name, string Value)[] headers)
        => SendAsync(HttpMethod.Post, path, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), caller, headers);

    public Task<VpnAnswer> DeleteAsync(string path, string caller = "operator", params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Delete, path, null, caller, headers);

    public async Task<VpnAnswer> SendAsync(HttpMethod method, string path, HttpContent? content, string caller = "operator", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("X-Api-Key", _tokens[caller]);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request);
        var all = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(), all);
    }

    /// <summary>The operations of a client when none of them is open any more.</summary>
    public async Task<IReadOnlyList<JsonObject>> QuietAsync(int atLeast = 0)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (await look.WaitForNextTickAsync(patience.Token))
        {
            List<JsonObject> operations = [.. (await GetAsync("/client/acme_corp/operations?limit=200")).Json["operations"]!.AsArray().Select(operation => operation!.AsObject())];
            if (operations.Count >= atLeast && operations.All(operation => operation["state"]!.GetValue<string>() is "succeeded" or "failed"))
            {
                return operations;
            }
        }

        throw new TimeoutException();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
        if (_folder is not null)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyDictionary<string, string>> KeysAsync(string database)
    {
        var keys = new ApiKeys(await ApiDatabase.OpenAsync(database, Migrations.All, CancellationToken.None), TimeProvider.System);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["operator"] = await KeyAsync("operator", [Scope.ReadAll, Scope.ManageVpn], null),
            ["acme"] = await KeyAsync("acme", [Scope.ReadContract, Scope.ManageVpn], "acme_corp"),
            ["biggov"] = await KeyAsync("biggov", [Scope.ReadContract, Scope.ManageVpn], "biggov"),
            ["reader"] = await KeyAsync("reader", [Scope.ReadContract], "acme_corp"),
        };

        async Task<string> KeyAsync(string name, Scope[] scopes, string? client)
            => (await keys.AddAsync(name, scopes.ToFrozenSet(), client is null ? null : new[] { client }.ToFrozenSet(), null, CancellationToken.None)).Token;
    }
}

internal sealed record VpnAnswer(HttpStatusCode Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public string Text(string name) => Json[name]!.GetValue<string>();

    public int Code => (int)Status;
}
