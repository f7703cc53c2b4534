using ZooInfra.Api.Storage;

namespace ZooInfra.Api.Operations;

/// <summary>The tables of operations and of the peers that should be there. Instants are milliseconds since 1970 in UTC.</summary>
internal static class OperationTables
{
    /// <summary>
    /// One open operation a peer, one peer a name of a client, one operation a key of a caller: the database itself keeps these, whatever hosts do at once.
    /// </summary>
    public static Migration Migration { get; } = new("vpn-requests-1", """
        CREATE TABLE operations (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            client TEXT NOT NULL,
            service TEXT NOT NULL,
            peer TEXT NOT NULL,
            kind TEXT NOT NULL,
            caller TEXT NOT NULL,
            idempotency_key TEXT,
            request_hash TEXT,
            peer_before TEXT,
            peer_after TEXT,
            state TEXT NOT NULL CHECK (state IN ('accepted', 'applying', 'undoing', 'succeeded', 'failed')),
            problem TEXT,
            created INTEGER NOT NULL,
            started INTEGER,
            finished INTEGER,
            attempts INTEGER NOT NULL DEFAULT 0,
            not_before INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE UNIQUE INDEX operations_by_key ON operations (caller, idempotency_key) WHERE idempotency_key IS NOT NULL;
        CREATE UNIQUE INDEX operations_open ON operations (client, peer) WHERE state IN ('accepted', 'applying', 'undoing');
        CREATE INDEX operations_by_client ON operations (client, seq);
        CREATE TABLE vpn_peers (
            client TEXT NOT NULL,
            name TEXT NOT NULL,
            service TEXT NOT NULL,
            document TEXT NOT NULL,
            ends INTEGER NOT NULL,
            overlap_ends INTEGER,
            created INTEGER NOT NULL,
            requested_by TEXT NOT NULL,
            PRIMARY KEY (client, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE vpn_source (id TEXT NOT NULL) STRICT;
        INSERT INTO vpn_source (id) VALUES (lower(hex(randomblob(16))));
        CREATE TABLE client_leases (
            client TEXT PRIMARY KEY,
            owner TEXT NOT NULL,
            until INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """);
}
