using Microsoft.Data.Sqlite;
using ZooInfra.Vpn;

namespace ZooInfra.Api.Operations;

/// <summary>What somebody who decides on a request may look at: all of it is of one moment, and stays so until the decision is on disk.</summary>
internal sealed class Acceptance(SqliteConnection connection, SqliteTransaction transaction, string client, DateTimeOffset now)
{
    /// <summary>When it is decided.</summary>
    public DateTimeOffset Now => now;

    /// <summary>The peers of the client as they should be.</summary>
    public IReadOnlyList<PeerRow> Peers { get; } = PeerRow.Of(connection, transaction, client);

    /// <summary>The operations of the client that have not ended.</summary>
    public IReadOnlyList<Operation> Open { get; } = connection.Query(
        transaction,
        $"SELECT {OperationRow.Columns} FROM operations WHERE client = $client AND state IN ('accepted', 'applying', 'undoing') ORDER BY seq",
        OperationRow.Read,
        ("$client", client));

    /// <summary>How many peers were asked for or given new keys since an instant.</summary>
    public int AskedSince(DateTimeOffset since) => connection.Query(
        transaction,
        "SELECT count(*) FROM operations WHERE client = $client AND kind IN ('create', 'rotate') AND created > $since AND created <= $now",
        row => row.GetInt32(0),
        ("$client", client),
        ("$since", OperationRow.Milliseconds(since)),
        ("$now", OperationRow.Milliseconds(now)))[0];
}

/// <summary>A peer that should be there.</summary>
/// <param name="Client">Whose.</param>
/// <param name="Peer">What it is.</param>
/// <param name="Created">When it was asked for.</param>
/// <param name="RequestedBy">Who asked for it.</param>
internal sealed record PeerRow(string Client, RequestedPeer Peer, DateTimeOffset Created, string RequestedBy)
{
    private const string Columns = "client, document, created, requested_by";

    public static List<PeerRow> Of(SqliteConnection connection, SqliteTransaction? transaction, string client)
        => connection.Query(transaction, $"SELECT {Columns} FROM vpn_peers WHERE client = $client ORDER BY name", Read, ("$client", client));

    /// <summary>The peers of some clients whose end has come, or the end of the overlap of their keys.</summary>
    public static List<PeerRow> Ended(SqliteConnection connection, SqliteTransaction? transaction, DateTimeOffset now)
        => connection.Query(transaction, $"SELECT {Columns} FROM vpn_peers WHERE ends <= $now OR overlap_ends <= $now ORDER BY client, name", Read, ("$now", OperationRow.Milliseconds(now)));

    private static PeerRow Read(SqliteDataReader row) => new(row.GetString(0), OperationRow.Peer(row.GetString(1)), OperationRow.Instant(row.GetInt64(2)), row.GetString(3));
}
