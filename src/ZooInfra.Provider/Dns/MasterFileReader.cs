namespace ZooInfra.Provider.Dns;

/// <summary>One entry of a master file: a directive or a record.</summary>
/// <param name="Line">The line it starts at, from 1.</param>
/// <param name="HasOwner">Whether its first word is an owner or directive; otherwise the owner is that of the entry before.</param>
/// <param name="Tokens">Its words.</param>
internal sealed record MasterFileEntry(int Line, bool HasOwner, List<MasterFileToken> Tokens);

/// <summary>Cuts a master file into entries: comments go, parentheses join lines (RFC 1035, section 5.1).</summary>
internal static class MasterFileReader
{
    /// <summary>Reads the entries of <paramref name="text"/>.</summary>
    /// <exception cref="ZoneFormatException">A quote, an escape or a parenthesis is not closed.</exception>
    public static IEnumerable<MasterFileEntry> Read(string text)
    {
        var line = 1;
        var depth = 0;
        MasterFileEntry? entry = null;
        for (var at = 0; at < text.Length;)
        {
            switch (text[at])
            {
                case '\n':
                    line++;
                    at++;
                    if (depth == 0 && entry is not null)
                    {
                        yield return entry;
                        entry = null;
                    }

                    break;
                case ' ' or '\t' or '\r':
                    at++;
                    break;
                case ';':
                    at = text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;
                    break;
                case '(':
                    depth++;
                    at++;
                    break;
                case ')':
                    if (--depth < 0)
                    {
                        throw new ZoneFormatException(line, "a parenthesis is closed that was not opened");
                    }

                    at++;
                    break;
                default:
                    entry ??= new(line, at == 0 || text[at - 1] == '\n', []);
                    if (!MasterFileLine.TryWord(text, ref at, out var token))
                    {
                        throw new ZoneFormatException(line, "a quote or an escape is not closed");
                    }

                    entry.Tokens.Add(token);
                    break;
            }
        }

        if (depth != 0)
        {
            throw new ZoneFormatException(line, "a parenthesis is not closed");
        }

        if (entry is not null)
        {
            yield return entry;
        }
    }
}
