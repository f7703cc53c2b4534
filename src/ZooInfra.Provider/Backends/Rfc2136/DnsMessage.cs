using System.Buffers.Binary;

namespace ZooInfra.Provider.Backends.Rfc2136;

/// <summary>One record of a message; its data is a part of the message.</summary>
internal readonly record struct WireRecord(string Name, int Type, int Class, uint Ttl, int DataAt, int DataLength);

/// <summary>A message from a server.</summary>
internal sealed class DnsMessage
{
    private const int TsigType = 250;

    private DnsMessage(byte[] octets) => Octets = octets;

    /// <summary>The message as it came.</summary>
    public byte[] Octets { get; }

    /// <summary>The number that pairs it with its request.</summary>
    public int Id => BinaryPrimitives.ReadUInt16BigEndian(Octets);

    /// <summary>The response code; 0 is success (RFC 1035, section 4.1.1; RFC 2136, section 2.2).</summary>
    public int Code => Octets[3] & 0x0F;

    /// <summary>The records of the answer section.</summary>
    public required IReadOnlyList<WireRecord> Answers { get; init; }

    /// <summary>The signature; null when there is none.</summary>
    public WireRecord? Tsig { get; private init; }

    /// <summary>Where the signature starts; the end of the message when there is none.</summary>
    public int TsigAt { get; private init; }

    /// <summary>Reads a message.</summary>
    /// <exception cref="WireFormatException">It is not well-formed.</exception>
    public static DnsMessage Parse(byte[] octets)
    {
        var reader = new WireReader(octets);
        reader.Take(4);
        var (questions, answers, authorities, additional) = (reader.Short(), reader.Short(), reader.Short(), reader.Short());
        for (var i = 0; i < questions; i++)
        {
            reader.Name();
            reader.Take(4);
        }

        var found = new List<WireRecord>(answers);
        for (var i = 0; i < answers; i++)
        {
            found.Add(Record(ref reader));
        }

        WireRecord? last = null;
        var at = octets.Length;
        for (var i = 0; i < authorities + additional; i++)
        {
            at = reader.At;
            last = Record(ref reader);
        }

        var signed = additional > 0 && last is { Type: TsigType };
        return new(octets) { Answers = found, Tsig = signed ? last : null, TsigAt = signed ? at : octets.Length };
    }

    private static WireRecord Record(ref WireReader reader)
    {
        var name = reader.Name();
        var (type, @class, ttl, length) = (reader.Short(), reader.Short(), reader.Int(), reader.Short());
        var at = reader.At;
        reader.Take(length);
        return new(name, type, @class, ttl, at, length);
    }
}
