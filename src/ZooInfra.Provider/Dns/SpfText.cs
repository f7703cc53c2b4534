namespace ZooInfra.Provider.Dns;

/// <summary>A term of an SPF record that makes a receiver ask the DNS.</summary>
/// <param name="Term">The term as it is written.</param>
/// <param name="Mechanism">The mechanism or modifier, lower case, without its qualifier.</param>
/// <param name="Domain">The domain it names; null for that of the record.</param>
internal sealed record SpfLookup(string Term, string Mechanism, string? Domain);

/// <summary>Reads SPF records (RFC 7208).</summary>
internal static class SpfText
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
        foreach (var term in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var bare = term.TrimStart('+', '-', '~', '?').ToLowerInvariant();
            var end = bare.IndexOfAny([':', '=', '/']);
            var mechanism = end < 0 ? bare : bare[..end];
            if (mechanism is "include" or "a" or "mx" or "ptr" or "exists" or "redirect")
            {
                var domain = end < 0 || bare[end] == '/' ? null : bare[(end + 1)..].Split('/')[0].TrimEnd('.');
                lookups.Add(new(term, mechanism, domain));
            }
        }

        return lookups;
    }
}
