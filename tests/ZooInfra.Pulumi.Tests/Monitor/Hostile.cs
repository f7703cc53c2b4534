using System.Text;

namespace ZooInfra.Pulumi.Tests;

/// <summary>Answers that no engine writes, byte by byte: Protobuf's own writer would not come back from such depths.</summary>
internal static class Hostile
{
    /// <summary>A RegisterResourceResponse with a URN and structs in structs.</summary>
    public static byte[] Registration(string urn, int levels)
        => [.. Field(1, Encoding.UTF8.GetBytes(urn)), .. Field(3, Struct(levels))];

    private static byte[] Struct(int levels)
    {
        // Lengths stand before what they measure, so the bytes are put together from the inside and turned round at the end.
        var reversed = new List<byte>();
        for (var i = 0; i < levels; i++)
        {
            Wrap(reversed, 0x2a);
            Wrap(reversed, 0x12);
            reversed.AddRange([(byte)'k', 1, 0x0a]);
            Wrap(reversed, 0x0a);
        }

        reversed.Reverse();
        return [.. reversed];
    }

    private static void Wrap(List<byte> reversed, byte tag)
    {
        var length = Varint(reversed.Count);
        length.Reverse();
        reversed.AddRange(length);
        reversed.Add(tag);
    }

    private static byte[] Field(int number, byte[] content) => [(byte)((number << 3) | 2), .. Varint(content.Length), .. content];

    private static List<byte> Varint(int value)
    {
        var bytes = new List<byte>();
        for (; value > 127; value >>= 7)
        {
            bytes.Add((byte)(value | 128));
        }

        bytes.Add((byte)value);
        return bytes;
    }
}
