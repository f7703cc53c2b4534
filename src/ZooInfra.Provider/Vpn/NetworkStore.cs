using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Backends.Files;

namespace ZooInfra.Provider.Vpn;

/// <summary>
/// Where one network is kept. Changes that arrive while another is being made are put together and made at once, so that many peers do not cost
/// one write each; other processes are kept away by a lock.
/// </summary>
/// <param name="folder">The folder of the lock file; made when needed, removed when empty.</param>
/// <param name="network">The network; checked.</param>
/// <param name="root">The folder above which nothing is removed.</param>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim whose wait handle nobody asks for holds nothing to free, and stores live as long as their provider.")]
internal abstract class NetworkStore(string folder, string network, string root)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentQueue<Pending> _pending = new();

    /// <summary>What it is, for messages.</summary>
    public abstract string Place { get; }

    /// <summary>What it is, for the state: see <see cref="NetworkStores.PlaceOutput"/>.</summary>
    public abstract string Record { get; }

    /// <summary>Reads the network; null when there is none.</summary>
    /// <exception cref="ProviderException">It cannot be read or says something unknown.</exception>
    public abstract ValueTask<HubNetwork?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Makes <paramref name="after"/> of <paramref name="before"/>; null stands for no network. Called by one at a time.</summary>
    protected abstract ValueTask WriteAsync(HubNetwork? before, HubNetwork? after, CancellationToken cancellationToken);

    /// <summary>Changes the network and returns when the change is made. A change that throws leaves the network as it was.</summary>
    /// <param name="change">Gets the network, null when there is none, and answers what it should be, null for none.</param>
    /// <param name="cancellationToken">Withdraws the change unless it is being made already.</param>
    public async ValueTask ChangeAsync(Func<HubNetwork?, HubNetwork?> change, CancellationToken cancellationToken)
    {
        var mine = new Pending(change);
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
                await MakePendingAsync(cancellationToken);
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

    private async Task MakePendingAsync(CancellationToken cancellationToken)
    {
        var batch = new List<Pending>();
        try
        {
            using var held = await FileLock.AcquireAsync(Path.Combine(folder, $".{network}.lock"), cancellationToken);
            var before = await ReadAsync(cancellationToken);
            var after = Apply(batch, before);
            if (!ReferenceEquals(before, after))
            {
                // What is begun is finished: a half-made change helps nobody. Every step has a time limit of its own.
                await WriteAsync(before, after, CancellationToken.None);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || batch.Count > 0)
        {
            TakeAll(batch);
            var shown = exception is IOException or UnauthorizedAccessException ? new ProviderException($"{Place} cannot be read or written: {exception.Message}", exception) : exception;
            batch.ForEach(change => change.Fail(shown));
        }
        finally
        {
            RemoveEmptyFolders();
        }

        batch.ForEach(change => change.Succeed());
    }

    private HubNetwork? Apply(List<Pending> batch, HubNetwork? network)
    {
        TakeAll(batch);
        foreach (var pending in batch)
        {
            try
            {
                network = pending.Change(network);
            }
            catch (Exception exception)
            {
                pending.Fail(exception);
            }
        }

        return network;
    }

    private void TakeAll(List<Pending> batch)
    {
        while (_pending.TryDequeue(out var change))
        {
            if (change.TryTake())
            {
                batch.Add(change);
            }
        }
    }

    // Folders that still hold something, or that a new file just came into, stay.
    private void RemoveEmptyFolders()
    {
        for (var path = folder; path.Length >= root.Length; path = Path.GetDirectoryName(path)!)
        {
            try
            {
                if (!Directory.Exists(path) || Directory.EnumerateFileSystemEntries(path).Any())
                {
                    return;
                }

                Directory.Delete(path);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return;
            }
        }
    }

    private sealed class Pending(Func<HubNetwork?, HubNetwork?> change)
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _taken;

        public Task Done => _done.Task;

        public Func<HubNetwork?, HubNetwork?> Change => change;

        public bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;

        public void Succeed() => _done.TrySetResult();

        public void Fail(Exception exception) => _done.TrySetException(exception);
    }
}
