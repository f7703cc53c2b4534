namespace ZooInfra.Api;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Nearest
{
    private const int MostEdits = 2;

    /// <summary>The candidate at most two edits away, case not regarded; null when none is that close.</summary>
    public static string? Of(string word, IEnumerable<string> candidates)
        => candidates
            .Where(candidate => Math.Abs(candidate.Length - word.Length) <= MostEdits)
            .Select(candidate => (Name: candidate, Distance: Distance(word, candidate)))
            .Where(found => found.Distance <= MostEdits && found.Distance < found.Name.Length)
            .OrderBy(found => found.Distance)
            .Select(found => found.Name)
            .FirstOrDefault();

    /// <summary>The Levenshtein distance, case not regarded.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
