namespace ZooInfra.Provider;

/// <summary>Finds the known name that was probably meant.</summary>
internal static class NearestName
{
    /// <summary>"; did you mean 'x'?" for the known name with the fewest edits.</summary>
    public static string Hint(string written, IEnumerable<string> known)
        => known.MinBy(name => Distance(written, name)) is { } nearest ? $"; did you mean '{nearest}'?" : ".";

    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substituted = diagonal + (char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
