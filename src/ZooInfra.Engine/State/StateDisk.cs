namespace ZooInfra.Engine.State;

/// <summary>Every change the state makes on disk. Tests put one in its place that dies or runs full at a chosen change.</summary>
internal class StateDisk
{
    /// <summary>Writes a whole file so that a reader, or a crash, finds the old content or the new, never a part.</summary>
    public virtual void Replace(string path, ReadOnlySpan<byte> content)
    {
        var temporary = Temporary(path);
        try
        {
            WriteNew(temporary, content);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Copies a whole file. A crash leaves the old copy or the new; a power cut may take the copy, never the original.</summary>
    public virtual void Copy(string from, string to)
    {
        var temporary = Temporary(to);
        try
        {
            File.Copy(from, temporary);
            File.Move(temporary, to, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    public virtual void Delete(string path) => File.Delete(path);

    /// <summary>Appends to an open file.</summary>
    /// <param name="file">An unbuffered file, so that a failed write is not tried again behind our back.</param>
    /// <param name="content">What to append.</param>
    public virtual void Append(FileStream file, ReadOnlySpan<byte> content)
    {
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Removes what a crash left of a <see cref="Replace"/> or <see cref="Copy"/> of this file.</summary>
    public void Sweep(string path)
    {
        if (Path.GetDirectoryName(path) is { } folder && Directory.Exists(folder))
        {
            foreach (var left in Directory.EnumerateFiles(folder, $"{Path.GetFileName(path)}.*.tmp").ToList())
            {
                Delete(left);
            }
        }
    }

    protected static string Temporary(string path) => $"{path}.{Guid.NewGuid():N}.tmp";

    protected static void WriteNew(string path, ReadOnlySpan<byte> content)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }
}
