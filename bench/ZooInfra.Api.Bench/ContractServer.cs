using System.Collections.Frozen;
using System.Text;
using ZooInfra.Api.Access;
using ZooInfra.Api.Storage;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Bench;

/// <summary>The host as an operator runs it: database, audit, keys, limits. Says its address and a key, then serves until its input ends; each line of input is answered with its memory.</summary>
internal static class ContractServer
{
    private static readonly FrozenSet<Scope> Reads = [Scope.ReadContract];
    private static readonly FrozenSet<string> OneClient = ["acme_corp"];

    public static async Task RunAsync(int clients, string database)
    {
        var store = await ApiDatabase.OpenAsync(database, Migrations.All, CancellationToken.None);
        var (_, token) = await new ApiKeys(store, TimeProvider.System).AddAsync("bench", Reads, OneClient, null, CancellationToken.None);
        await using var host = await ContractHost.StartAsync(
            new(Enumerable.Range(1, clients).Select(i => Make(i == 1 ? "acme_corp" : $"client_{i:D5}"))),
            new() { Urls = ["http://127.0.0.1:0"], Database = database, Rate = "10000000/s" },
            CancellationToken.None);
        await Server.TalkAsync(host.Urls[0], token);
    }

    private static Client Make(string id)
        => new(
            new TenantContract(id, id, null, null, default, default, default),
            () => Task.FromResult(0),
            [Endpoint(id, "sla", "99.99 / 5m", """{"availability":99.99,"response":"5m","response_seconds":300,"window_accounting":"excluded","clause":"MSA 4.2"}"""), Endpoint(id, "billing_model", "per-seat", """{"billing_model":"per-seat"}""")]);

    private static ContractEndpoint Endpoint(string id, string name, string text, string json)
        => new(name, new(Encoding.UTF8.GetBytes(text), $"\"{id}-{name}-text-0123\""), new(Encoding.UTF8.GetBytes(json), $"\"{id}-{name}-json-0123\""));
}
