using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ZooInfra.Provider.Dns;

/// <summary>
/// Reads record data as a program writes it: master file presentation, except that TXT is plain text and that names are always absolute.
/// Only what is known to be right passes, so nothing a text holds can reach a zone file as syntax.
/// </summary>
internal static class RecordSyntax
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>An example of the data of a type, for messages.</summary>
    public static string Example(RecordType type) => type switch
    {
        RecordType.A => "192.0.2.1",
        RecordType.AAAA => "2001:db8::1",
        RecordType.CAA => "0 issue \"letsencrypt.org\"",
        RecordType.MX => "10 mail.acme.example",
        RecordType.SRV => "10 60 5060 sip.acme.example",
        RecordType.TXT => "v=spf1 mx -all",
        _ => "www.acme.example",
    };

    /// <summary>Reads <paramref name="text"/>; a problem is a whole sentence that never quotes the text, which may be secret.</summary>
    public static bool TryParse(RecordType type, string text, [NotNullWhen(true)] out RecordData? data, [NotNullWhen(false)] out string? problem)
    {
        (data, var wrong) = type switch
        {
            RecordType.A => Ipv4(text),
            RecordType.AAAA => Ipv6(text),
            RecordType.CAA => Caa(text),
            RecordType.CNAME => Host(text, underscores: true),
            RecordType.MX => Mx(text),
            RecordType.NS or RecordType.PTR => Host(text, underscores: false),
            RecordType.SRV => Srv(text),
            RecordType.TXT => Txt(text),
            _ => throw new InvalidOperationException($"Record type {type} has no syntax."),
        };
        problem = data is null ? $"{wrong}. {type} data looks like: {Example(type)}" : null;
        return data is not null;
    }

    /// <summary>The one spelling of <paramref name="text"/> for comparisons; wrong text stays as it is.</summary>
    public static string Canonical(RecordType? type, string text) => type is { } known && TryParse(known, text, out var data, out _) ? data.Text : text;

    /// <summary>TXT data of <paramref name="octets"/>.</summary>
    public static RecordData TxtData(ReadOnlySpan<byte> octets)
    {
        var text = CharacterString.QuoteSplit(octets);
        return new(text, text);
    }

    /// <summary>The plain text of TXT data; null when it is not UTF-8.</summary>
    public static string? PlainTxt(RecordData data)
    {
        try
        {
            return StrictUtf8.GetString(MasterFileLine.Strings(data.Text));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static (RecordData? Data, string? Wrong) Ipv4(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 4 && parts.All(part => Number(part, byte.MaxValue) is not null)
            ? (new(text, string.Join('.', parts.Select(part => part.PadLeft(3, '0')))), null)
            : (null, "The data is no IPv4 address");
    }

    private static (RecordData? Data, string? Wrong) Ipv6(string text)
        => text.All(character => char.IsAsciiHexDigit(character) || character is ':' or '.')
            && IPAddress.TryParse(text, out var address)
            && address.AddressFamily == AddressFamily.InterNetworkV6
                ? (new(address.ToString(), Convert.ToHexString(address.GetAddressBytes())), null)
                : (null, "The data is no IPv6 address");

    private static (RecordData? Data, string? Wrong) Host(string text, bool underscores)
        => DnsName.TryParseHost(text, underscores, out var name, out var problem) ? (new($"{name}.", name), null) : (null, $"The host name {problem}");

    private static (RecordData? Data, string? Wrong) Mx(string text)
    {
        if (Fields(text) is not [var preference, var host] || Number(preference, ushort.MaxValue) is not { } number)
        {
            return (null, "The data is not a preference from 0 to 65535 and a host name");
        }

        // RFC 7505: "0 ." says that the domain takes no mail.
        if (host == ".")
        {
            return number == 0 ? (new("0 .", "00000 ."), null) : (null, "A null MX (RFC 7505) has preference 0");
        }

        return DnsName.TryParseHost(host, underscores: false, out var name, out var problem)
            ? (new($"{number} {name}.", $"{number:D5} {name}"), null)
            : (null, $"The host name {problem}");
    }

    private static (RecordData? Data, string? Wrong) Srv(string text)
    {
        if (Fields(text) is not [var first, var second, var third, var host]
            || Number(first, ushort.MaxValue) is not { } priority || Number(second, ushort.MaxValue) is not { } weight || Number(third, ushort.MaxValue) is not { } port)
        {
            return (null, "The data is not priority, weight and port from 0 to 65535 and a host name");
        }

        var order = $"{priority:D5} {weight:D5} {port:D5}";

        // RFC 2782: the target "." says that the service is not there.
        if (host == ".")
        {
            return (new($"{priority} {weight} {port} .", $"{order} ."), null);
        }

        return DnsName.TryParseHost(host, underscores: false, out var name, out var problem)
            ? (new($"{priority} {weight} {port} {name}.", $"{order} {name}"), null)
            : (null, $"The host name {problem}");
    }

    private static (RecordData? Data, string? Wrong) Caa(string text)
    {
        if (text.Any(char.IsControl) || !MasterFileLine.TrySplit(text, out var tokens) || tokens is not [{ IsQuoted: false } first, { IsQuoted: false } tag, var last]
            || Number(first.Text, byte.MaxValue) is not { } flags)
        {
            return (null, "The data is not flags from 0 to 255, a tag and a value (RFC 8659)");
        }

        if (tag.Text.Length is 0 or > 15 || !tag.Text.All(char.IsAsciiLetterOrDigit))
        {
            return (null, "The tag is not 1 to 15 letters and digits");
        }

        if (CharacterString.Unescape(last.Text) is not { } value || value.Any(octet => octet is < 0x20 or > 0x7e))
        {
            return (null, "The value is not printable ASCII");
        }

        var canonical = $"{flags} {tag.Text.ToLowerInvariant()} {CharacterString.Quote(value)}";
        return (new(canonical, canonical), null);
    }

    private static (RecordData? Data, string? Wrong) Txt(string text)
    {
        byte[] octets;
        try
        {
            octets = StrictUtf8.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return (null, "The text is not valid Unicode");
        }

        return octets.Length <= CharacterString.LongestSplit
            ? (TxtData(octets), null)
            : (null, string.Create(CultureInfo.InvariantCulture, $"The text has {octets.Length} octets, more than the {CharacterString.LongestSplit} that a record can hold"));
    }

    private static string[] Fields(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Decimal digits only, no sign, no leading zero: other spellings would be octal to some readers.
    private static int? Number(string text, int maximum)
        => text.Length is > 0 and <= 5 && text.All(char.IsAsciiDigit) && (text.Length == 1 || text[0] != '0')
            && int.Parse(text, CultureInfo.InvariantCulture) is var number && number <= maximum ? number : null;
}
