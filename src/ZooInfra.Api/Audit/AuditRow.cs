using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ZooInfra.Api.Audit;

/// <summary>An entry at its place in the chain.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="At">When, in unix milliseconds.</param>
/// <param name="Entry">What.</param>
/// <param name="Previous">The hash of the row before; 32 zero bytes for the first.</param>
internal sealed record AuditRow(long Number, long At, AuditEntry Entry, byte[] Previous)
{
    private const int LongestText = 512;

    /// <summary>What stands before the first row.</summary>
    public static byte[] Origin { get; } = new byte[SHA256.HashSizeInBytes];

    /// <summary>
    /// SHA-256 over: <c>zoo-audit-1</c> and a zero byte; number and time, each eight bytes, big-endian; caller, action, client, target, request id
    /// and outcome, each a byte 0 when it is null, else a byte 1, its length in bytes of UTF-8 (four bytes, big-endian) and those bytes; the previous hash.
    /// </summary>
    public byte[] Hash()
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        bytes.Write("zoo-audit-1\0"u8);
        BinaryPrimitives.WriteInt64BigEndian(Next(bytes, sizeof(long)), Number);
        BinaryPrimitives.WriteInt64BigEndian(Next(bytes, sizeof(long)), At);
        foreach (var text in (ReadOnlySpan<string?>)[Entry.Caller, Entry.Action, Entry.Client, Entry.Target, Entry.RequestId, Entry.Outcome])
        {
            Next(bytes, 1)[0] = text is null ? (byte)0 : (byte)1;
            if (text is not null)
            {
                var encoded = Encoding.UTF8.GetBytes(text);
                BinaryPrimitives.WriteInt32BigEndian(Next(bytes, sizeof(int)), encoded.Length);
                bytes.Write(encoded);
            }
        }

        bytes.Write(Previous);
        return SHA256.HashData(bytes.WrittenSpan);
    }

    /// <summary>The entry as it can be kept: control characters and halves of surrogate pairs, which a database or a terminal would change, replaced; long texts cut.</summary>
    public static AuditEntry Keepable(AuditEntry entry) => new(
        Keepable(entry.Caller)!,
        Keepable(entry.Action)!,
        Keepable(entry.Client),
        Keepable(entry.Target),
        Keepable(entry.RequestId),
        Keepable(entry.Outcome)!);

    private static string? Keepable(string? text)
    {
        if (text is null || (text.Length <= LongestText && !text.Any(c => char.IsControl(c) || char.IsSurrogate(c))))
        {
            return text;
        }

        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (kept.Length >= LongestText)
            {
                return kept.Append('…').ToString();
            }

            kept.Append(Rune.IsControl(rune) ? Rune.ReplacementChar : rune);
        }

        return kept.ToString();
    }

    private static Span<byte> Next(ArrayBufferWriter<byte> bytes, int count)
    {
        var span = bytes.GetSpan(count)[..count];
        bytes.Advance(count);
        return span;
    }
}
