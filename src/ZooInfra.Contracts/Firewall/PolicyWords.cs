using System.Globalization;

namespace ZooInfra.Contracts.Firewall;

/// <summary>What names, texts and interfaces of a firewall may look like. They end up in a ruleset, so nothing that could end a word there is let in.</summary>
internal sealed class PolicyWords(List<PolicyProblem> problems)
{
    private const int LongestName = 40;
    private const int LongestText = 200;

    /// <summary>Reports a problem.</summary>
    public void Fail(string path, string message) => problems.Add(new(path, message));

    /// <summary>Checks a name that must not come twice.</summary>
    public void UniqueName(string path, string name, HashSet<string> taken)
    {
        if (!IsName(name))
        {
            Fail(path, $"A name is 1 to {LongestName} lower-case letters, digits and hyphens, with a letter or digit first.");
        }
        else if (!taken.Add(name))
        {
            Fail(path, $"'{name}' is there already; give each its own name.");
        }
    }

    /// <summary>Checks a text for people.</summary>
    public void Text(string path, string text, string what)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText || text.Any(character => char.IsControl(character) || char.GetUnicodeCategory(character) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
        {
            Fail(path, $"A rule says {what} in one line of 1 to {LongestText} characters.");
        }
    }

    /// <summary>Checks the name of an interface, as Linux takes it, without wildcards.</summary>
    public void Interface(string path, string name)
    {
        if (name.Length is 0 or > 15 || name is "." or ".." || !name.All(character => IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '@'))
        {
            Fail(path, "An interface is 1 to 15 letters, digits, hyphens, underscores, dots and @, without wildcards, such as eth0 or wan0.100.");
        }
    }

    /// <summary>Says that <paramref name="word"/> is not one of <paramref name="known"/>.</summary>
    public void Unknown(string path, string word, string what, IReadOnlyList<string> known)
        => Fail(path, $"'{Shown(word)}' is no {what}{(known.Count == 0 ? "." : $"; did you mean '{NearestWord.Of(word, known)}'?")}");

    /// <summary>A word from outside, fit for a message.</summary>
    public static string Shown(string word)
    {
        var plain = new string([.. word.Take(60).Select(character => char.IsControl(character) ? '?' : character)]);
        return word.Length > 60 ? $"{plain}…" : plain;
    }

    private static bool IsName(string name)
        => name.Length is > 0 and <= LongestName && name[0] != '-' && name.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    private static bool IsAsciiLetterOrDigit(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
