using System.Buffers.Binary;
using System.Text;

namespace ZooInfra.Provider.Backends.Rfc2136;

/// <summary>Reads the parts of a DNS message (RFC 1035, section 4.1).</summary>
/// <exception cref="WireFormatException">Thrown by all methods when the message is not well-formed.</exception>
internal ref struct WireReader(ReadOnlySpan<byte> message, int at = 0)
{
    private readonly ReadOnlySpan<byte> _message = message;

    /// <summary>The place of the next octet.</summary>
    public int At { get; private set; } = at;

    public int Byte() => Take(1)[0];

    public int Short() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint Int() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || At + count > _message.Length)
        {
            throw new WireFormatException();
        }

        At += count;
        return _message.Slice(At - count, count);
    }

    /// <summary>
    /// A name, lower case and without the final dot; <c>.</c> for the root. Dots and backslashes inside labels are escaped, and so is whatever is not
    /// printable ASCII.
    /// </summary>
    public string Name()
    {
        var name = new StringBuilder();
        var next = -1;
        for (var jumps = 0; ;)
        {
            var length = Byte();
            if (length >= 0xC0)
            {
                var target = ((length & 0x3F) << 8) | Byte();
                next = next < 0 ? At : next;

                // A pointer that does not go backward, or too many of them, would never end.
                if (target >= At - 2 || ++jumps > 127)
                {
                    throw new WireFormatException();
                }

                At = target;
                continue;
            }

            if (length > 63)
            {
                throw new WireFormatException();
            }

            if (length == 0)
            {
                break;
            }

            name.Append(name.Length == 0 ? "" : ".");
            foreach (var octet in Take(length))
            {
                _ = octet switch
                {
                    (byte)'.' or (byte)'\\' => name.Append('\\').Append((char)octet),
                    <= 0x20 or >= 0x7f => name.Append('\\').Append(octet.ToString("D3", null)),
                    _ => name.Append(char.ToLowerInvariant((char)octet)),
                };
            }
        }

        At = next < 0 ? At : next;
        return name.Length == 0 ? "." : name.ToString();
    }
}
