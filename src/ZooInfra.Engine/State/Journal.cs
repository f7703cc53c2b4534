using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ZooInfra.Engine.Secrets;

namespace ZooInfra.Engine.State;

/// <summary>
/// The write-ahead journal of one run: what begins is on disk before the provider is called, what ended is on disk before the next step can
/// build on it. The first line names the checkpoint it continues, by hash; the last line of a finished run names the checkpoint it became.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly FileStream _file;
    private readonly Lock _gate = new();

    private string? _salt;

    private Journal(FileStream file) => _file = file;

    public static string HashOf(ReadOnlySpan<byte> checkpoint) => Convert.ToHexStringLower(SHA256.HashData(checkpoint));

    public static Journal Create(string path, string baseHash)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var journal = new Journal(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read));
        journal.WriteLine(Header("base", baseHash), durable: true);
        return journal;
    }

    /// <summary>Continues a journal that a run left behind, without the last line if that was being written when the run died.</summary>
    public static Journal Reopen(string path)
    {
        var end = Array.LastIndexOf(File.ReadAllBytes(path), (byte)'\n') + 1;
        var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read);
        file.SetLength(end);
        file.Seek(0, SeekOrigin.End);
        return new Journal(file);
    }

    /// <summary>Appends an entry.</summary>
    /// <param name="entry">What happened.</param>
    /// <param name="durable">Whether it must survive a power cut before this returns.</param>
    /// <param name="secrets">Encrypts; the salt it comes to use is written before the first entry that needs it.</param>
    public void Append(JournalEntry entry, bool durable, SecretCodec secrets)
    {
        var line = JournalJson.Write(entry, secrets);
        lock (_gate)
        {
            if (secrets.Salt is { } salt && salt != _salt)
            {
                _salt = salt;
                WriteLine(Header("salt", salt), durable: false);
            }

            WriteLine(line, durable);
        }
    }

    /// <summary>Says which checkpoint the run became, before that checkpoint is put in place.</summary>
    public void Finish(string checkpointHash) => WriteLine(Header("finished", checkpointHash), durable: true);

    /// <summary>Reads a journal that a run left behind. A last line without its end was being written when the run died and is left out.</summary>
    /// <exception cref="FormatException">A line cannot be read.</exception>
    public static Recovered Read(string path, SecretCodec secrets)
    {
        var content = File.ReadAllBytes(path);
        var entries = new List<JournalEntry>();
        string? baseHash = null;
        string? finishedHash = null;
        var number = 0;
        for (var start = 0; start < content.Length;)
        {
            var end = Array.IndexOf(content, (byte)'\n', start);
            if (end < 0)
            {
                break;
            }

            number++;
            var line = content.AsMemory(start, end - start);
            start = end + 1;
            try
            {
                if (number == 1)
                {
                    baseHash = HashIn(line, "base") ?? throw new FormatException("it does not say which checkpoint it continues");
                }
                else if (HashIn(line, "finished") is { } hash)
                {
                    finishedHash = hash;
                }
                else if (HashIn(line, "salt") is { } salt)
                {
                    secrets.ReadWith(salt);
                }
                else
                {
                    entries.Add(JournalJson.Read(line, secrets));
                }
            }
            catch (FormatException e)
            {
                throw new FormatException($"line {number}: {e.Message}", e);
            }
        }

        return new(baseHash, finishedHash, entries);
    }

    public void Dispose() => _file.Dispose();

    private void WriteLine(byte[] line, bool durable)
    {
        lock (_gate)
        {
            _file.Write(line);
            if (durable)
            {
                _file.Flush(flushToDisk: true);
            }
        }
    }

    private static byte[] Header(string name, string hash) => Encoding.UTF8.GetBytes($"{{\"{name}\":\"{hash}\"}}\n");

    private static string? HashIn(ReadOnlyMemory<byte> line, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(line, CheckpointJson.ReaderOptions);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var hash) && hash.ValueKind == JsonValueKind.String
                ? hash.GetString()
                : null;
        }
        catch (JsonException e)
        {
            throw new FormatException("it is not JSON", e);
        }
    }

    /// <summary>What a journal holds.</summary>
    /// <param name="BaseHash">The checkpoint it continues; null when the run died before its first line was whole.</param>
    /// <param name="FinishedHash">The checkpoint it became; null when the run did not finish.</param>
    /// <param name="Entries">What happened, in order.</param>
    public sealed record Recovered(string? BaseHash, string? FinishedHash, IReadOnlyList<JournalEntry> Entries);
}
