using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ZooInfra.Engine.State;

/// <summary>
/// Seals the lines of a journal: each ends with a space and the first 8 bytes of SHA-256 over the seal before it and its own text, in hex.
/// A line that was changed, lost or moved breaks the chain.
/// </summary>
internal sealed class JournalChain
{
    private const int SealBytes = 8;

    private readonly byte[] _last = new byte[SealBytes];

    /// <summary>The line as it goes to disk, with its end.</summary>
    public void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> text)
    {
        Advance(text);
        output.Write(text);
        Span<byte> end = stackalloc byte[(SealBytes * 2) + 2];
        end[0] = (byte)' ';
        Convert.TryToHexStringLower(_last, end[1..], out _);
        end[^1] = (byte)'\n';
        output.Write(end);
    }

    /// <summary>The text of a line, without its end.</summary>
    /// <exception cref="FormatException">The line is not the one that was written here.</exception>
    public ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> line)
    {
        var split = line.Length - (SealBytes * 2) - 1;
        if (split < 0 || line.Span[split] != ' ')
        {
            throw new FormatException("it has no checksum");
        }

        var text = line[..split];
        Advance(text.Span);
        return Encoding.ASCII.GetString(line.Span[(split + 1)..]) == Convert.ToHexStringLower(_last)
            ? text
            : throw new FormatException("its checksum does not match; it was changed by hand or damaged, or a line before it is missing");
    }

    private void Advance(ReadOnlySpan<byte> text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_last);
        hash.AppendData(text);
        Span<byte> whole = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(whole);
        whole[..SealBytes].CopyTo(_last);
    }
}
