using System.Text.Json;
using ZooInfra.Engine.Secrets;

namespace ZooInfra.Engine.State;

/// <summary>Reads a journal that a run left behind.</summary>
internal static class JournalReader
{
    /// <summary>What a journal holds.</summary>
    /// <param name="BaseHash">The checkpoint it continues; null when the run died before its first line was whole.</param>
    /// <param name="FinishedHashes">The checkpoints it was about to become; of several the last, unless the run died or failed before that was in place.</param>
    /// <param name="Entries">What happened, in order.</param>
    /// <param name="Length">How many bytes are whole lines. What is behind was being written when the run died.</param>
    /// <param name="Chain">Seals the lines that follow.</param>
    public sealed record Recovered(string? BaseHash, IReadOnlyList<string> FinishedHashes, IReadOnlyList<JournalEntry> Entries, long Length, JournalChain Chain)
    {
        /// <summary>Whether a checkpoint has everything that is in it.</summary>
        public bool IsIn(string hash) => BaseHash is null || FinishedHashes.Contains(hash);

        /// <summary>Whether it goes on where a checkpoint was written in the middle of the run.</summary>
        public bool IsContinued => Entries is [JournalEntry.Continued, ..];
    }

    /// <exception cref="FormatException">A line is not as it was written; the message has its number.</exception>
    public static Recovered Read(string path, SecretCodec secrets)
    {
        var content = File.ReadAllBytes(path);
        var chain = new JournalChain();
        var entries = new List<JournalEntry>();
        string? baseHash = null;
        var finished = new List<string>();
        var (start, number) = (0, 0);
        for (int end; (end = Array.IndexOf(content, (byte)'\n', start)) >= 0; start = end + 1)
        {
            number++;
            try
            {
                var line = chain.Read(content.AsMemory(start, end - start));
                if (number == 1)
                {
                    baseHash = ReadFirst(line);
                }
                else if (Mark(line, Journal.FinishedMark) is { } hash)
                {
                    finished.Add(hash);
                }
                else if (Mark(line, Journal.SaltMark) is { } salt)
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

        return new(baseHash, finished, entries, start, chain);
    }

    private static string ReadFirst(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line, CheckpointJson.ReaderOptions);
        var version = document.RootElement.TryGetProperty(Journal.VersionMark, out var number) ? number.GetInt32() : 0;
        return version == Journal.Version
            ? document.RootElement.GetProperty(Journal.BaseMark).GetString()!
            : throw new FormatException($"it has version {version}; this engine reads version {Journal.Version}");
    }

    private static string? Mark(ReadOnlyMemory<byte> line, string name)
    {
        // Entries are long and many, marks short and few: look before parsing.
        if (line.Span.Length < name.Length + 2 || !line.Span[2..].StartsWith(System.Text.Encoding.ASCII.GetBytes(name)))
        {
            return null;
        }

        using var document = JsonDocument.Parse(line, CheckpointJson.ReaderOptions);
        return document.RootElement.GetProperty(name).GetString();
    }
}
