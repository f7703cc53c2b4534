using System.Globalization;
using System.Net;
using ZooInfra.Provider.Dns;

namespace ZooInfra.Provider.Backends.Rfc2136;

/// <summary>Record data on the wire and as text.</summary>
internal static class RecordWire
{
    /// <summary>The number of a record type.</summary>
    public static int Number(RecordType type) => type switch
    {
        RecordType.A => 1,
        RecordType.AAAA => 28,
        RecordType.CAA => 257,
        RecordType.CNAME => 5,
        RecordType.DS => 43,
        RecordType.MX => 15,
        RecordType.NS => 2,
        RecordType.PTR => 12,
        RecordType.SRV => 33,
        RecordType.TLSA => 52,
        RecordType.TXT => 16,
        _ => throw new InvalidOperationException($"Record type {type} has no number."),
    };

    /// <summary>The record type with this number; null when it is none that a record set can have.</summary>
    public static RecordType? TypeOf(int number) => Types.TryGetValue(number, out var type) ? type : null;

    /// <summary>The wire form of data in its one spelling.</summary>
    public static byte[] ToWire(RecordType type, RecordData data)
    {
        var writer = new WireWriter();
        if (type is RecordType.TXT or RecordType.CAA)
        {
            return Strings(writer, type, data.Text);
        }

        var fields = data.Text.Split(' ');
        switch (type)
        {
            case RecordType.A or RecordType.AAAA:
                writer.Octets(IPAddress.Parse(data.Text).GetAddressBytes());
                break;
            case RecordType.CNAME or RecordType.NS or RecordType.PTR:
                writer.Name(data.Text);
                break;
            case RecordType.MX:
                writer.Short(Int(fields[0])).Name(fields[1]);
                break;
            case RecordType.SRV:
                writer.Short(Int(fields[0])).Short(Int(fields[1])).Short(Int(fields[2])).Name(fields[3]);
                break;
            case RecordType.DS:
                writer.Short(Int(fields[0])).Byte(Int(fields[1])).Byte(Int(fields[2])).Octets(Convert.FromHexString(fields[3]));
                break;
            case RecordType.TLSA:
                writer.Byte(Int(fields[0])).Byte(Int(fields[1])).Byte(Int(fields[2])).Octets(Convert.FromHexString(fields[3]));
                break;
            default:
                throw new InvalidOperationException($"Record type {type} has no wire form.");
        }

        return writer.Written.ToArray();
    }

    /// <summary>Reads data; null when a record set of ours could not hold it, such as a name with a blank in it.</summary>
    /// <param name="type">The type.</param>
    /// <param name="message">The whole message, since names may point into it.</param>
    /// <param name="at">Where the data starts.</param>
    /// <param name="length">How long it is.</param>
    /// <exception cref="WireFormatException">The message is not well-formed.</exception>
    public static RecordData? Read(RecordType type, ReadOnlySpan<byte> message, int at, int length)
    {
        var reader = new WireReader(message[..(at + length)], at);
        if (type == RecordType.TXT)
        {
            var octets = new List<byte>();
            while (reader.At < at + length)
            {
                octets.AddRange(reader.Take(reader.Byte()));
            }

            return RecordSyntax.TxtData([.. octets]);
        }

        var text = type switch
        {
            RecordType.A or RecordType.AAAA when length is 4 or 16 => new IPAddress(reader.Take(length)).ToString(),
            RecordType.CAA => $"{reader.Byte()} {System.Text.Encoding.Latin1.GetString(reader.Take(reader.Byte()))} {CharacterString.Quote(reader.Take(at + length - reader.At))}",
            RecordType.CNAME or RecordType.NS or RecordType.PTR => Absolute(reader.Name()),
            RecordType.MX => $"{reader.Short()} {Absolute(reader.Name())}",
            RecordType.SRV => $"{reader.Short()} {reader.Short()} {reader.Short()} {Absolute(reader.Name())}",
            RecordType.DS => $"{reader.Short()} {reader.Byte()} {reader.Byte()} {Convert.ToHexString(reader.Take(at + length - reader.At))}",
            RecordType.TLSA => $"{reader.Byte()} {reader.Byte()} {reader.Byte()} {Convert.ToHexString(reader.Take(at + length - reader.At))}",
            _ => throw new WireFormatException(),
        };
        return RecordSyntax.TryParse(type, text, out var data, out _) ? data : null;
    }

    private static readonly Dictionary<int, RecordType> Types = Enum.GetValues<RecordType>().ToDictionary(Number);

    private static byte[] Strings(WireWriter writer, RecordType type, string text)
    {
        MasterFileLine.TrySplit(text, out var tokens);
        if (type == RecordType.CAA)
        {
            writer.Byte(Int(tokens![0].Text)).Byte(tokens[1].Text.Length).Octets(System.Text.Encoding.ASCII.GetBytes(tokens[1].Text)).Octets(CharacterString.Unescape(tokens[2].Text));
            return writer.Written.ToArray();
        }

        foreach (var token in tokens!)
        {
            var octets = CharacterString.Unescape(token.Text)!;
            writer.Byte(octets.Length).Octets(octets);
        }

        return writer.Written.ToArray();
    }

    private static string Absolute(string name) => name == "." ? name : $"{name}.";

    private static int Int(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
