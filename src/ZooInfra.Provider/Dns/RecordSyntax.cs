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
        RecordType.DS => "12345 13 2 " + new string('0', 62) + "AF",
        RecordType.MX => "10 mail.acme.example",
        RecordType.SRV => "10 60 5060 sip.acme.example",
        RecordType.TLSA => "3 1 1 " + new string('0', 62) + "AF",
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
            RecordType.DS => Ds(text),
            RecordType.MX => Mx(text),
            RecordType.NS or RecordType.PTR => Host(text, underscores: false),
            RecordType.SRV => Srv(text),
            RecordType.TLSA => Tlsa(text),
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

    // RFC 4034, section 5.1; digest types 1, 2 and 4 are SHA-1, SHA-256 and SHA-384.
    private static (RecordData? Data, string? Wrong) Ds(string text)
    {
        if (Fields(text) is not [var tagText, var algorithmText, var typeText, .. { Length: > 0 } parts]
            || Number(tagText, ushort.MaxValue) is not { } tag || Number(algorithmText, byte.MaxValue) is not { } algorithm || Number(typeText, byte.MaxValue) is not { } type)
        {
            return (null, "The data is not a key tag from 0 to 65535, an algorithm and a digest type from 0 to 255, and a digest");
        }

        return Hex(parts, type switch { 1 => 20, 2 => 32, 4 => 48, _ => null }) is { } digest
            ? (new($"{tag} {algorithm} {type} {digest}", $"{tag:D5} {algorithm:D3} {type:D3} {digest}"), null)
            : (null, "The digest is not the hexadecimal digits that its digest type has (40 for type 1, 64 for 2, 96 for 4)");
    }

    // RFC 6698, section 2; matching types 1 and 2 are SHA-256 and SHA-512, 0 is the whole certificate or key.
    private static (RecordData? Data, string? Wrong) Tlsa(string text)
    {
        if (Fields(text) is not [var usageText, var selectorText, var matchingText, .. { Length: > 0 } parts]
            || Number(usageText, 3) is not { } usage || Number(selectorText, 1) is not { } selector || Number(matchingText, 2) is not { } matching)
        {
            return (null, "The data is not a usage from 0 to 3, a selector 0 or 1, a matching type from 0 to 2, and certificate data");
        }

        return Hex(parts, matching switch { 1 => 32, 2 => 64, _ => null }) is { } data
            ? (new($"{usage} {selector} {matching} {data}", $"{usage} {selector} {matching} {data}"), null)
            : (null, "The certificate data is not the hexadecimal digits that its matching type has (64 for type 1, 128 for 2)");
    }

    private static string? Hex(string[] parts, int? octets)
    {
        var text = string.Concat(parts).ToUpperInvariant();
        return text.Length is > 0 and <= 16384 && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit) && (octets is null || text.Length == 2 * octets) ? text : null;
    }

    private static string[] Fields(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Decimal digits only, no sign, no leading zero: other spellings would be octal to some readers.
    private static int? Number(string text, int maximum)
        => text.Length is > 0 and <= 5 && text.All(char.IsAsciiDigit) && (text.Length == 1 || text[0] != '0')
            && int.Parse(text, CultureInfo.InvariantCulture) is var number && number <= maximum ? number : null;
}
