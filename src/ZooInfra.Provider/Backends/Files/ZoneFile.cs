using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Dns;

namespace ZooInfra.Provider.Backends.Files;

/// <summary>
/// One zone file. Changes that arrive while another is being written are put together and written at once, so that many record sets of one zone
/// do not cost one write each. Every change still counts one in the serial, so the file does not depend on which changes met.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim whose wait handle nobody asks for holds nothing to free, and zone files live as long as their provider.")]
internal sealed class ZoneFile
{
    private readonly string _root;
    private readonly string _folder;
    private readonly string _lockPath;
    private readonly string _zone;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentQueue<PendingChange> _pending = new();
    private Snapshot? _last;

    /// <summary>The file of <paramref name="zone"/> in <paramref name="stack"/>; both are safe as file names.</summary>
    public ZoneFile(string root, string stack, string zone)
    {
        _root = root;
        _folder = System.IO.Path.Combine(root, stack, "dns");
        _zone = zone;
        Path = System.IO.Path.Combine(_folder, $"{zone}.zone");
        _lockPath = System.IO.Path.Combine(_folder, $".{zone}.lock");
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The zone is in the state, but its file is not there any more.</summary>
    public ProviderException Gone(ResourceUrn urn)
        => new($"{urn.Name}: the file of the zone {_zone} is gone ({Path}). Run a refresh, so that the next update makes it again.");

    /// <summary>Reads the zone; null when there is no file. Writers replace the file in one step, so no lock is needed.</summary>
    /// <exception cref="ProviderException">The file cannot be read or says something unknown.</exception>
    public async ValueTask<ZoneContent?> ReadAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return Load()?.Content;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreachable(exception);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Changes the zone and returns when the change is on disk. A change that throws, and a write that fails, leave the file as it was.
    /// </summary>
    /// <param name="change">Gets the zone, null when there is no file, and answers what it should be, null for no file.</param>
    /// <param name="cancellationToken">Withdraws the change unless it is being written already.</param>
    /// <exception cref="ProviderException">The file cannot be read or written, or says something unknown.</exception>
    public async ValueTask ChangeAsync(Func<ZoneContent?, ZoneContent?> change, CancellationToken cancellationToken)
    {
        var mine = new PendingChange(change);
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
                await WritePendingAsync(cancellationToken);
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

    private async Task WritePendingAsync(CancellationToken cancellationToken)
    {
        var batch = new List<PendingChange>();
        try
        {
            using var held = await FileLock.AcquireAsync(_lockPath, cancellationToken);
            Apply(batch);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Fail(batch, exception is IOException or UnauthorizedAccessException ? Unreachable(exception) : exception);
        }
        finally
        {
            RemoveEmptyFolders();
        }

        batch.ForEach(change => change.Succeed());
    }

    private void Apply(List<PendingChange> batch)
    {
        TakeAll(batch);
        var before = Load()?.Content;
        var after = before;
        foreach (var change in batch)
        {
            try
            {
                after = Next(after, change.Apply(after));
            }
            catch (Exception exception)
            {
                change.Fail(exception);
            }
        }

        if (ReferenceEquals(before, after))
        {
            return;
        }

        if (after is null)
        {
            _last = null;
            File.Delete(Path);
        }
        else
        {
            Store(after);
        }
    }

    private static ZoneContent? Next(ZoneContent? before, ZoneContent? after)
    {
        if (before is null || after is null || ReferenceEquals(before, after))
        {
            return after;
        }

        var same = before.Head == after.Head && (ReferenceEquals(before.Sets, after.Sets) || before.Sets.SequenceEqual(after.Sets));
        return same ? before : after with { Serial = ZoneContent.NextSerial(before.Serial) };
    }

    private void TakeAll(List<PendingChange> batch)
    {
        while (_pending.TryDequeue(out var change))
        {
            if (change.TryTake())
            {
                batch.Add(change);
            }
        }
    }

    // Nothing was written, so every change that waits would meet the same fate.
    private void Fail(List<PendingChange> batch, Exception exception)
    {
        TakeAll(batch);
        batch.ForEach(change => change.Fail(exception));
    }

    private Snapshot? Load()
    {
        var info = new FileInfo(Path);
        if (!info.Exists)
        {
            return _last = null;
        }

        var stamp = (info.Length, info.LastWriteTimeUtc);
        if (_last is { } last && last.Stamp == stamp)
        {
            return last;
        }

        try
        {
            return _last = new(ZoneReader.Read(_zone, File.ReadAllText(Path, Encoding.UTF8)), stamp);
        }
        catch (ZoneFormatException exception)
        {
            throw new ProviderException($"{Path}, {exception.Message}. Nothing was changed; put the line right, or move the file away and run a refresh.", exception);
        }
    }

    private void Store(ZoneContent content)
    {
        var temporary = System.IO.Path.Combine(_folder, $".{_zone}.tmp");
        try
        {
            // Left by a process that died while it held the lock.
            File.Delete(temporary);
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                using (var writer = new StreamWriter(stream, Encoding.ASCII, 1 << 16, leaveOpen: true))
                {
                    ZoneWriter.Write(content, writer);
                }

                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, Path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        var info = new FileInfo(Path);
        _last = new(content, (info.Length, info.LastWriteTimeUtc));
    }

    // Folders that still hold something, or that a new file just came into, stay.
    private void RemoveEmptyFolders()
    {
        foreach (var folder in (string[])[_folder, System.IO.Path.GetDirectoryName(_folder)!, _root])
        {
            try
            {
                if (!Directory.Exists(folder) || Directory.EnumerateFileSystemEntries(folder).Any())
                {
                    return;
                }

                Directory.Delete(folder);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return;
            }
        }
    }

    private ProviderException Unreachable(Exception exception)
        => new($"The zone file {Path} cannot be read or written: {exception.Message} Nothing was changed.", exception);

    private sealed record Snapshot(ZoneContent Content, (long Length, DateTime Written) Stamp);
}
