using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using ZooInfra.Engine.Secrets;

namespace ZooInfra.Engine.State;

/// <summary>
/// The write-ahead journal of one run: what begins is on disk before the provider is called, what ended is on disk before the next step can
/// build on it. The first line names the checkpoint it continues, by hash; the last line of a finished run names the checkpoint it became.
/// Steps that wait for the disk at the same time share one write.
/// </summary>
internal sealed class Journal : IDisposable
{
    public const int Version = 1;
    public const string VersionMark = "version";
    public const string BaseMark = "base";
    public const string FinishedMark = "finished";
    public const string SaltMark = "salt";

    private readonly StateDisk _disk;
    private readonly FileStream _file;
    private readonly JournalChain _chain;
    private readonly Lock _gate = new();
    private readonly Lock _writing = new();
    private ArrayBufferWriter<byte> _waiting = new();
    private ArrayBufferWriter<byte> _spare = new();
    private long _appended;
    private long _written;
    private Exception? _broken;
    private string? _salt;

    private Journal(StateDisk disk, FileStream file, JournalChain chain) => (_disk, _file, _chain) = (disk, file, chain);

    public static string HashOf(ReadOnlySpan<byte> checkpoint) => Convert.ToHexStringLower(SHA256.HashData(checkpoint));

    /// <exception cref="IOException">The file cannot be made; nothing is left of it.</exception>
    public static Journal Create(StateDisk disk, string path, string baseHash)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var journal = new Journal(disk, new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0), new JournalChain());
        try
        {
            journal.Sync(journal.Append(Encoding.UTF8.GetBytes($"{{\"{BaseMark}\":\"{baseHash}\",\"{VersionMark}\":{Version}}}")));
            return journal;
        }
        catch
        {
            journal.Dispose();
            disk.Delete(path);
            throw;
        }
    }

    /// <summary>Continues a journal that a run left behind, without what was being written when the run died.</summary>
    public static Journal Reopen(StateDisk disk, string path, JournalReader.Recovered left)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.SetLength(left.Length);
        file.Seek(0, SeekOrigin.End);
        return new Journal(disk, file, left.Chain);
    }

    /// <summary>Appends an entry, in memory.</summary>
    /// <param name="entry">What happened.</param>
    /// <param name="secrets">Encrypts; the salt it comes to use is written before the first entry that needs it.</param>
    /// <returns>The number that <see cref="Sync"/> takes.</returns>
    public long Append(JournalEntry entry, SecretCodec secrets)
    {
        var line = JournalJson.Write(entry, secrets);
        lock (_gate)
        {
            if (secrets.Salt is { } salt && salt != _salt)
            {
                _salt = salt;
                Append(Mark(SaltMark, salt));
            }

            return Append(line);
        }
    }

    /// <summary>Returns when an entry, and everything before it, would survive a power cut.</summary>
    /// <exception cref="IOException">It cannot be written; nothing more is.</exception>
    public void Sync(long number)
    {
        lock (_writing)
        {
            if (_broken is not null)
            {
                throw new IOException(_broken.Message, _broken);
            }

            if (_written >= number)
            {
                return;
            }

            ArrayBufferWriter<byte> batch;
            long last;
            lock (_gate)
            {
                (batch, _waiting, _spare) = (_waiting, _spare, _waiting);
                last = _appended;
            }

            try
            {
                _disk.Append(_file, batch.WrittenSpan);
                _written = last;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                _broken = e;
                throw;
            }
            finally
            {
                batch.ResetWrittenCount();
            }
        }
    }

    /// <summary>Says which checkpoint the run became, before that checkpoint is put in place.</summary>
    public void Finish(string checkpointHash) => Sync(Append(Mark(FinishedMark, checkpointHash)));

    /// <summary>Whether an entry could not be written.</summary>
    public bool IsBroken
    {
        get
        {
            lock (_writing)
            {
                return _broken is not null;
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private long Append(byte[] line)
    {
        lock (_gate)
        {
            _chain.Write(_waiting, line);
            return ++_appended;
        }
    }

    private static byte[] Mark(string name, string value) => Encoding.UTF8.GetBytes($"{{\"{name}\":\"{value}\"}}");
}
