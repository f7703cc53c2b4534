using ZooInfra.Engine.Secrets;

namespace ZooInfra.Engine.State;

/// <summary>
/// One run on one locked stack: takes in what happens, and puts the new checkpoint in place at the end, and before that each time the journal has
/// grown long (<see cref="CompactionPace"/>).
/// </summary>
internal sealed class StackSession : IDisposable
{
    private readonly StateStore _store;
    private readonly StackFiles _files;
    private readonly StackLock _lock;
    private readonly SecretCodec _secrets;
    private readonly Lock _gate = new();
    private readonly List<JournalEntry> _kept = [];
    private SnapshotBuilder _builder;
    private string _hash;
    private Journal? _journal;
    private int _sequence;
    private long _limit;
    private bool _isChanged;
    private bool _isLastKept;
    private Exception? _failure;

    public StackSession(StateStore store, StackFiles files, Snapshot snapshot, string hash, StackLock held, SecretCodec secrets)
    {
        (_store, _files, _lock, _hash, _secrets) = (store, files, held, hash, secrets);
        Base = snapshot;
        _builder = new SnapshotBuilder(snapshot);
    }

    /// <summary>The state the run starts from.</summary>
    public Snapshot Base { get; }

    /// <summary>Whether there is a checkpoint; a stack of which nothing was ever made has none.</summary>
    public bool HasCheckpoint => CheckpointFile.Length(_files.Checkpoint) > 0;

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
            _store.Disk.Sweep(_files.Journal);
            if (!File.Exists(_files.Journal))
            {
                return;
            }

            var left = JournalReader.Read(_files.Journal, _secrets);
            if (!left.IsIn(_hash))
            {
                // What a run found when it began is worth more as a backup than what it wrote halfway.
                using var unfinished = Journal.Reopen(_store.Disk, _files.Journal, left);
                (_hash, _) = CheckpointWriter.Write(_store, _files, Base, _secrets, keepLast: !left.IsContinued, unfinished.Finish);
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
                if (_failure is not null)
                {
                    throw new IOException(_failure.Message, _failure);
                }

                (journal, number) = Record(entry);
                if (journal is not null && journal.Bytes >= _limit)
                {
                    Compact(journal);
                }
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
        if (!_isChanged)
        {
            return false;
        }

        try
        {
            if (_journal is null)
            {
                // A compaction came as far as its checkpoint; the journal before it says nothing that is not in there.
                _store.Disk.Delete(_files.Journal);
            }

            // A journal that could not be written to cannot name the checkpoint; if that now can be written, it says more.
            CheckpointWriter.Write(_store, _files, Current, _secrets, !_isLastKept, _journal is null or { IsBroken: true } ? _ => { } : _journal.Finish);
            _journal?.Dispose();
            _journal = null;
            _isChanged = false;
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
            _isChanged = true;
            _limit = _store.Pace.LimitAfter(CheckpointFile.Length(_files.Checkpoint));
            _kept.ForEach(kept => _journal.Append(kept, _secrets));
            _kept.Clear();
        }

        return (_journal, _journal.Append(entry, _secrets));
    }

    /// <summary>
    /// Writes what was done together into the checkpoint and goes on with a new journal. Whatever instant the process dies at, the old checkpoint with
    /// the old journal says the same as the new checkpoint, alone or with the new journal.
    /// </summary>
    private void Compact(Journal journal)
    {
        var (snapshot, continued) = _builder.ToContinue();
        if (SnapshotIntegrity.Violation(snapshot) is not null)
        {
            // Between entries that belong together.
            _limit = 2 * journal.Bytes;
            return;
        }

        try
        {
            (_hash, var bytes) = CheckpointWriter.Write(_store, _files, snapshot, _secrets, !_isLastKept, journal.Finish);
            (_isLastKept, _journal) = (true, null);
            journal.Dispose();
            _builder = new SnapshotBuilder(snapshot);
            _builder.Apply(continued);
            _journal = Journal.Create(_store.Disk, _files.Journal, _hash, JournalJson.Write(continued, _secrets));
            _limit = _store.Pace.LimitAfter(bytes);
        }
        catch (Exception e)
        {
            // Nothing more goes into a journal that may be finished.
            _failure = e;
            throw;
        }
    }

    private StateException CannotWrite(Exception e)
        => new($"The state of stack {_files.Stack} cannot be written: {e.Message} What was done is in {_files.Journal} and the next run continues from it.", e);
}
