using System.Text;

namespace ZooInfra.Vpn;

/// <summary>The names of peers: 1 to 63 lower-case letters, digits, dots, hyphens and underscores.</summary>
internal static class PeerName
{
    private const int Longest = 63;

    /// <summary>The name of a peer that was given none: person and device in lower case with hyphens; null when these make no name.</summary>
    public static string? Of(string person, string device)
    {
        var name = new StringBuilder();
        foreach (var character in $"{person} {device}".ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                name.Append(character);
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }
        }

        return name.ToString().Trim('-') is { Length: > 0 and <= Longest } result ? result : null;
    }

    /// <summary>Whether a peer may have this name.</summary>
    public static bool IsValid(string name)
        => name.Length is > 0 and <= Longest && (char.IsAsciiLetterLower(name[0]) || char.IsAsciiDigit(name[0]))
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_');
}
