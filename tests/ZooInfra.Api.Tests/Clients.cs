using System.Text;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Tests;

/// <summary>A platform of two clients, with endpoints as the generator makes them.</summary>
internal static class Clients
{
    public const string SlaJson = """{"availability":99.99,"response":"5m","response_seconds":300,"window_accounting":"excluded","clause":"MSA 4.2"}""";

    public static Platform Platform { get; } = new(
        Client("acme_corp", "Acme\tCorp \"Ünïted\"", ("sla", "99.99 / 5m", SlaJson), ("billing_model", "per-seat", """{"billing_model":"per-seat"}""")),
        Client("biggov", "BigGov", ("billing_model", "static_mrr_plus_usage", """{"billing_model":"static_mrr_plus_usage"}""")));

    public static Client Client(string id, string name, params (string Name, string Text, string Json)[] endpoints)
        => new(
            new TenantContract(id, name, null, null, default, default, default),
            () => Task.FromResult(0),
            [.. endpoints.Select(e => new ContractEndpoint(e.Name, Body(e.Text, $"{id}-{e.Name}-text"), Body(e.Json, $"{id}-{e.Name}-json")))]);

    private static ContractBody Body(string content, string tag) => new(Encoding.UTF8.GetBytes(content), $"\"{tag}\"");
}
