using System.Collections.Frozen;
using Microsoft.Data.Sqlite;
using ZooInfra.Api.Storage;

namespace ZooInfra.Api.Access;

/// <summary>The API keys in the database.</summary>
internal sealed class ApiKeys(ApiDatabase database, TimeProvider time)
{
    private const int LongestName = 64;

    /// <summary>The table of keys. Lists are words separated by spaces, which neither scopes nor ids have; clients NULL is every client.</summary>
    public static Migration Migration { get; } = new("api-keys-1", """
        CREATE TABLE api_keys (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            scopes TEXT NOT NULL,
            clients TEXT,
            made INTEGER NOT NULL,
            until INTEGER,
            revoked INTEGER
        ) STRICT;
        """);

    /// <summary>Makes a key. The token is given here and never again.</summary>
    /// <param name="name">Who or what uses it: 1 to 64 letters, digits, <c>.</c>, <c>_</c>, <c>-</c>.</param>
    /// <param name="scopes">What it may do; at least one.</param>
    /// <param name="clients">The clients it is bound to; null for all.</param>
    /// <param name="until">When it ends, in the future; null for never.</param>
    /// <param name="cancellationToken">Stops it before anything is kept.</param>
    /// <exception cref="ContractHostException">A value is out of range.</exception>
    public async Task<(ApiKey Key, string Token)> AddAsync(string name, FrozenSet<Scope> scopes, FrozenSet<string>? clients, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        Check(name, scopes, until);
        var now = Instants.Whole(time.GetUtcNow());
        var (id, token) = KeyToken.Make();
        var key = new ApiKey(id, name, scopes, clients, now, until, null);
        await using var connection = await database.ConnectAsync(cancellationToken);
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO api_keys (id, name, hash, scopes, clients, made, until) VALUES ($id, $name, $hash, $scopes, $clients, $made, $until);";
        insert.Parameters.AddWithValue("$id", id);
        insert.Parameters.AddWithValue("$name", name);
        insert.Parameters.AddWithValue("$hash", KeyToken.Hash(token));
        insert.Parameters.AddWithValue("$scopes", ScopeNames.Join(scopes));
        insert.Parameters.AddWithValue("$clients", clients is null ? DBNull.Value : string.Join(' ', clients.Order(StringComparer.Ordinal)));
        insert.Parameters.AddWithValue("$made", now.ToUnixTimeMilliseconds());
        insert.Parameters.AddWithValue("$until", until is { } end ? end.ToUnixTimeMilliseconds() : DBNull.Value);
        await insert.ExecuteNonQueryAsync(cancellationToken);
        return (key, token);
    }

    /// <summary>Whether such a key could be made; nothing is made.</summary>
    /// <exception cref="ContractHostException">A value is out of range.</exception>
    public void Check(string name, FrozenSet<Scope> scopes, DateTimeOffset? until)
    {
        if (name.Length is 0 or > LongestName || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))
        {
            throw new ContractHostException($"{Problem.Quote(name)} is no name for a key; use 1 to {LongestName} letters, digits, '.', '_' and '-'.");
        }

        if (scopes.Count == 0)
        {
            throw new ContractHostException($"A key without a scope opens nothing; give at least one of {string.Join(", ", ScopeNames.All)}.");
        }

        if (until <= time.GetUtcNow())
        {
            throw new ContractHostException($"The key would end at {Instants.Text(until.Value)}, which is over; give a later day.");
        }
    }

    /// <summary>Every key there ever was, the oldest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.ConnectAsync(cancellationToken);
        return [.. Read(connection).Select(row => row.Key)];
    }

    /// <summary>Ends a key for good; one that was revoked before stays as it is.</summary>
    /// <returns>The key; null when none has this id.</returns>
    public async Task<ApiKey?> RevokeAsync(string id, CancellationToken cancellationToken)
    {
        await using var connection = await database.ConnectAsync(cancellationToken);
        await using var update = connection.CreateCommand();
        update.CommandText = "UPDATE api_keys SET revoked = $now WHERE id = $id AND revoked IS NULL;";
        update.Parameters.AddWithValue("$id", id);
        update.Parameters.AddWithValue("$now", time.GetUtcNow().ToUnixTimeMilliseconds());
        await update.ExecuteNonQueryAsync(cancellationToken);
        return Read(connection).Select(row => row.Key).FirstOrDefault(key => key.Id == id);
    }

    /// <summary>All keys with their hashes, over a connection that the caller keeps.</summary>
    public static List<(ApiKey Key, byte[] Hash)> Read(SqliteConnection connection)
    {
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT id, name, hash, scopes, clients, made, until, revoked FROM api_keys ORDER BY made, id;";
        using var rows = select.ExecuteReader();
        var keys = new List<(ApiKey, byte[])>();
        while (rows.Read())
        {
            keys.Add((
                new(
                    rows.GetString(0),
                    rows.GetString(1),
                    ScopeNames.Among([rows.GetString(3)]),
                    rows.IsDBNull(4) ? null : ScopeNames.Words(rows.GetString(4)).ToFrozenSet(StringComparer.Ordinal),
                    DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(5)),
                    Instant(rows, 6),
                    Instant(rows, 7)),
                rows.GetFieldValue<byte[]>(2)));
        }

        return keys;
    }

    private static DateTimeOffset? Instant(SqliteDataReader rows, int column) => rows.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(column));
}
