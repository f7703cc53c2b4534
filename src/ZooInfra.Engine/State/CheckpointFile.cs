using System.Buffers.Binary;
using System.IO.Compression;
using ZstdSharp;

namespace ZooInfra.Engine.State;

/// <summary>The newest checkpoint of a stack, plain or compressed as Pulumi may have written it (protocol facts, section 6.1).</summary>
/// <param name="Path">The file.</param>
/// <param name="Content">Its content, decompressed; null when there is no checkpoint.</param>
/// <param name="Hash">What the journal knows the file by.</param>
internal sealed record CheckpointFile(string Path, byte[]? Content, string Hash)
{
    private static readonly string[] Forms = ["", ".gz", ".zst"];

    /// <summary>Every form a checkpoint may lie in.</summary>
    public static IEnumerable<string> AllForms(string path) => Forms.Select(form => path + form);

    /// <summary>The form that counts: the one written last. A run that was cut off may have left an older one beside it.</summary>
    public static string Newest(string path) => AllForms(path).Where(File.Exists).MaxBy(File.GetLastWriteTimeUtc) ?? path;

    /// <summary>The bytes of the checkpoint that counts; 0 when there is none.</summary>
    public static long Length(string path) => new FileInfo(Newest(path)) is { Exists: true, Length: var bytes } ? bytes : 0;

    /// <exception cref="FormatException">The file is empty or damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CheckpointFile Read(string path)
    {
        if (!File.Exists(path))
        {
            return new(path, null, Journal.HashOf([]));
        }

        var content = File.ReadAllBytes(path);
        return new(path, Decompress(content), Journal.HashOf(content));
    }

    // The name says nothing sure about the content.
    private static byte[] Decompress(byte[] content)
    {
        try
        {
            return content switch
            {
                [] => throw new FormatException("it is empty"),
                [0x1F, 0x8B, ..] => Gunzip(content),
                [0x28, 0xB5, 0x2F, 0xFD, ..] => ReadAll(new DecompressionStream(new MemoryStream(content))),
                _ => content,
            };
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ZstdException)
        {
            throw new FormatException("it is compressed, and the compressed data is damaged", e);
        }
    }

    // .NET does not miss the end of a gzip file that was cut off; the length that stands there does.
    private static byte[] Gunzip(byte[] content)
    {
        var plain = ReadAll(new GZipStream(new MemoryStream(content), CompressionMode.Decompress));
        return content.Length > 4 && BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(^4..)) == (uint)plain.Length ? plain : throw new InvalidDataException();
    }

    private static byte[] ReadAll(Stream compressed)
    {
        using (compressed)
        {
            using var plain = new MemoryStream();
            compressed.CopyTo(plain);
            return plain.ToArray();
        }
    }
}
