using System.Text;

namespace ZooInfra.Provider.Dns;

/// <summary>Quoted text of a master file: character strings of up to 255 octets (RFC 1035, sections 3.3 and 5.1).</summary>
internal static class CharacterString
{
    private const int Longest = 255;

    /// <summary>The most octets that several strings of one record can hold: 65535 less one length octet for each 255.</summary>
    public const int LongestSplit = 65279;

    /// <summary>Writes octets as one string; all but printable ASCII is escaped.</summary>
    public static string Quote(ReadOnlySpan<byte> octets)
    {
        var text = new StringBuilder(octets.Length + 2).Append('"');
        foreach (var octet in octets)
        {
            _ = octet switch
            {
                (byte)'"' or (byte)'\\' => text.Append('\\').Append((char)octet),
                < 0x20 or > 0x7e => text.Append('\\').Append(octet.ToString("D3", null)),
                _ => text.Append((char)octet),
            };
        }

        return text.Append('"').ToString();
    }

    /// <summary>Writes octets as strings of 255 octets, the last one shorter; no octets as one empty string.</summary>
    public static string QuoteSplit(ReadOnlySpan<byte> octets)
    {
        var text = new StringBuilder();
        do
        {
            var part = octets[..Math.Min(Longest, octets.Length)];
            text.Append(text.Length == 0 ? "" : " ").Append(Quote(part));
            octets = octets[part.Length..];
        }
        while (octets.Length > 0);
        return text.ToString();
    }

    /// <summary>Reads what a string holds: its text between the quotes, escapes undone. Null when an escape is wrong or a character is not ASCII.</summary>
    public static byte[]? Unescape(ReadOnlySpan<char> text)
    {
        var octets = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is > '\x7f')
            {
                return null;
            }

            if (text[i] != '\\')
            {
                octets.Add((byte)text[i]);
            }
            else if (++i < text.Length && !char.IsAsciiDigit(text[i]))
            {
                octets.Add((byte)text[i]);
            }
            else if (i + 2 < text.Length && byte.TryParse(text.Slice(i, 3), System.Globalization.NumberStyles.None, null, out var octet))
            {
                octets.Add(octet);
                i += 2;
            }
            else
            {
                return null;
            }
        }

        return [.. octets];
    }
}
