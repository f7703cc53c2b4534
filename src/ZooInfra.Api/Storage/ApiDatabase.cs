using Microsoft.Data.Sqlite;

namespace ZooInfra.Api.Storage;

/// <summary>The SQLite file of a host, which several hosts may share. What a transaction has committed is on disk.</summary>
internal sealed class ApiDatabase
{
    private readonly string _connection;

    private ApiDatabase(string file) => _connection = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ToString();

    /// <summary>Opens the file, makes it when it is not there, readable by its owner only, and brings it up to date.</summary>
    /// <exception cref="ContractHostException">The file cannot be opened or is no database.</exception>
    public static async Task<ApiDatabase> OpenAsync(string file, IReadOnlyList<Migration> migrations, CancellationToken cancellationToken)
    {
        try
        {
            MakeForOwnerOnly(file);
            var database = new ApiDatabase(file);
            await database.MigrateAsync(migrations, cancellationToken);
            return database;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new ContractHostException($"The database {file} cannot be used: {e.Message}. Name another with --database, or put this one back from a backup.", e);
        }
    }

    /// <summary>A connection to use and dispose.</summary>
    public async Task<SqliteConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connection);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await ExecuteAsync(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;", cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static void MakeForOwnerOnly(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        if (!File.Exists(file) && !OperatingSystem.IsWindows())
        {
            using var made = new FileStream(file, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        }
    }

    private async Task MigrateAsync(IReadOnlyList<Migration> migrations, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await ExecuteAsync(connection, "CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY) STRICT;", cancellationToken);
        foreach (var migration in migrations)
        {
            // The write lock comes first: of two hosts that start together, one migrates and the other finds it done.
            await using var transaction = connection.BeginTransaction(deferred: false);
            await using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = "INSERT OR IGNORE INTO migrations (name) VALUES ($name);";
            insert.Parameters.AddWithValue("$name", migration.Name);
            if (await insert.ExecuteNonQueryAsync(cancellationToken) == 1)
            {
                await ExecuteAsync(connection, migration.Sql, cancellationToken, transaction);
                await transaction.CommitAsync(cancellationToken);
            }
        }
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken, SqliteTransaction? transaction = null)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
