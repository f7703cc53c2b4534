using ZooInfra.Engine.Secrets;

namespace ZooInfra.Engine.State;

/// <summary>
/// A folder with the states of many stacks, laid out as a Pulumi DIY backend: <c>pulumi login file://FOLDER</c> continues where it left off
/// (protocol facts, section 6.1). The journals of unfinished runs lie beside it under <c>journal/</c>.
/// </summary>
/// <param name="root">The folder; it is made when the first stack is written.</param>
/// <param name="time">The clock for lock files and manifests.</param>
public sealed class StateStore(string root, TimeProvider time)
{
    /// <summary>The folder.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    internal TimeProvider Time { get; } = time;

    internal string CheckpointPath(string project, string stack) => Path.Combine(Root, ".pulumi", "stacks", project, $"{stack}.json");

    internal string JournalPath(string project, string stack) => Path.Combine(Root, "journal", project, $"{stack}.jsonl");

    /// <summary>The state of a stack as it is on disk, without locking or writing anything.</summary>
    /// <exception cref="StateException">A file is damaged.</exception>
    internal Snapshot Load(string project, string stack, StackSecrets secrets) => LoadWithHash(project, stack, new SecretCodec(secrets)).Snapshot;

    /// <summary>Locks a stack for one run and loads its state.</summary>
    /// <exception cref="StateException">The stack is locked, a file is damaged or the folder cannot be written; nothing was changed.</exception>
    internal StackSession Open(string project, string stack, StackSecrets secrets)
    {
        var codec = new SecretCodec(secrets);
        LoadWithHash(project, stack, codec);
        var held = StackLock.Acquire(Path.Combine(Root, ".pulumi", "locks", "organization", project, stack), Time.GetUtcNow());
        try
        {
            return Continue(project, stack, held, codec);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Loads the state of a stack that is locked already.</summary>
    internal StackSession Continue(string project, string stack, StackLock held, SecretCodec secrets)
    {
        var (snapshot, hash) = LoadWithHash(project, stack, secrets);
        return new StackSession(this, project, stack, snapshot, hash, held, secrets);
    }

    private (Snapshot Snapshot, string Hash) LoadWithHash(string project, string stack, SecretCodec secrets)
    {
        var path = CheckpointPath(project, stack);
        RefuseOtherForms(path);
        var content = Read(path);
        var hash = Journal.HashOf(content);
        Snapshot snapshot;
        try
        {
            snapshot = content.Length == 0 ? Snapshot.Empty : CheckpointJson.Read(content, secrets);
        }
        catch (FormatException e)
        {
            var backup = File.Exists(path + ".bak") ? $" The state before the last change is {path}.bak." : "";
            throw new StateException($"State file {path} cannot be used: {e.Message}. Nothing was changed.{backup}", e);
        }

        return (Replay(snapshot, hash, JournalPath(project, stack), path, secrets), hash);
    }

    private static byte[] Read(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                return [];
            }

            var content = File.ReadAllBytes(path);
            return content.Length > 0 ? content : throw new StateException($"State file {path} cannot be used: it is empty. Nothing was changed. The state before the last change may be in {path}.bak.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StateException($"State file {path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Pulumi may have compressed the checkpoint; overlooking it would make everything a second time.</summary>
    private static void RefuseOtherForms(string path)
    {
        foreach (var other in new[] { path + ".gz", path + ".zst" }.Where(File.Exists))
        {
            throw new StateException($"State file {other} is compressed, which the embedded engine cannot read yet. Run Pulumi once without PULUMI_DIY_BACKEND_GZIP and PULUMI_DIY_BACKEND_ZSTD, or use the Pulumi CLI for this stack.");
        }
    }

    private static Snapshot Replay(Snapshot snapshot, string hash, string journalPath, string checkpointPath, SecretCodec secrets)
    {
        if (!File.Exists(journalPath))
        {
            return snapshot;
        }

        try
        {
            var journal = Journal.Read(journalPath, secrets);
            if (journal.BaseHash is null || journal.FinishedHash == hash)
            {
                return snapshot;
            }

            if (journal.BaseHash != hash)
            {
                throw new StateException($"Journal {journalPath} continues another state than {checkpointPath}: something else changed the state after a run was cut off. Compare them; when {checkpointPath} is right, delete the journal. Nothing was changed.");
            }

            var builder = new SnapshotBuilder(snapshot);
            foreach (var entry in journal.Entries)
            {
                builder.Apply(entry);
            }

            var replayed = builder.ToSnapshot();
            return SnapshotIntegrity.Violation(replayed) is { } violation ? throw new FormatException($"snapshot integrity failure: {violation}") : replayed;
        }
        catch (Exception e) when (e is FormatException or IOException or IndexOutOfRangeException)
        {
            throw new StateException($"Journal {journalPath} of a run that was cut off cannot be used: {e.Message}. Nothing was changed; the state before that run is {checkpointPath}.", e);
        }
    }
}
