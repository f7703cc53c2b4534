using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace ZooInfra.Provider.Identity;

/// <summary>The name of a directory entry (RFC 4514). Two are equal when a directory holds them for the same entry: case and runs of spaces do not count.</summary>
internal sealed class DistinguishedName : IEquatable<DistinguishedName>
{
    private DistinguishedName(ImmutableArray<RelativeName> names)
    {
        Names = names;
        Text = string.Join(',', names.Select(name => name.Text));
        Key = string.Join(',', names.Select(name => name.Key));
    }

    /// <summary>The parts, the entry's own first.</summary>
    public ImmutableArray<RelativeName> Names { get; }

    /// <summary>The name as it is written.</summary>
    public string Text { get; }

    /// <summary>The same for all spellings of one name.</summary>
    public string Key { get; }

    /// <summary>The name of the entry above; null for one that has a single part.</summary>
    public DistinguishedName? Parent => Names.Length > 1 ? new(Names.RemoveAt(0)) : null;

    /// <summary>The keys of the parts from the root down, so that an entry sorts behind the ones above it.</summary>
    public IEnumerable<string> Path => Names.Reverse().Select(name => name.Key);

    /// <summary>The name of an entry below this one.</summary>
    public DistinguishedName Child(string type, string value) => new([new RelativeName([new(type, value)]), .. Names]);

    /// <summary>The name of an entry below this one.</summary>
    public DistinguishedName Child(RelativeName name) => new([name, .. Names]);

    /// <summary>Whether this is <paramref name="other"/> or an entry below it.</summary>
    public bool IsAtOrBelow(DistinguishedName other)
        => Names.Length >= other.Names.Length && Names.AsSpan()[^other.Names.Length..].SequenceEqual(other.Names.AsSpan());

    /// <summary>The name after an entry at or above it went from <paramref name="from"/> to <paramref name="to"/>.</summary>
    public DistinguishedName Moved(DistinguishedName from, DistinguishedName to) => new([.. Names[..^from.Names.Length], .. to.Names]);

    /// <summary>Reads a name; at least one part.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="name">The name.</param>
    /// <param name="problem">What is wrong, as the rest of a sentence.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out DistinguishedName? name, [NotNullWhen(false)] out string? problem)
    {
        name = null;
        var names = ImmutableArray.CreateBuilder<RelativeName>();
        foreach (var part in Split(text, ','))
        {
            var pairs = ImmutableArray.CreateBuilder<NamePair>();
            foreach (var written in Split(part, '+'))
            {
                if (!TryParsePair(written, out var pair, out problem))
                {
                    return false;
                }

                pairs.Add(pair);
            }

            names.Add(new(pairs.ToImmutable()));
        }

        name = new(names.ToImmutable());
        problem = null;
        return true;
    }

    /// <summary>The one key of a written name; the text itself when it is no name.</summary>
    public static string KeyOf(string text) => TryParse(text, out var name, out _) ? name.Key : text;

    /// <inheritdoc/>
    public bool Equals(DistinguishedName? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DistinguishedName);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Key, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static IEnumerable<string> Split(string text, char separator)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == separator)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    private static bool TryParsePair(string text, [NotNullWhen(true)] out NamePair? pair, [NotNullWhen(false)] out string? problem)
    {
        pair = null;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var type = equals < 0 ? "" : text[..equals].Trim(' ');
        if (type.Length == 0 || type.Any(character => !char.IsAsciiLetterOrDigit(character) && character is not ('-' or '.')))
        {
            problem = "is not made of parts such as ou=people, separated by commas (RFC 4514)";
            return false;
        }

        if (!TryUnescape(text[(equals + 1)..], out var value, out problem))
        {
            return false;
        }

        pair = new(type, value);
        return true;
    }

    private static bool TryUnescape(string written, [NotNullWhen(true)] out string? value, [NotNullWhen(false)] out string? problem)
    {
        value = null;
        var bytes = new List<byte>(written.Length);
        var text = written.TrimStart(' ');
        if (text.StartsWith('#'))
        {
            problem = "holds a value in hexadecimal form (#…), which is not supported; write it as text";
            return false;
        }

        // Trailing spaces count only where a backslash says so.
        var kept = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '\\' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
            {
                bytes.Add(octet);
                i += 2;
                kept = bytes.Count;
            }
            else if (character == '\\' && i + 1 < text.Length && " \"#+,;<=>\\".Contains(text[i + 1], StringComparison.Ordinal))
            {
                bytes.Add((byte)text[++i]);
                kept = bytes.Count;
            }
            else if (character is '\\' or '"' or ';' or '<' or '>')
            {
                problem = $"holds the character {character} at a place where RFC 4514 wants a backslash before it";
                return false;
            }
            else
            {
                // A surrogate pair is one character and must be encoded at once.
                var length = char.IsHighSurrogate(character) && i + 1 < text.Length ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(text, i, length));
                i += length - 1;
                kept = character == ' ' ? kept : bytes.Count;
            }
        }

        try
        {
            value = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString([.. bytes.Take(kept)]);
        }
        catch (ArgumentException)
        {
            problem = "holds escaped octets that are not UTF-8";
            return false;
        }

        problem = value.Length == 0 ? "has a part without a value" : null;
        return problem is null;
    }
}
