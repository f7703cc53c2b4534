using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ZooInfra.Vpn;

namespace ZooInfra.Api.Operations;

/// <summary>Operations and peers as rows of the database.</summary>
internal static class OperationRow
{
    public const string Columns = "id, client, service, peer, kind, caller, state, created, idempotency_key, request_hash, peer_before, peer_after, problem, started, finished, attempts";

    public static Operation Read(SqliteDataReader row)
        => new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), Enum.Parse<OperationKind>(row.GetString(4), ignoreCase: true), row.GetString(5), Enum.Parse<OperationState>(row.GetString(6), ignoreCase: true), Instant(row.GetInt64(7)))
        {
            Key = Text(row, 8),
            RequestHash = Text(row, 9),
            Before = Text(row, 10) is { } before ? Peer(before) : null,
            After = Text(row, 11) is { } after ? Peer(after) : null,
            Problem = Text(row, 12) is { } problem ? Problem(problem) : null,
            Started = row.IsDBNull(13) ? null : Instant(row.GetInt64(13)),
            Finished = row.IsDBNull(14) ? null : Instant(row.GetInt64(14)),
            Attempts = row.GetInt32(15),
        };

    public static string Word(OperationState state) => state.ToString().ToLowerInvariant();

    public static string Word(OperationKind kind) => kind.ToString().ToLowerInvariant();

    public static long Milliseconds(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    public static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    public static RequestedPeer Peer(string document)
    {
        using var json = JsonDocument.Parse(document);
        return RequestedPeer.Read(json.RootElement);
    }

    public static string Document(RequestedPeer peer) => Json(peer.Write);

    public static string Document(OperationProblem problem) => Json(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("status", problem.Status);
        json.WriteString("detail", problem.Detail);
        json.WriteString("rule", problem.Rule);
        json.WriteString("urn", problem.Urn);
        json.WriteEndObject();
    });

    private static OperationProblem Problem(string document)
    {
        using var json = JsonDocument.Parse(document);
        var root = json.RootElement;
        return new(root.GetProperty("status").GetInt32(), root.GetProperty("detail").GetString()!, root.GetProperty("rule").GetString(), root.GetProperty("urn").GetString());
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, Body.Readable))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length);
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
