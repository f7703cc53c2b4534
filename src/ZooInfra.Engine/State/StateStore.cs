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

    internal StateDisk Disk { get; init; } = new();

    internal CompactionPace Pace { get; init; } = CompactionPace.Usual;

    internal StackFiles Files(string project, string stack) => new(Root, project, stack);

    /// <summary>The state of a stack as it is on disk, without locking or writing anything.</summary>
    /// <exception cref="StateException">A file is damaged.</exception>
    internal Snapshot Load(string project, string stack, StackSecrets secrets) => LoadWithHash(Files(project, stack), new SecretCodec(secrets)).Snapshot;

    /// <summary>Locks a stack for one run and loads its state.</summary>
    /// <exception cref="StateException">The stack is locked, a file is damaged or the folder cannot be written; nothing was changed.</exception>
    internal StackSession Open(string project, string stack, StackSecrets secrets)
    {
        var codec = new SecretCodec(secrets);
        var files = Files(project, stack);

        // Before the lock, so that a damaged state is refused without leaving a trace.
        var seen = LoadWithHash(files, codec);
        var held = Lock(files);
        try
        {
            return seen.IsPlain && IsUnchanged(files, seen.Hash)
                ? new StackSession(this, files, seen.Snapshot, seen.Hash, held, codec)
                : Continue(files, held, codec);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <exception cref="StateException">The stack is locked, or the folder cannot be written.</exception>
    internal StackLock Lock(StackFiles files) => StackLock.Acquire(files.Locks, Time.GetUtcNow(), Disk);

    /// <summary>Loads the state of a stack that is locked already.</summary>
    internal StackSession Continue(StackFiles files, StackLock held, SecretCodec secrets)
    {
        var (snapshot, hash, _) = LoadWithHash(files, secrets);
        return new StackSession(this, files, snapshot, hash, held, secrets);
    }

    /// <summary>Whether nobody wrote the state since it had this hash.</summary>
    private static bool IsUnchanged(StackFiles files, string hash)
    {
        var path = CheckpointFile.Newest(files.Checkpoint);
        return !File.Exists(files.Journal) && Journal.HashOf(File.Exists(path) ? File.ReadAllBytes(path) : []) == hash;
    }

    private static (Snapshot Snapshot, string Hash, bool IsPlain) LoadWithHash(StackFiles files, SecretCodec secrets)
    {
        BackendMeta.Check(files);
        string? tried = null;
        while (true)
        {
            var path = CheckpointFile.Newest(files.Checkpoint);
            var (snapshot, hash) = ReadCheckpoint(path, secrets);
            if (!File.Exists(files.Journal))
            {
                return (snapshot, hash, IsPlain: true);
            }

            if (Replay(snapshot, hash, files.Journal, path, secrets) is { } replayed)
            {
                return (replayed, hash, IsPlain: false);
            }

            // A run that goes on meanwhile may have put a new checkpoint and a new journal in place, or have ended.
            if (tried == hash)
            {
                throw new StateException($"Journal {files.Journal} continues another state than {path}: something else changed the state after a run was cut off. Compare them; when {path} is right, delete the journal. Nothing was changed.");
            }

            tried = hash;
        }
    }

    private static (Snapshot Snapshot, string Hash) ReadCheckpoint(string path, SecretCodec secrets)
    {
        try
        {
            var file = CheckpointFile.Read(path);
            return (file.Content is null ? Snapshot.Empty : CheckpointJson.Read(file.Content, secrets), file.Hash);
        }
        catch (FormatException e)
        {
            throw new StateException($"State file {path} cannot be used: {e.Message}. Nothing was changed.{Backup(path)}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StateException($"State file {path} cannot be read: {e.Message}", e);
        }
    }

    private static string Backup(string path)
        => File.Exists(path + ".bak") ? $" The state before the last change is {path}.bak; 'zoo stack import' can take it back." : "";

    /// <returns>Null when the journal is not of this checkpoint, or is gone.</returns>
    private static Snapshot? Replay(Snapshot snapshot, string hash, string journalPath, string checkpointPath, SecretCodec secrets)
    {
        try
        {
            var journal = JournalReader.Read(journalPath, secrets);
            if (journal.IsIn(hash))
            {
                return snapshot;
            }

            if (journal.BaseHash != hash)
            {
                return null;
            }

            var builder = new SnapshotBuilder(snapshot);
            foreach (var entry in journal.Entries)
            {
                builder.Apply(entry);
            }

            var replayed = builder.ToSnapshot();
            return SnapshotIntegrity.Violation(replayed) is { } violation ? throw new FormatException($"snapshot integrity failure: {violation}") : replayed;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException or IndexOutOfRangeException)
        {
            throw new StateException($"Journal {journalPath} of a run that was cut off cannot be used: {e.Message}. Nothing was changed; the last state that was written as a whole is {checkpointPath}.", e);
        }
    }
}
