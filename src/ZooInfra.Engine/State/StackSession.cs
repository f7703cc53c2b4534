using ZooInfra.Engine.Secrets;

namespace ZooInfra.Engine.State;

/// <summary>One run on one locked stack: takes in what happens, and puts the new checkpoint in place at the end.</summary>
internal sealed class StackSession : IDisposable
{
    private readonly StateStore _store;
    private readonly string _project;
    private readonly string _stack;
    private readonly StackLock _lock;
    private readonly SecretCodec _secrets;
    private readonly SnapshotBuilder _builder;
    private readonly Lock _gate = new();
    private string _hash;
    private readonly List<JournalEntry> _kept = [];
    private Journal? _journal;
    private int _sequence;

    public StackSession(StateStore store, string project, string stack, Snapshot snapshot, string hash, StackLock held, SecretCodec secrets)
    {
        (_store, _project, _stack, _lock, _hash, _secrets) = (store, project, stack, held, hash, secrets);
        Base = snapshot;
        _builder = new SnapshotBuilder(snapshot);
    }

    /// <summary>The state the run starts from.</summary>
    public Snapshot Base { get; }

    /// <summary>The state as it would be written now.</summary>
    public Snapshot Current
    {
        get
        {
            lock (_gate)
            {
                return _builder.ToSnapshot();
            }
        }
    }

    private string CheckpointPath => _store.CheckpointPath(_project, _stack);

    private string JournalPath => _store.JournalPath(_project, _stack);

    /// <summary>Compacts what a run that was cut off left behind. The journal of this run begins with its first change.</summary>
    /// <exception cref="StateException">The folder cannot be written.</exception>
    public void Start()
    {
        try
        {
            if (!File.Exists(JournalPath))
            {
                return;
            }

            var left = Journal.Read(JournalPath, _secrets);
            if (left.BaseHash is not null && left.FinishedHash != _hash)
            {
                using var unfinished = Journal.Reopen(JournalPath);
                _hash = WriteCheckpoint(Base, unfinished.Finish);
            }

            File.Delete(JournalPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(e);
        }
    }

    /// <summary>Says that a provider call is about to be made.</summary>
    public int Begin(PendingOperation operation)
    {
        var sequence = Interlocked.Increment(ref _sequence);
        Append(new JournalEntry.Begin(sequence, operation), durable: true);
        return sequence;
    }

    /// <summary>Takes in what a step did.</summary>
    public void Append(JournalEntry entry, bool durable)
    {
        try
        {
            lock (_gate)
            {
                Record(entry, durable);
                _builder.Apply(entry);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw CannotWrite(e);
        }
    }

    /// <summary>The number for an <see cref="JournalEntry.End"/> of a step that calls no provider.</summary>
    public int NextSequence() => Interlocked.Increment(ref _sequence);

    /// <summary>Puts the new checkpoint in place and removes the journal. A run that changed nothing writes nothing.</summary>
    /// <exception cref="StateException">The folder cannot be written; the journal stays and the next run continues from it.</exception>
    public void Commit()
    {
        if (_journal is null)
        {
            return;
        }

        try
        {
            WriteCheckpoint(Current, _journal.Finish);
            _journal.Dispose();
            _journal = null;
            File.Delete(JournalPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(e);
        }
    }

    /// <summary>A session for another run under the same lock, from the state that this run committed.</summary>
    public StackSession Renew() => _store.Continue(_project, _stack, _lock, _secrets);

    public void Dispose()
    {
        _journal?.Dispose();
        _lock.Dispose();
    }

    /// <summary>Resources that stay as they are need no journal until something else changes; then their order counts.</summary>
    private void Record(JournalEntry entry, bool durable)
    {
        if (_journal is null && entry is JournalEntry.Keep)
        {
            _kept.Add(entry);
            return;
        }

        if (_journal is null)
        {
            _journal = Journal.Create(JournalPath, _hash);
            _kept.ForEach(kept => _journal.Append(kept, durable: false, _secrets));
        }

        _journal.Append(entry, durable, _secrets);
    }

    private string WriteCheckpoint(Snapshot snapshot, Action<string> beforeRename)
    {
        if (SnapshotIntegrity.Violation(snapshot) is { } violation)
        {
            throw new StateException($"The new state of stack {_stack} breaks a rule ({violation}) and was not written; the journal {JournalPath} has what was done. This is a bug in ZooInfra: please report it.");
        }

        var content = CheckpointJson.Write($"organization/{_project}/{_stack}", snapshot, _store.Time.GetUtcNow(), _secrets);
        var hash = Journal.HashOf(content);
        Directory.CreateDirectory(Path.GetDirectoryName(CheckpointPath)!);
        var meta = Path.Combine(_store.Root, ".pulumi", "meta.yaml");
        if (!File.Exists(meta))
        {
            DurableFile.Replace(meta, "version: 1\n"u8);
        }

        if (File.Exists(CheckpointPath))
        {
            File.Copy(CheckpointPath, CheckpointPath + ".bak", overwrite: true);
        }

        beforeRename(hash);
        DurableFile.Replace(CheckpointPath, content);
        return hash;
    }

    private StateException CannotWrite(Exception e)
        => new($"The state of stack {_stack} cannot be written: {e.Message} What was done is in {JournalPath} and the next run continues from it.", e);
}
