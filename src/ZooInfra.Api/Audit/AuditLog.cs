using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using ZooInfra.Api.Storage;
using ZooInfra.Api.Telemetry;

namespace ZooInfra.Api.Audit;

/// <summary>
/// Appends to the audit. Whoever records waits until the row is on disk; rows that wait at the same time share one transaction, so a busy host
/// pays one flush for many.
/// </summary>
internal sealed class AuditLog : IAsyncDisposable
{
    private const int MostWaiting = 1024;
    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly SqliteConnection _connection;
    private readonly TimeProvider _time;
    private readonly Task _writing;

    private AuditLog(SqliteConnection connection, TimeProvider time)
    {
        (_connection, _time) = (connection, time);
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Opens the audit of a database.</summary>
    public static async Task<AuditLog> OpenAsync(ApiDatabase database, TimeProvider time, CancellationToken cancellationToken)
        => new(await database.ConnectAsync(cancellationToken), time);

    /// <summary>Keeps an entry; when this returns it is on disk.</summary>
    /// <exception cref="AuditException">It cannot be kept: what it tells of must not happen.</exception>
    public async Task RecordAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(entry, new(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await _waiting.Writer.WriteAsync(waiting, cancellationToken);
        }
        catch (ChannelClosedException e)
        {
            throw new AuditException("The audit is closed: the host is stopping.", e);
        }

        await waiting.Kept.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Keeps what still waits, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
        await _connection.DisposeAsync();
    }

    private async Task WriteAsync()
    {
        var batch = new List<Waiting>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MostWaiting && _waiting.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            try
            {
                AuditTable.Append(_connection, [.. batch.Select(waiting => waiting.Entry)], _time.GetUtcNow());
                ApiTelemetry.AuditRows.Add(batch.Count);
                batch.ForEach(waiting => waiting.Kept.SetResult());
            }
            catch (Exception e)
            {
                // Whatever it is, those who wait must hear of it, and the next batch gets its own chance.
                batch.ForEach(waiting => waiting.Kept.SetException(new AuditException($"The audit cannot be written: {e.Message}", e)));
            }
        }
    }

    private sealed record Waiting(AuditEntry Entry, TaskCompletionSource Kept);
}
