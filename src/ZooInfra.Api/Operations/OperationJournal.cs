using System.Text.Json;
using Microsoft.Data.Sqlite;
using ZooInfra.Api.Storage;
using ZooInfra.Api.Vpn;
using ZooInfra.Vpn;

namespace ZooInfra.Api.Operations;

/// <summary>
/// Operations and the peers that should be there, in the database. What a method has done is on disk when it returns, whole or not at all. Every step of
/// an operation may be taken by any host: it says from which state it goes, and does nothing when another host has gone on already.
/// </summary>
internal sealed class OperationJournal(ApiDatabase database, TimeProvider time)
{
    private const string IsOpen = "state IN ('accepted', 'applying', 'undoing')";

    /// <summary>No operation is put off for longer, so one that waits for longer has seen the clock put back.</summary>
    public static TimeSpan LongestDelay { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Decides on a request and writes down what it leads to, in one transaction.</summary>
    /// <param name="client">The client.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="request">The idempotency key and a digest of the request; null without a key.</param>
    /// <param name="decide">Answers the operations to be accepted, without states. It may throw; nothing is accepted then.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="RefusalException">The key belongs to another request.</exception>
    public async Task<IReadOnlyList<Operation>> AcceptAsync(string client, string caller, (string Key, string Hash)? request, Func<Acceptance, IReadOnlyList<Operation>> decide, CancellationToken cancellationToken)
    {
        await using var connection = await database.ConnectAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: false);
        if (request is var (key, hash)
            && connection.Query(transaction, $"SELECT {OperationRow.Columns} FROM operations WHERE caller = $caller AND idempotency_key = $key", OperationRow.Read, ("$caller", caller), ("$key", key)) is [var known])
        {
            return known.RequestHash == hash ? [known] : throw new RefusalException(new(422, $"The Idempotency-Key {Api.Problem.Quote(key)} belongs to another request that you sent. Use a new key for a new request; the same one only to send the same request again."));
        }

        var accepted = decide(new(connection, transaction, client, time.GetUtcNow()));
        foreach (var operation in accepted)
        {
            connection.Run(
                transaction,
                "INSERT INTO operations (id, client, service, peer, kind, caller, idempotency_key, request_hash, peer_before, peer_after, state, created) VALUES ($id, $client, $service, $peer, $kind, $caller, $key, $hash, $before, $after, 'accepted', $created)",
                ("$id", operation.Id),
                ("$client", operation.Client),
                ("$service", operation.Service),
                ("$peer", operation.Peer),
                ("$kind", OperationRow.Word(operation.Kind)),
                ("$caller", operation.Caller),
                ("$key", request?.Key),
                ("$hash", request?.Hash),
                ("$before", operation.Before is { } before ? OperationRow.Document(before) : null),
                ("$after", operation.After is { } after ? OperationRow.Document(after) : null),
                ("$created", OperationRow.Milliseconds(operation.Created)));
        }

        await transaction.CommitAsync(cancellationToken);
        return accepted;
    }

    /// <summary>Takes the oldest operation that can be worked on, with a lease on its client; null when there is none.</summary>
    /// <param name="clients">The clients that this host serves.</param>
    /// <param name="span">How long the lease holds.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(Operation Operation, Lease Lease)?> ClaimAsync(IEnumerable<string> clients, TimeSpan span, CancellationToken cancellationToken)
    {
        await using var connection = await database.ConnectAsync(cancellationToken);
        if (connection.Query(null, $"SELECT 1 FROM operations WHERE {IsOpen} LIMIT 1", row => true) is [])
        {
            return null;
        }

        await using var transaction = connection.BeginTransaction(deferred: false);
        var now = time.GetUtcNow();
        var held = connection.Query(transaction, "SELECT client, owner, until FROM client_leases", row => (Client: row.GetString(0), Owner: row.GetString(1), Until: OperationRow.Instant(row.GetInt64(2))))
            .Where(lease => lease.Until > now && lease.Until <= now + span + span && !Lease.IsOfDeadProcess(lease.Owner))
            .Select(lease => lease.Client);
        if (connection.Query(
            transaction,
            $"""
            SELECT {OperationRow.Columns} FROM operations
            WHERE {IsOpen} AND (not_before <= $now OR not_before > $far)
                AND client IN (SELECT value FROM json_each($clients)) AND client NOT IN (SELECT value FROM json_each($held))
            ORDER BY seq LIMIT 1
            """,
            OperationRow.Read,
            ("$now", OperationRow.Milliseconds(now)),
            ("$far", OperationRow.Milliseconds(now + LongestDelay)),
            ("$clients", JsonSerializer.Serialize(clients)),
            ("$held", JsonSerializer.Serialize(held))) is not [var operation])
        {
            return null;
        }

        var mine = new Lease(operation.Client, Lease.NewOwner());
        connection.Run(
            transaction,
            "INSERT INTO client_leases (client, owner, until) VALUES ($client, $owner, $until) ON CONFLICT (client) DO UPDATE SET owner = excluded.owner, until = excluded.until",
            ("$client", mine.Client),
            ("$owner", mine.Owner),
            ("$until", OperationRow.Milliseconds(now + span)));
        await transaction.CommitAsync(cancellationToken);
        return (operation, mine);
    }

    /// <summary>Holds a lease for another <paramref name="span"/> from now; one that was lost stays lost.</summary>
    public Task RenewAsync(Lease lease, TimeSpan span, CancellationToken cancellationToken)
        => RunAsync("UPDATE client_leases SET until = $until WHERE client = $client AND owner = $owner", cancellationToken, ("$until", OperationRow.Milliseconds(time.GetUtcNow() + span)), ("$client", lease.Client), ("$owner", lease.Owner));

    /// <summary>Gives a lease back.</summary>
    public Task ReleaseAsync(Lease lease, CancellationToken cancellationToken)
        => RunAsync("DELETE FROM client_leases WHERE client = $client AND owner = $owner", cancellationToken, ("$client", lease.Client), ("$owner", lease.Owner));

    /// <summary>Begins an attempt. With the first one, what the operation asks for becomes what should be.</summary>
    /// <returns>The operation as it is now; null when another host has ended it.</returns>
    public async Task<Operation?> BeginAsync(Operation operation, CancellationToken cancellationToken)
    {
        await using var connection = await database.ConnectAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: false);
        var now = OperationRow.Milliseconds(time.GetUtcNow());
        if (connection.Run(transaction, "UPDATE operations SET state = 'applying', started = $now WHERE id = $id AND state = 'accepted'", ("$now", now), ("$id", operation.Id)) == 1)
        {
            Desire(connection, transaction, operation, operation.After);
        }

        connection.Run(transaction, $"UPDATE operations SET attempts = attempts + 1 WHERE id = $id AND {IsOpen}", ("$id", operation.Id));
        var begun = Find(connection, transaction, operation.Id);
        await transaction.CommitAsync(cancellationToken);
        return begun is { IsDone: false } ? begun : null;
    }

    /// <summary>What the operation asked for is what should be no more; what was before is.</summary>
    public Task UndoAsync(Operation operation, OperationProblem problem, CancellationToken cancellationToken)
        => EndAttemptAsync(operation, OperationState.Applying, OperationState.Undoing, problem, desireBefore: true, cancellationToken);

    /// <summary>The operation failed before it changed anything: it ends, and what was before is what should be.</summary>
    public Task RefuseAsync(Operation operation, OperationProblem problem, CancellationToken cancellationToken)
        => EndAttemptAsync(operation, OperationState.Applying, OperationState.Failed, problem, desireBefore: true, cancellationToken);

    /// <summary>What should be is there: an operation that was being applied has succeeded, one that was being undone has failed.</summary>
    public Task EndAsync(Operation operation, CancellationToken cancellationToken)
        => operation.State == OperationState.Undoing
            ? EndAttemptAsync(operation, OperationState.Undoing, OperationState.Failed, operation.Problem, desireBefore: false, cancellationToken)
            : EndAttemptAsync(operation, OperationState.Applying, OperationState.Succeeded, null, desireBefore: false, cancellationToken);

    /// <summary>The attempt came to nothing; there will be another one.</summary>
    public Task PutOffAsync(Operation operation, OperationProblem? problem, TimeSpan delay, CancellationToken cancellationToken)
        => RunAsync(
            $"UPDATE operations SET problem = coalesce($problem, problem), not_before = $at WHERE id = $id AND {IsOpen}",
            cancellationToken,
            ("$problem", problem is null ? null : OperationRow.Document(problem)),
            ("$at", OperationRow.Milliseconds(time.GetUtcNow() + delay)),
            ("$id", operation.Id));

    /// <summary>An operation; null when there is none of that id.</summary>
    public async Task<Operation?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var connection = await database.ConnectAsync(cancellationToken);
        return Find(connection, null, id);
    }

    /// <summary>Operations of a client, the newest first.</summary>
    /// <param name="client">The client.</param>
    /// <param name="after">The id of the operation to go on after; null to begin.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<Operation>> ListAsync(string client, string? after, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.ConnectAsync(cancellationToken);
        return connection.Query(
            null,
            $"SELECT {OperationRow.Columns} FROM operations WHERE client = $client AND ($after IS NULL OR seq < (SELECT seq FROM operations WHERE id = $after AND client = $client)) ORDER BY seq DESC LIMIT $limit",
            OperationRow.Read,
            ("$client", client),
            ("$after", after),
            ("$limit", limit));
    }

    /// <summary>The peers of a client as they should be, by name.</summary>
    public async Task<IReadOnlyList<PeerRow>> PeersAsync(string client, CancellationToken cancellationToken)
    {
        await using var connection = await database.ConnectAsync(cancellationToken);
        return PeerRow.Of(connection, null, client);
    }

    /// <summary>A name of this database that no other has.</summary>
    public async Task<string> SourceAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.ConnectAsync(cancellationToken);
        return connection.Query(null, "SELECT id FROM vpn_source", row => row.GetString(0))[0];
    }

    /// <summary>The operations of a client that have not ended.</summary>
    public async Task<IReadOnlyList<Operation>> OpenAsync(string client, CancellationToken cancellationToken)
    {
        await using var connection = await database.ConnectAsync(cancellationToken);
        return connection.Query(null, $"SELECT {OperationRow.Columns} FROM operations WHERE client = $client AND {IsOpen} ORDER BY seq", OperationRow.Read, ("$client", client));
    }

    /// <summary>The peers whose end has come, or the end of the overlap of their keys.</summary>
    public async Task<IReadOnlyList<PeerRow>> EndedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.ConnectAsync(cancellationToken);
        return PeerRow.Ended(connection, null, time.GetUtcNow());
    }

    private async Task EndAttemptAsync(Operation operation, OperationState from, OperationState to, OperationProblem? problem, bool desireBefore, CancellationToken cancellationToken)
    {
        await using var connection = await database.ConnectAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: false);
        var isEnd = to is OperationState.Failed or OperationState.Succeeded;
        if (connection.Run(
            transaction,
            "UPDATE operations SET state = $to, problem = $problem, finished = $finished, not_before = 0 WHERE id = $id AND state = $from",
            ("$to", OperationRow.Word(to)),
            ("$problem", problem is null ? null : OperationRow.Document(problem)),
            ("$finished", isEnd ? OperationRow.Milliseconds(time.GetUtcNow()) : null),
            ("$id", operation.Id),
            ("$from", OperationRow.Word(from))) == 1 && desireBefore)
        {
            Desire(connection, transaction, operation, operation.Before);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static void Desire(SqliteConnection connection, SqliteTransaction transaction, Operation operation, RequestedPeer? peer)
    {
        if (peer is null)
        {
            connection.Run(transaction, "DELETE FROM vpn_peers WHERE client = $client AND name = $name", ("$client", operation.Client), ("$name", operation.Peer));
            return;
        }

        connection.Run(
            transaction,
            """
            INSERT INTO vpn_peers (client, name, service, document, ends, overlap_ends, created, requested_by) VALUES ($client, $name, $service, $document, $ends, $overlap, $created, $by)
            ON CONFLICT (client, name) DO UPDATE SET document = excluded.document, ends = excluded.ends, overlap_ends = excluded.overlap_ends
            """,
            ("$client", operation.Client),
            ("$name", peer.Name),
            ("$service", peer.Service),
            ("$document", OperationRow.Document(peer)),
            ("$ends", OperationRow.Milliseconds(PeerEnd.Of(peer.Until)!.Value)),
            ("$overlap", peer.OverlapUntil is { } overlap ? OperationRow.Milliseconds(PeerEnd.Of(overlap)!.Value) : null),
            ("$created", OperationRow.Milliseconds(operation.Created)),
            ("$by", operation.Caller));
    }

    private static Operation? Find(SqliteConnection connection, SqliteTransaction? transaction, string id)
        => connection.Query(transaction, $"SELECT {OperationRow.Columns} FROM operations WHERE id = $id", OperationRow.Read, ("$id", id)) is [var operation] ? operation : null;

    private async Task RunAsync(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        await using var connection = await database.ConnectAsync(cancellationToken);
        connection.Run(null, sql, parameters);
    }
}
