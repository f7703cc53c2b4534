using System.Text;
using ZooInfra.Provider.Identity;

namespace ZooInfra.Provider.Backends.Files;

/// <summary>Reads LDIF content records (RFC 2849). What it does not know, such as change records, values from a URL and binary values, it refuses with the line.</summary>
internal static class LdifReader
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="FormatException">The text is no LDIF, or says something unknown; the message names the line.</exception>
    public static IReadOnlyList<DirectoryEntry> Read(string text)
    {
        var entries = new List<DirectoryEntry>();
        var seen = new HashSet<DistinguishedName>();
        DirectoryEntry? entry = null;
        foreach (var (line, number) in Unfold(text))
        {
            if (line.Length == 0)
            {
                Close(entries, ref entry, number);
                continue;
            }

            var (attribute, value) = Split(line, number);
            if (attribute.Equals("version", StringComparison.OrdinalIgnoreCase) && entry is null && entries.Count == 0)
            {
                _ = value == "1" ? value : throw Wrong(number, "only LDIF version 1 is known");
            }
            else if (entry is null)
            {
                _ = attribute.Equals("dn", StringComparison.OrdinalIgnoreCase) ? attribute : throw Wrong(number, "a record must start with 'dn:'");
                entry = DistinguishedName.TryParse(value, out var dn, out var problem) ? new(dn) : throw Wrong(number, $"the name {problem}");
                _ = seen.Add(dn) ? dn : throw Wrong(number, $"there is a record of {dn} above");
            }
            else if (attribute.Equals("changetype", StringComparison.OrdinalIgnoreCase) || attribute.Equals("control", StringComparison.OrdinalIgnoreCase))
            {
                throw Wrong(number, "change records are not known; this file holds entries");
            }
            else
            {
                entry = entry.With(attribute, entry[attribute].Add(value));
            }
        }

        Close(entries, ref entry, 0);
        return entries;
    }

    private static void Close(List<DirectoryEntry> entries, ref DirectoryEntry? entry, int number)
    {
        if (entry is not null)
        {
            entries.Add(entry["objectClass"].IsEmpty ? throw Wrong(number, $"the entry {entry.Dn} has no object class") : entry);
            entry = null;
        }
    }

    private static IEnumerable<(string Line, int Number)> Unfold(string text)
    {
        var line = new StringBuilder();
        var (start, number, any) = (1, 0, false);
        foreach (var raw in text.Split('\n').Append(null))
        {
            number++;
            var written = raw?.TrimEnd('\r');
            if (written is [' ', ..] && any)
            {
                line.Append(written, 1, written.Length - 1);
                continue;
            }

            if (any && (line.Length == 0 || line[0] != '#'))
            {
                yield return (line.ToString(), start);
            }

            line.Clear().Append(written);
            (start, any) = (number, raw is not null);
        }
    }

    private static (string Attribute, string Value) Split(string line, int number)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var attribute = colon < 0 ? "" : line[..colon];
        if (attribute.Length == 0 || !attribute.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or ';'))
        {
            throw Wrong(number, "a line must be an attribute, a colon and a value");
        }

        if (colon + 1 < line.Length && line[colon + 1] == '<')
        {
            throw Wrong(number, "values from a URL are not known");
        }

        if (colon + 1 >= line.Length || line[colon + 1] != ':')
        {
            return (attribute, line[(colon + 1)..].TrimStart(' '));
        }

        try
        {
            return (attribute, Utf8.GetString(Convert.FromBase64String(line[(colon + 2)..].Trim(' '))));
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw Wrong(number, "the value is no text in base64");
        }
    }

    private static FormatException Wrong(int number, string reason) => new(number > 0 ? $"line {number}: {reason}" : $"at the end: {reason}");
}
