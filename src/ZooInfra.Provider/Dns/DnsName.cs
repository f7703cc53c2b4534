using System.Diagnostics.CodeAnalysis;

namespace ZooInfra.Provider.Dns;

/// <summary>
/// Domain names as this provider writes them: lower case, absolute, without the final dot. Lengths are those of RFC 1035, section 2.3.4.
/// </summary>
internal static class DnsName
{
    private const int LongestLabel = 63;

    // 255 octets on the wire are 253 characters of text.
    private const int LongestName = 253;

    /// <summary>Reads an absolute name; the final dot may be left out.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="underscores">Whether labels may hold underscores: names that are no host names may (RFC 2181, section 11).</param>
    /// <param name="name">The name in its one spelling.</param>
    /// <param name="problem">What is wrong, as the rest of a sentence.</param>
    public static bool TryParse(string text, bool underscores, [NotNullWhen(true)] out string? name, [NotNullWhen(false)] out string? problem)
    {
        name = null;
        var bare = text.EndsWith('.') ? text[..^1] : text;
        problem = bare.Length switch
        {
            0 => "is empty",
            > LongestName => $"is longer than {LongestName} characters",
            _ => bare.Split('.').Select(label => LabelProblem(label, underscores)).FirstOrDefault(found => found is not null),
        };
        if (problem is not null)
        {
            return false;
        }

        name = bare.ToLowerInvariant();
        return true;
    }

    /// <summary>Reads the name of another host, as records and name server lists hold it: absolute, of at least two labels, no address.</summary>
    public static bool TryParseHost(string text, bool underscores, [NotNullWhen(true)] out string? name, [NotNullWhen(false)] out string? problem)
    {
        if (!TryParse(text, underscores, out name, out problem))
        {
            return false;
        }

        var last = name[(name.LastIndexOf('.') + 1)..];
        problem = last.All(char.IsAsciiDigit) ? "is an address where a host name belongs"
            : last.Length == name.Length && !text.EndsWith('.') ? "has a single label; names in records are absolute, so write it in full, such as www.acme.example"
            : null;
        return problem is null;
    }

    /// <summary>Reads the name of a record set relative to its zone: <c>@</c> for the zone itself, a first label <c>*</c> for a wildcard.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="zone">The zone; null when it is not known yet.</param>
    /// <param name="underscores">Whether labels may hold underscores.</param>
    /// <param name="name">The name in its one spelling.</param>
    /// <param name="problem">What is wrong, as the rest of a sentence.</param>
    public static bool TryParseRelative(string text, string? zone, bool underscores, [NotNullWhen(true)] out string? name, [NotNullWhen(false)] out string? problem)
    {
        name = null;
        problem = null;
        if (text == "@")
        {
            name = text;
            return true;
        }

        if (text.EndsWith('.'))
        {
            problem = "ends with a dot, but the name of a record set is relative to its zone: write www, or @ for the zone itself";
            return false;
        }

        if (zone is not null && (text.Equals(zone, StringComparison.OrdinalIgnoreCase) || text.EndsWith($".{zone}", StringComparison.OrdinalIgnoreCase)))
        {
            problem = $"repeats the zone, which would make {text}.{zone}: write {(text.Length == zone.Length ? "@" : text[..^(zone.Length + 1)])}";
            return false;
        }

        var rest = text == "*" ? null : text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text;
        if (rest is not null && !TryParse(rest, underscores, out _, out problem))
        {
            return false;
        }

        if (zone is not null && text.Length + 1 + zone.Length > LongestName)
        {
            problem = $"makes a name longer than {LongestName} characters together with its zone";
            return false;
        }

        name = text.ToLowerInvariant();
        return true;
    }

    /// <summary>The absolute name of <paramref name="relative"/> in <paramref name="zone"/>.</summary>
    public static string Join(string relative, string zone) => relative == "@" ? zone : $"{relative}.{zone}";

    /// <summary>
    /// The spelling under which ordinal order is the canonical order of names (RFC 4034, section 6.1): labels from the right, separated by a
    /// character that sorts before all that labels can hold.
    /// </summary>
    public static string CanonicalOrder(string relative) => relative == "@" ? "" : string.Join('\0', relative.Split('.').Reverse());

    private static string? LabelProblem(string label, bool underscores)
    {
        if (label.Length == 0)
        {
            return "has an empty label";
        }

        if (label.Length > LongestLabel)
        {
            return $"has a label longer than {LongestLabel} characters";
        }

        if (label.Any(character => !char.IsAscii(character)))
        {
            return "is not ASCII; write an internationalised name in its A-label form, xn--…";
        }

        if (label.Contains('/'))
        {
            return "holds a slash; RFC 2317 delegations can be spelt with a hyphen, such as 0-25";
        }

        if (label.Contains('_') && !underscores)
        {
            return "holds an underscore, which host names cannot";
        }

        if (label.Any(character => !char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_')))
        {
            return "holds a character other than letters, digits, hyphens and dots";
        }

        return label.StartsWith('-') || label.EndsWith('-') ? "has a label that starts or ends with a hyphen" : null;
    }
}
