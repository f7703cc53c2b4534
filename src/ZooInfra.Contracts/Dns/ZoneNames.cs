namespace ZooInfra.Contracts.Dns;

/// <summary>Answers which records of a zone a name has, wildcards and delegations regarded. Names are relative to the zone, lower case.</summary>
internal sealed class ZoneNames
{
    private readonly ILookup<string, string> _typesByName;
    private readonly HashSet<string> _names;
    private readonly HashSet<string> _delegated;
    private readonly HashSet<string> _others;

    /// <summary>Takes the zone.</summary>
    /// <param name="sets">The name and type of each record set.</param>
    /// <param name="others">Names that somebody else gives records.</param>
    public ZoneNames(IEnumerable<(string Name, string Type)> sets, IEnumerable<string> others)
    {
        List<(string Name, string Type)> all = [.. sets];
        _typesByName = all.ToLookup(set => set.Name, set => set.Type, StringComparer.Ordinal);
        _delegated = new(all.Where(set => set.Type == "NS" && set.Name != "@").Select(set => set.Name), StringComparer.Ordinal);
        _others = new(others.Select(name => name.ToLowerInvariant()), StringComparer.Ordinal);

        // A name exists, too, when only names below it have records (RFC 8020).
        _names = new(all.SelectMany(set => WithAncestors(set.Name)).Concat(_others.SelectMany(WithAncestors)), StringComparer.Ordinal) { "@" };
    }

    /// <summary>Whether others answer for the name: it is among the others, or at or below a delegation.</summary>
    public bool IsElsewhere(string name) => _others.Contains(name) || WithAncestors(name).Any(_delegated.Contains);

    /// <summary>The types of the records that the name has, by itself or by a wildcard (RFC 4592, section 3.3).</summary>
    public IReadOnlyList<string> TypesOf(string name)
    {
        if (_typesByName[name].Any() || _names.Contains(name))
        {
            return [.. _typesByName[name]];
        }

        var closest = WithAncestors(name).Skip(1).Concat(["@"]).First(_names.Contains);
        return [.. _typesByName[closest == "@" ? "*" : $"*.{closest}"]];
    }

    private static IEnumerable<string> WithAncestors(string name)
    {
        for (var at = name; at != "@"; at = at.Substring(at.IndexOf('.') + 1))
        {
            yield return at;
            if (at.IndexOf('.') < 0)
            {
                yield break;
            }
        }
    }
}
