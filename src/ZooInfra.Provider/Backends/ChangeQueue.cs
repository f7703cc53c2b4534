using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using ZooInfra.Provider.Dns;

namespace ZooInfra.Provider.Backends;

/// <summary>
/// Puts changes of one zone together that arrive while others are being made, so that many record sets do not cost one write or one message each.
/// </summary>
/// <param name="make">Makes all pending changes, which it takes with <see cref="TakeAll"/>; called by one at a time.</param>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim whose wait handle nobody asks for holds nothing to free, and zones live as long as their provider.")]
internal sealed class ChangeQueue(Func<CancellationToken, Task> make)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentQueue<PendingChange> _pending = new();

    /// <summary>Returns when the change was made, together with others.</summary>
    /// <param name="touched">The one record set that may change; null when it is what the zone says about itself.</param>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Withdraws the change unless it is being made already.</param>
    public async ValueTask RunAsync(ZoneKey? touched, Func<ZoneContent?, ZoneContent?> change, CancellationToken cancellationToken)
    {
        var mine = new PendingChange(touched, change);
        _pending.Enqueue(mine);
        try
        {
            await _turn.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (!mine.TryTake())
        {
            await mine.Done;
            return;
        }

        try
        {
            if (!mine.Done.IsCompleted)
            {
                await make(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            mine.TryTake();
            throw;
        }
        finally
        {
            _turn.Release();
        }

        await mine.Done;
    }

    /// <summary>Takes all changes that wait and were not withdrawn.</summary>
    public void TakeAll(List<PendingChange> batch)
    {
        while (_pending.TryDequeue(out var change))
        {
            if (change.TryTake())
            {
                batch.Add(change);
            }
        }
    }

    /// <summary>Fails what was taken and, since it would meet the same fate, what waits.</summary>
    public void FailAll(List<PendingChange> batch, Exception exception)
    {
        TakeAll(batch);
        batch.ForEach(change => change.Fail(exception));
    }
}
