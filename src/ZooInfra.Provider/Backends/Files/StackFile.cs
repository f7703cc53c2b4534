using System.Diagnostics.CodeAnalysis;
using System.Text;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Backends.Files;

/// <summary>One text file of a stack that is read, changed and replaced as a whole, by one writer at a time, also across processes.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim whose wait handle nobody asks for holds nothing to free.")]
internal sealed class StackFile
{
    private readonly string _root;
    private readonly string _folder;
    private readonly string _temporary;
    private readonly string _lockPath;

    // The lock file is polled; writers of one process need not wait for a poll.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The file <paramref name="name"/> in the folder <paramref name="folder"/> of <paramref name="stack"/>.</summary>
    /// <param name="root">The folder that the files backend writes into; absolute.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="folder">The folders below that of the stack; written by us, not by users.</param>
    /// <param name="name">The name of the file.</param>
    /// <exception cref="ProviderException">The name of the stack or of the file cannot be one of a file.</exception>
    public StackFile(string root, string stack, string folder, string name)
    {
        RequireSafe(stack, "stack");
        RequireSafe(name, "file");
        _root = root;
        _folder = System.IO.Path.Combine(root, stack, folder);
        Path = System.IO.Path.Combine(_folder, name);
        _temporary = System.IO.Path.Combine(_folder, $".{name}.tmp");
        _lockPath = System.IO.Path.Combine(_folder, $".{name}.lock");
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Whether <paramref name="name"/> can be the name of a file here: letters, digits, hyphens, underscores and dots, at most 200, no dot at its ends.</summary>
    public static bool IsSafe(string name)
        => name.Length is > 0 and <= 200 && !name.StartsWith('.') && !name.EndsWith('.') && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');

    /// <summary>Its text; null when there is no file.</summary>
    /// <exception cref="ProviderException">It cannot be read.</exception>
    public async ValueTask<string?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(Path, Encoding.UTF8, cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreachable(exception);
        }
    }

    /// <summary>Changes the text and returns when the change is on disk. A change that throws, and a write that fails, leave the file as it was.</summary>
    /// <param name="change">Gets the text, null when there is no file, and answers what it should be, null for no file.</param>
    /// <param name="cancellationToken">Withdraws the change while it waits for another writer.</param>
    /// <exception cref="ProviderException">The file cannot be read or written.</exception>
    public async ValueTask ChangeAsync(Func<string?, string?> change, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            using var held = await FileLock.AcquireAsync(_lockPath, cancellationToken);
            var before = await ReadAsync(cancellationToken);
            var after = change(before);
            if (after is null)
            {
                File.Delete(Path);
            }
            else if (after != before)
            {
                Replace(after);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreachable(exception);
        }
        finally
        {
            RemoveEmptyFolders();
            _turn.Release();
        }
    }

    private void Replace(string text)
    {
        try
        {
            // Left by a process that died while it held the lock.
            File.Delete(_temporary);
            using (var stream = new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1))
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            File.Move(_temporary, Path, overwrite: true);
        }
        catch
        {
            File.Delete(_temporary);
            throw;
        }
    }

    // Folders that still hold something, or that a new file just came into, stay.
    private void RemoveEmptyFolders()
    {
        for (var folder = _folder; folder.Length >= _root.Length; folder = System.IO.Path.GetDirectoryName(folder)!)
        {
            try
            {
                if (Directory.Exists(folder))
                {
                    if (Directory.EnumerateFileSystemEntries(folder).Any())
                    {
                        return;
                    }

                    Directory.Delete(folder);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return;
            }
        }
    }

    private ProviderException Unreachable(Exception exception) => new($"The file {Path} cannot be read or written: {exception.Message} Nothing was changed.", exception);

    // Names come from checked inputs; this is the last door before the file system, so it does not rely on that.
    private static void RequireSafe(string name, string what)
    {
        if (!IsSafe(name))
        {
            throw new ProviderException($"The {what} name cannot be used as a file name: it must be 1 to 200 letters, digits, hyphens, underscores and dots, with no dot at its ends.");
        }
    }
}
