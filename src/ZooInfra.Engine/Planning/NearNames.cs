using System.Globalization;

namespace ZooInfra.Engine.Planning;

/// <summary>Finds what the user may have meant.</summary>
internal static class NearNames
{
    private const int Most = 3;

    /// <summary>A sentence that names the known ones that are nearest, to be put behind another; empty when none is near.</summary>
    public static string Hint(string text, IReadOnlyCollection<string> known)
    {
        var near = known
            .Select(name => (Name: name, Distance: Math.Min(Distance(text, name), Distance(text, name[(name.LastIndexOf(':') + 1)..]))))
            .Where(candidate => candidate.Distance <= Math.Max(2, text.Length / 10))
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Take(Most)
            .Select(candidate => candidate.Name)
            .ToList();
        return near.Count > 0
            ? $" Did you mean {string.Join(" or ", near)}?"
            : string.Create(CultureInfo.InvariantCulture, $" A target is a URN such as {known.FirstOrDefault() ?? "urn:pulumi:STACK::PROJECT::TYPE::NAME"}, or a pattern of them with * and **.");
    }

    /// <summary>How many characters must be added, removed or changed.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[other.Length];
    }
}
