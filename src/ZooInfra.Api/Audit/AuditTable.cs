using System.Text;
using Microsoft.Data.Sqlite;
using ZooInfra.Api.Storage;

namespace ZooInfra.Api.Audit;

/// <summary>The table of the audit. It grows at its end only: triggers refuse everything else, and the chain of hashes shows what goes around them.</summary>
internal static class AuditTable
{
    /// <summary>Reads what is no UTF-8 as a zero character, which no kept text has, so that no changed byte is read as the one it replaced.</summary>
    private static readonly Encoding Strict = Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\0"));

    private const string Columns = "number, at, caller, action, client, target, request_id, outcome, previous, hash";

    public static Migration Migration { get; } = new("audit-1", """
        CREATE TABLE audit (
            number INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            caller TEXT NOT NULL,
            action TEXT NOT NULL,
            client TEXT,
            target TEXT,
            request_id TEXT,
            outcome TEXT NOT NULL,
            previous BLOB NOT NULL,
            hash BLOB NOT NULL
        ) STRICT;
        CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
        CREATE TRIGGER audit_is_not_cut BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
        """);

    /// <summary>REPLACE fires no trigger of a DELETE.</summary>
    public static Migration NoReplacing { get; } = new("audit-2", """
        CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit WHEN NEW.number <= (SELECT coalesce(max(number), 0) FROM audit) BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
        """);

    /// <summary>Appends entries in one transaction, which takes the write lock before it looks at the last row: two hosts on one database make one chain.</summary>
    public static void Append(SqliteConnection connection, IReadOnlyList<AuditEntry> entries, DateTimeOffset now)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var (number, previous) = Last(connection, transaction);
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO audit ({Columns}) VALUES ($number, $at, $caller, $action, $client, $target, $request, $outcome, $previous, $hash);";
        foreach (var entry in entries)
        {
            var row = new AuditRow(++number, now.ToUnixTimeMilliseconds(), AuditRow.Keepable(entry), previous);
            previous = row.Hash();
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$number", row.Number);
            insert.Parameters.AddWithValue("$at", row.At);
            insert.Parameters.AddWithValue("$caller", row.Entry.Caller);
            insert.Parameters.AddWithValue("$action", row.Entry.Action);
            insert.Parameters.AddWithValue("$client", row.Entry.Client ?? (object)DBNull.Value);
            insert.Parameters.AddWithValue("$target", row.Entry.Target ?? (object)DBNull.Value);
            insert.Parameters.AddWithValue("$request", row.Entry.RequestId ?? (object)DBNull.Value);
            insert.Parameters.AddWithValue("$outcome", row.Entry.Outcome);
            insert.Parameters.AddWithValue("$previous", row.Previous);
            insert.Parameters.AddWithValue("$hash", previous);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>The rows with the hashes that were kept, the oldest first, one at a time: an audit of years does not fit into memory.</summary>
    /// <param name="connection">Is read until the end of the enumeration.</param>
    /// <param name="client">Only rows about this client; null for all.</param>
    /// <param name="since">Only rows from this instant on; null for all.</param>
    public static IEnumerable<(AuditRow Row, byte[] Hash)> Read(SqliteConnection connection, string? client = null, DateTimeOffset? since = null)
    {
        using var select = connection.CreateCommand();
        select.CommandText = $"SELECT {Columns} FROM audit WHERE ($client IS NULL OR client = $client) AND ($since IS NULL OR at >= $since) ORDER BY number;";
        select.Parameters.AddWithValue("$client", client ?? (object)DBNull.Value);
        select.Parameters.AddWithValue("$since", since is { } from ? from.ToUnixTimeMilliseconds() : DBNull.Value);
        using var rows = select.ExecuteReader();
        while (rows.Read())
        {
            yield return (Row(rows), rows.GetFieldValue<byte[]>(9));
        }
    }

    /// <summary>One row; null when there is none with this number.</summary>
    public static AuditRow? Row(SqliteConnection connection, long number)
    {
        using var select = connection.CreateCommand();
        select.CommandText = $"SELECT {Columns} FROM audit WHERE number = $number;";
        select.Parameters.AddWithValue("$number", number);
        using var rows = select.ExecuteReader();
        return rows.Read() ? Row(rows) : null;
    }

    /// <summary>The last row's number and hash; 0 and the origin before the first.</summary>
    public static (long Number, byte[] Hash) Last(SqliteConnection connection, SqliteTransaction? transaction = null)
    {
        using var select = connection.CreateCommand();
        select.Transaction = transaction;
        select.CommandText = "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1;";
        using var rows = select.ExecuteReader();
        return rows.Read() ? (rows.GetInt64(0), rows.GetFieldValue<byte[]>(1)) : (0, AuditRow.Origin);
    }

    private static AuditRow Row(SqliteDataReader rows)
        => new(rows.GetInt64(0), rows.GetInt64(1), new(Text(rows, 2)!, Text(rows, 3)!, Text(rows, 4), Text(rows, 5), Text(rows, 6), Text(rows, 7)!), rows.GetFieldValue<byte[]>(8));

    /// <summary>As bytes, because a text would end at its first zero byte and hide what follows.</summary>
    private static string? Text(SqliteDataReader rows, int column) => rows.IsDBNull(column) ? null : Strict.GetString(rows.GetFieldValue<byte[]>(column));
}
