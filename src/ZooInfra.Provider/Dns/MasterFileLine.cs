using System.Diagnostics.CodeAnalysis;

namespace ZooInfra.Provider.Dns;

/// <summary>One word of a master file; escapes are still in <paramref name="Text"/>, quotes are not.</summary>
/// <param name="Text">The word.</param>
/// <param name="IsQuoted">Whether it stood between quotes.</param>
internal readonly record struct MasterFileToken(string Text, bool IsQuoted);

/// <summary>Cuts a text of a master file into its words (RFC 1035, section 5.1).</summary>
internal static class MasterFileLine
{
    /// <summary>Cuts a text that has no parentheses and comments; false when a quote or escape is not closed or such a character is in it.</summary>
    public static bool TrySplit(string text, [NotNullWhen(true)] out List<MasterFileToken>? tokens)
    {
        tokens = [];
        for (var at = 0; at < text.Length;)
        {
            if (text[at] is ' ' or '\t')
            {
                at++;
                continue;
            }

            if (text[at] is '(' or ')' or ';' || !TryWord(text, ref at, out var token))
            {
                tokens = null;
                return false;
            }

            tokens.Add(token);
        }

        return true;
    }

    /// <summary>Reads the word that starts at <paramref name="at"/> and moves behind it; false when its quote or escape is not closed in the line.</summary>
    public static bool TryWord(string text, ref int at, out MasterFileToken token)
    {
        token = default;
        var quoted = text[at] == '"';
        var start = quoted ? ++at : at;
        for (; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\\' when at + 1 < text.Length && text[at + 1] != '\n':
                    at++;
                    break;
                case '\\':
                case '\n' when quoted:
                    return false;
                case '"' when quoted:
                    token = new(text[start..at++], true);
                    return true;
                case ' ' or '\t' or '\r' or '\n' or ';' or '(' or ')' or '"' when !quoted:
                    token = new(text[start..at], false);
                    return true;
            }
        }

        token = new(text[start..at], false);
        return !quoted;
    }

    /// <summary>What the strings of canonical TXT data hold together.</summary>
    public static byte[] Strings(string text)
        => TrySplit(text, out var tokens)
            ? [.. tokens.SelectMany(token => CharacterString.Unescape(token.Text) ?? throw new InvalidOperationException("Canonical TXT data has a wrong escape."))]
            : throw new InvalidOperationException("Canonical TXT data has an open quote.");
}
