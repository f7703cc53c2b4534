using System.Security.Cryptography;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Backends.Files;

/// <summary>
/// An advisory lock that keeps other processes away from a file: a lock file, held open and locked. It goes when the holder is done; one that a
/// dead process left behind is not locked and is taken over.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly string _path;
    private readonly FileStream _stream;

    private FileLock(string path, FileStream stream) => (_path, _stream) = (path, stream);

    /// <summary>Takes the lock, for up to 30 seconds of waiting; makes its folder when needed.</summary>
    /// <exception cref="ProviderException">Another process did not let go of it in time.</exception>
    public static async Task<FileLock> AcquireAsync(string path, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryAcquire(path) is { } held)
            {
                return held;
            }

            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new ProviderException($"Another process has held {path} for {Patience.TotalSeconds:0} seconds. Wait for it to end, then run the update again. Nothing was changed.");
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Removed while still locked: whoever opened it meanwhile finds that the path is another file, or none, and tries again.
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(_path);
        }

        _stream.Dispose();
    }

    private static FileLock? TryAcquire(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        FileStream stream;
        try
        {
            // Windows removes the file itself when the last handle closes; there an open file keeps its path, so no mark is needed.
            stream = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None);
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException || exception is IOException { HResult: var code } && IsHeld(code))
        {
            return null;
        }

        try
        {
            if (OperatingSystem.IsWindows() || OwnsPath(stream, path))
            {
                return new(path, stream);
            }
        }
        catch
        {
            stream.Dispose();
            throw;
        }

        stream.Dispose();
        return null;
    }

    // Another process may have removed the file between open and lock, and a third one may have made it anew. The runtime does not tell whether a
    // handle and a path are one file, and opening the path again would wait for our own lock; so the file is marked with a random time of change.
    private static bool OwnsPath(FileStream stream, string path)
    {
        File.SetLastWriteTimeUtc(stream.SafeFileHandle, DateTime.UnixEpoch.AddSeconds(RandomNumberGenerator.GetInt32(1, int.MaxValue)));
        return File.GetLastWriteTimeUtc(path) == File.GetLastWriteTimeUtc(stream.SafeFileHandle);
    }

    // EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
    private static bool IsHeld(int code) => code is 11 or 35 or unchecked((int)0x80070020);
}
