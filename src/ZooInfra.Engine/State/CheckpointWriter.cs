using ZooInfra.Engine.Secrets;

namespace ZooInfra.Engine.State;

/// <summary>Puts a new checkpoint in the place of the last one, which stays as <c>.bak</c> (protocol facts, section 6.3).</summary>
internal static class CheckpointWriter
{
    /// <param name="store">Where.</param>
    /// <param name="files">Which stack; the caller holds its lock.</param>
    /// <param name="snapshot">The new state.</param>
    /// <param name="secrets">Encrypts.</param>
    /// <param name="keepLast">Whether the last checkpoint becomes the <c>.bak</c>; otherwise that stays what it is.</param>
    /// <param name="beforeRename">Called with the hash of the new checkpoint when everything is ready but the last rename.</param>
    /// <returns>The hash of the new checkpoint and its length in bytes.</returns>
    /// <exception cref="StateException">The snapshot breaks a rule.</exception>
    /// <exception cref="IOException">The folder cannot be written; the last checkpoint is as it was.</exception>
    public static (string Hash, long Bytes) Write(StateStore store, StackFiles files, Snapshot snapshot, SecretCodec secrets, bool keepLast, Action<string> beforeRename)
    {
        if (SnapshotIntegrity.Violation(snapshot) is { } violation)
        {
            throw new StateException($"The new state of stack {files.Stack} breaks a rule ({violation}) and was not written; the journal {files.Journal} has what was done. This is a bug in ZooInfra: please report it.");
        }

        var content = CheckpointJson.Write(files.QualifiedName, snapshot, store.Time.GetUtcNow(), secrets);
        var hash = Journal.HashOf(content);
        Directory.CreateDirectory(Path.GetDirectoryName(files.Checkpoint)!);
        BackendMeta.Ensure(files, store.Disk);
        if (keepLast)
        {
            KeepLast(store.Disk, files);
        }

        beforeRename(hash);
        store.Disk.Replace(files.Checkpoint, content);

        // Pulumi would read the newer of two forms; only one is left, so that nobody has to compare times.
        foreach (var other in CheckpointFile.AllForms(files.Checkpoint).Where(form => form != files.Checkpoint && File.Exists(form)))
        {
            store.Disk.Delete(other);
        }

        return (hash, content.Length);
    }

    /// <summary>Copies the checkpoint that counts to its <c>.bak</c>.</summary>
    public static void KeepLast(StateDisk disk, StackFiles files)
    {
        var last = CheckpointFile.Newest(files.Checkpoint);
        if (File.Exists(last))
        {
            disk.Copy(last, last + ".bak");
        }
    }
}
