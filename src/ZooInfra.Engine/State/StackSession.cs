using ZooInfra.Engine.Secrets;

namespace ZooInfra.Engine.State;

/// <summary>One run on one locked stack: takes in what happens, and puts the new checkpoint in place at the end.</summary>
internal sealed class StackSession : IDisposable
{
    private readonly StateStore _store;
    private readonly StackFiles _files;
    private readonly StackLock _lock;
    private readonly SecretCodec _secrets;
    private readonly SnapshotBuilder _builder;
    private readonly Lock _gate = new();
    private readonly List<JournalEntry> _kept = [];
    private string _hash;
    private Journal? _journal;
    private int _sequence;

    public StackSession(StateStore store, StackFiles files, Snapshot snapshot, string hash, StackLock held, SecretCodec secrets)
    {
        (_store, _files, _lock, _hash, _secrets) = (store, files, held, hash, secrets);
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

    /// <summary>Compacts what a run that was cut off left behind. The journal of this run begins with its first change.</summary>
    /// <exception cref="StateException">The folder cannot be written.</exception>
    public void Start()
    {
        try
        {
            _store.Disk.Sweep(_files.Checkpoint);
            if (!File.Exists(_files.Journal))
            {
                return;
            }

            var left = JournalReader.Read(_files.Journal, _secrets);
            if (left.BaseHash is not null && left.FinishedHash != _hash)
            {
                using var unfinished = Journal.Reopen(_store.Disk, _files.Journal, left);
                _hash = CheckpointWriter.Write(_store, _files, Base, _secrets, unfinished.Finish);
            }

            _store.Disk.Delete(_files.Journal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(e);
        }
    }

    /// <summary>Says that a provider call is about to be made.</summary>
    /// <exception cref="StateException">It cannot be written down, so the call must not be made.</exception>
    public int Begin(PendingOperation operation)
    {
        var sequence = Interlocked.Increment(ref _sequence);
        try
        {
            Append(new JournalEntry.Begin(sequence, operation), durable: true);
            return sequence;
        }
        catch
        {
            lock (_gate)
            {
                // It will not be called.
                _builder.Apply(new JournalEntry.End(sequence, null, default));
            }

            throw;
        }
    }

    /// <summary>Takes in what a step did.</summary>
    /// <exception cref="StateException">It cannot be written down; it is still known here and <see cref="Commit"/> tries once more.</exception>
    public void Append(JournalEntry entry, bool durable)
    {
        try
        {
            Journal? journal;
            long number;
            lock (_gate)
            {
                _builder.Apply(entry);
                (journal, number) = Record(entry);
            }

            if (durable)
            {
                journal?.Sync(number);
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
    /// <returns>Whether there was anything to write.</returns>
    /// <exception cref="StateException">The folder cannot be written; the journal stays and the next run continues from it.</exception>
    public bool Commit()
    {
        if (_journal is null)
        {
            return false;
        }

        try
        {
            // A journal that could not be written to cannot name the checkpoint; if that now can be written, it says more.
            CheckpointWriter.Write(_store, _files, Current, _secrets, _journal.IsBroken ? _ => { } : _journal.Finish);
            _journal.Dispose();
            _journal = null;
            _store.Disk.Delete(_files.Journal);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(e);
        }
    }

    /// <summary>A session for another run under the same lock, from the state that this run committed.</summary>
    public StackSession Renew() => _store.Continue(_files, _lock, _secrets);

    public void Dispose()
    {
        _journal?.Dispose();
        _lock.Dispose();
    }

    /// <summary>Resources that stay as they are need no journal until something else changes; then their order counts.</summary>
    private (Journal? Journal, long Number) Record(JournalEntry entry)
    {
        if (_journal is null && entry is JournalEntry.Keep)
        {
            _kept.Add(entry);
            return (null, 0);
        }

        if (_journal is null)
        {
            _journal = Journal.Create(_store.Disk, _files.Journal, _hash);
            _kept.ForEach(kept => _journal.Append(kept, _secrets));
            _kept.Clear();
        }

        return (_journal, _journal.Append(entry, _secrets));
    }

    private StateException CannotWrite(Exception e)
        => new($"The state of stack {_files.Stack} cannot be written: {e.Message} What was done is in {_files.Journal} and the next run continues from it.", e);
}
