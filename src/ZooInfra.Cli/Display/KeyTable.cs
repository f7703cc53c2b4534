using System.Text.Json.Nodes;
using ZooInfra.Api.Access;
using ZooInfra.Api.Storage;

namespace ZooInfra.Cli.Display;

/// <summary>Shows API keys, which never includes their secrets.</summary>
internal static class KeyTable
{
    public static string Text(IReadOnlyList<ApiKey> keys, DateTimeOffset now)
        => Columns.Of([["ID", "NAME", "SCOPES", "CLIENTS", "UNTIL", "STATE"], .. keys.Select(key => new[]
        {
            key.Id,
            key.Name,
            ScopeNames.Join(key.Scopes),
            key.Clients is null ? "all" : string.Join(' ', key.Clients.Order(StringComparer.Ordinal)),
            key.Until is { } until ? Instants.Text(until) : "never",
            key.Revoked is { } revoked ? $"revoked {Instants.Text(revoked)}" : key.IsLive(now) ? "live" : "expired",
        })]);

    public static JsonObject Json(ApiKey key) => new()
    {
        ["id"] = key.Id,
        ["name"] = key.Name,
        ["scopes"] = new JsonArray([.. key.Scopes.Order().Select(scope => (JsonNode)scope.Name())]),
        ["clients"] = key.Clients is null ? "*" : new JsonArray([.. key.Clients.Order(StringComparer.Ordinal).Select(client => (JsonNode)client)]),
        ["made"] = Instants.Text(key.Made),
        ["until"] = key.Until is { } until ? Instants.Text(until) : null,
        ["revoked"] = key.Revoked is { } revoked ? Instants.Text(revoked) : null,
    };
}
