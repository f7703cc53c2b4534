using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using ZooInfra.Engine.Secrets;

namespace ZooInfra.Engine.State;

/// <summary>
/// The write-ahead journal of one run: what begins is on disk before the provider is called, what ended is on disk before the next step can
/// build on it. The first line names the checkpoint it continues, by hash; the last line names the checkpoint it became: at the end of the run, or
/// when it had grown long and another journal goes on from there. Steps that wait for the disk at the same time share one write.
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
    private long _bytes;
    private Exception? _broken;
    private string? _salt;

    private Journal(StateDisk disk, FileStream file, JournalChain chain) => (_disk, _file, _chain) = (disk, file, chain);

    public static string HashOf(ReadOnlySpan<byte> checkpoint) => Convert.ToHexStringLower(SHA256.HashData(checkpoint));

    /// <summary>Begins a journal, in the place of one that has become the checkpoint it continues.</summary>
    /// <param name="disk">Writes it.</param>
    /// <param name="path">Where.</param>
    /// <param name="baseHash">The checkpoint it continues.</param>
    /// <param name="continued">What the run still has to know of the time before that checkpoint; null at its beginning.</param>
    /// <exception cref="IOException">The file cannot be made; the one that was there is there, or none.</exception>
    public static Journal Create(StateDisk disk, string path, string baseHash, byte[]? continued = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var (chain, start) = (new JournalChain(), new ArrayBufferWriter<byte>());
        chain.Write(start, Encoding.UTF8.GetBytes($"{{\"{BaseMark}\":\"{baseHash}\",\"{VersionMark}\":{Version}}}"));
        if (continued is not null)
        {
            chain.Write(start, continued);
        }

        disk.Replace(path, start.WrittenSpan);
        return new Journal(disk, Open(path, start.WrittenCount), chain);
    }

    /// <summary>Continues a journal that a run left behind, without what was being written when the run died.</summary>
    public static Journal Reopen(StateDisk disk, string path, JournalReader.Recovered left)
        => new(disk, Open(path, left.Length), left.Chain);

    private static FileStream Open(string path, long length)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 0);
        file.SetLength(length);
        file.Seek(0, SeekOrigin.End);
        return file;
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

    /// <summary>How many bytes were appended, written or not.</summary>
    public long Bytes
    {
        get
        {
            lock (_gate)
            {
                return _bytes;
            }
        }
    }

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
            var before = _waiting.WrittenCount;
            _chain.Write(_waiting, line);
            _bytes += _waiting.WrittenCount - before;
            return ++_appended;
        }
    }

    private static byte[] Mark(string name, string value) => Encoding.UTF8.GetBytes($"{{\"{name}\":\"{value}\"}}");
}
