using System.Text;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Dns;

namespace ZooInfra.Provider.Backends.Files;

/// <summary>
/// One zone file. Changes that arrive while another is being written are put together and written at once, so that many record sets of one zone
/// do not cost one write each. Every change still counts one in the serial, so the file does not depend on which changes met.
/// </summary>
internal sealed class ZoneFile : IZoneStore
{
    private readonly string _root;
    private readonly string _folder;
    private readonly string _lockPath;
    private readonly string _zone;
    private readonly ChangeQueue _queue;
    private volatile Snapshot? _last;

    /// <summary>The file of a zone in <paramref name="stack"/>; all names are safe as file names.</summary>
    public ZoneFile(string root, string stack, ZoneId zone)
    {
        _root = root;
        _folder = System.IO.Path.Combine([root, stack, "dns", .. zone.View is { } view ? [view] : Array.Empty<string>()]);
        _zone = zone.Name;
        _queue = new(WritePendingAsync);
        Path = System.IO.Path.Combine(_folder, $"{_zone}.zone");
        _lockPath = System.IO.Path.Combine(_folder, $".{_zone}.lock");
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public string Place => Path;

    /// <inheritdoc/>
    public bool IsLive => false;

    /// <inheritdoc/>
    public ProviderException Gone(ResourceUrn urn)
        => new($"{urn.Name}: the file of the zone {_zone} is gone ({Path}). Run a refresh, so that the next update makes it again.");

    /// <inheritdoc/>
    /// <remarks>Writers replace the file in one step, so no lock is needed.</remarks>
    public ValueTask<ZoneContent?> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return new(Load()?.Content);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreachable(exception);
        }
    }

    /// <inheritdoc/>
    public ValueTask ChangeAsync(ZoneKey? touched, Func<ZoneContent?, ZoneContent?> change, CancellationToken cancellationToken) => _queue.RunAsync(touched, change, cancellationToken);

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
            _queue.FailAll(batch, exception is IOException or UnauthorizedAccessException ? Unreachable(exception) : exception);
        }
        finally
        {
            RemoveEmptyFolders();
        }

        batch.ForEach(change => change.Succeed());
    }

    private void Apply(List<PendingChange> batch)
    {
        _queue.TakeAll(batch);
        var before = Load()?.Content;
        var after = before;
        foreach (var change in batch)
        {
            try
            {
                after = Next(after, change.Apply(after), change.Touched);
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

    private static ZoneContent? Next(ZoneContent? before, ZoneContent? after, ZoneKey? touched)
    {
        if (before is null || after is null || ReferenceEquals(before, after))
        {
            return after;
        }

        var same = touched is { } key ? Equals(before.Find(key), after.Find(key)) : before.Head == after.Head;
        return same ? before : after with { Serial = ZoneContent.NextSerial(before.Serial) };
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
        for (var folder = _folder; folder.Length >= _root.Length; folder = System.IO.Path.GetDirectoryName(folder)!)
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
