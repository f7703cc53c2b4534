using System.Text;

namespace ZooInfra.Api.Onboarding;

/// <summary>The names that a new client gets when nobody chose them.</summary>
internal static class ClientNames
{
    private const int LongestId = 100;

    /// <summary>
    /// The id that people would write for a name: <c>Acme Corp</c> is <c>acme_corp</c>. Null when the name has other letters than a to z, or none: how those
    /// are written is for people to say.
    /// </summary>
    public static string? IdOf(string name)
    {
        var id = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                id.Append(char.ToLowerInvariant(c));
            }
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                return null;
            }
            else if (id.Length > 0 && id[^1] != '_')
            {
                id.Append('_');
            }
        }

        return id.ToString().Trim('_') is { Length: > 0 and <= LongestId } found ? found : null;
    }

    /// <summary>Whether git takes it as the end of a branch's name (git check-ref-format), as far as it is an id.</summary>
    public static bool CanBeBranch(string id) => id[0] != '.' && id[^1] != '.' && !id.Contains("..", StringComparison.Ordinal) && !id.EndsWith(".lock", StringComparison.Ordinal);

    /// <summary>The name of the class of a client: <c>acme_corp</c> is <c>AcmeCorp</c>, <c>3m</c> is <c>Client3m</c>.</summary>
    public static string ClassOf(string id)
    {
        var name = string.Concat(id.Split(['_', '-', '.'], StringSplitOptions.RemoveEmptyEntries).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        return name.Length > 0 && char.IsAsciiLetter(name[0]) ? name : "Client" + name;
    }
}
