namespace ZooInfra.Contracts.Dns;

/// <summary>A term of an SPF record that makes a receiver ask the DNS.</summary>
/// <param name="Term">The term as it is written.</param>
/// <param name="Mechanism">The mechanism or modifier, lower case, without its qualifier.</param>
/// <param name="Domain">The domain it names; null for that of the record.</param>
public sealed record SpfLookup(string Term, string Mechanism, string? Domain);

/// <summary>Reads SPF records (RFC 7208).</summary>
public static class SpfText
{
    /// <summary>The most terms that ask the DNS (section 4.6.4).</summary>
    public const int MostLookups = 10;

    /// <summary>The most of them that may get no answer (section 4.6.4).</summary>
    public const int MostVoidLookups = 2;

    /// <summary>Whether a text is an SPF record (section 4.5).</summary>
    public static bool IsSpf(string text) => text.Equals("v=spf1", StringComparison.OrdinalIgnoreCase) || text.StartsWith("v=spf1 ", StringComparison.OrdinalIgnoreCase);

    /// <summary>The terms that ask the DNS: include, a, mx, ptr, exists and redirect.</summary>
    public static IReadOnlyList<SpfLookup> Lookups(string text)
    {
        var lookups = new List<SpfLookup>();
        foreach (var term in Terms(text))
        {
            var bare = term.TrimStart('+', '-', '~', '?').ToLowerInvariant();
            var end = bare.IndexOfAny([':', '=', '/']);
            var mechanism = end < 0 ? bare : bare.Substring(0, end);
            if (mechanism is "include" or "a" or "mx" or "ptr" or "exists" or "redirect")
            {
                var domain = end < 0 || bare[end] == '/' ? null : bare.Substring(end + 1).Split('/')[0].TrimEnd('.');
                lookups.Add(new(term, mechanism, domain));
            }
        }

        return lookups;
    }

    /// <summary>The term that lets everybody send, <c>+all</c> or <c>all</c> alone, which means the same (section 4.6.2); null when there is none.</summary>
    public static string? Everybody(string text)
        => Terms(text).FirstOrDefault(term => term.Equals("+all", StringComparison.OrdinalIgnoreCase) || term.Equals("all", StringComparison.OrdinalIgnoreCase));

    /// <summary>The same record, but whoever it does not name may not send.</summary>
    public static string WithoutEverybody(string text) => string.Join(" ", text.Split(' ').Select(term => term == Everybody(text) ? "-all" : term));

    private static IEnumerable<string> Terms(string text) => text.Split([' '], StringSplitOptions.RemoveEmptyEntries).Skip(1);
}
