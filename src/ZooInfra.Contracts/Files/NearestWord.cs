namespace ZooInfra.Contracts;

/// <summary>Finds the word that was probably meant.</summary>
internal static class NearestWord
{
    /// <summary>The candidate with the least edit distance (Levenshtein, case not regarded); the first of equals.</summary>
    public static string Of(string word, IReadOnlyList<string> candidates)
    {
        // Nobody mistypes a key by this much; a longer word is only compared up to here.
        const int longest = 64;
        var typed = (word.Length > longest ? word.Substring(0, longest) : word).ToLowerInvariant();
        var (best, least) = (candidates[0], int.MaxValue);
        foreach (var candidate in candidates)
        {
            var distance = Distance(typed, candidate.ToLowerInvariant());
            if (distance < least)
            {
                (best, least) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>The candidate that differs only in case or by a slip of the keyboard: by one edit, or by two in words of eight letters and more; null when none does.</summary>
    public static string? Near(string word, IReadOnlyList<string> candidates)
        => candidates.Count > 0 && Of(word, candidates) is var best && Distance(word.ToLowerInvariant(), best.ToLowerInvariant()) <= (word.Length < 8 ? 1 : 2) ? best : null;

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
