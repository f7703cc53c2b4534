using System.Buffers.Binary;
using System.Text;

namespace ZooInfra.Provider.Backends.Rfc2136;

/// <summary>Writes the parts of a DNS message (RFC 1035, section 4.1); names are not compressed.</summary>
internal sealed class WireWriter
{
    private byte[] _octets = new byte[512];

    /// <summary>How many octets were written.</summary>
    public int Length { get; private set; }

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _octets.AsSpan(0, Length);

    public WireWriter Byte(int value)
    {
        Room(1)[0] = (byte)value;
        return this;
    }

    public WireWriter Short(int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(Room(2), (ushort)value);
        return this;
    }

    public WireWriter Int(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(Room(4), value);
        return this;
    }

    public WireWriter Octets(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Room(value.Length));
        return this;
    }

    /// <summary>An absolute name; the final dot may be left out, and <c>\.</c> is a dot inside a label.</summary>
    public WireWriter Name(string name)
    {
        for (var at = 0; at < name.Length && name != ".";)
        {
            var label = new StringBuilder();
            for (; at < name.Length && name[at] != '.'; at++)
            {
                label.Append(name[at] == '\\' ? name[++at] : name[at]);
            }

            at++;
            Byte(label.Length);
            Octets(Encoding.ASCII.GetBytes(label.ToString()));
        }

        return Byte(0);
    }

    /// <summary>The head of a record, up to its data.</summary>
    public WireWriter RecordHead(string name, int type, int @class, int ttl) => Name(name).Short(type).Short(@class).Int((uint)ttl);

    /// <summary>Data with its length before it.</summary>
    public WireWriter Data(ReadOnlySpan<byte> data) => Short(data.Length).Octets(data);

    /// <summary>Forgets what was written.</summary>
    public void Clear() => Length = 0;

    /// <summary>Overwrites two octets at a place.</summary>
    public void PatchShort(int at, int value) => BinaryPrimitives.WriteUInt16BigEndian(_octets.AsSpan(at), (ushort)value);

    private Span<byte> Room(int count)
    {
        if (Length + count > _octets.Length)
        {
            Array.Resize(ref _octets, Math.Max(_octets.Length * 2, Length + count));
        }

        Length += count;
        return _octets.AsSpan(Length - count, count);
    }
}
