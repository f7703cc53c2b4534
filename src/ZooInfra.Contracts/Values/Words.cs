using System.Text;

namespace ZooInfra.Contracts;

/// <summary>The words that enums of the vocabulary have in contract files: <c>legacy_pet</c> for <see cref="Species.LegacyPet"/>.</summary>
public static class Words
{
    /// <summary>The word of a member; the number when <paramref name="value"/> is no member.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
        => OfName(value.ToString());

    /// <summary>The word of the member called <paramref name="name"/>.</summary>
    public static string OfName(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0)
            {
                word.Append('_');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }

    /// <summary>The words of all members that say something: a member that is zero and called <c>Unstated</c> has none.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum
        => Enum.GetNames(typeof(T)).Where(name => name != "Unstated").Select(OfName);

    /// <summary>Finds a member by its word; <c>-</c>, space and <c>_</c> are the same, case is not regarded. Null when there is none.</summary>
    public static T? Parse<T>(string word)
        where T : struct, Enum
    {
        var wanted = Normal(word);
        foreach (var name in Enum.GetNames(typeof(T)))
        {
            if (name != "Unstated" && Normal(OfName(name)) == wanted)
            {
                return (T)Enum.Parse(typeof(T), name);
            }
        }

        return null;
    }

    internal static string Normal(string word) => word.Trim().Replace('-', '_').Replace(' ', '_').ToLowerInvariant();
}
