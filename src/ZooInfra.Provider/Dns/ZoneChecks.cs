using ZooInfra.Contracts.Dns;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Dns;

/// <summary>Checks what only the zone as a whole shows, in the plan, before anything is made. What is not known yet is not judged.</summary>
internal sealed class ZoneChecks
{
    private readonly InputReader _reader;
    private readonly string _zone;
    private readonly IReadOnlyList<PlannedSet> _sets;
    private readonly ILookup<string, PlannedSet> _byName;
    private readonly HashSet<string> _names;
    private readonly HashSet<string> _delegated;
    private readonly IReadOnlySet<string> _others;

    private ZoneChecks(InputReader reader, string zone, IReadOnlyList<PlannedSet> sets, IReadOnlySet<string> others)
    {
        (_reader, _zone, _sets, _others) = (reader, zone, sets, others);
        _byName = sets.ToLookup(set => set.Name, StringComparer.Ordinal);
        _delegated = sets.Where(set => set.Type == RecordType.NS).Select(set => set.Name).ToHashSet(StringComparer.Ordinal);

        // A name exists, too, when only names below it have records (RFC 8020).
        _names = sets.SelectMany(set => Ancestors(set.Name)).Concat(others.SelectMany(Ancestors)).Append("@").ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Checks the zone and reports what is wrong.</summary>
    public static void Check(InputReader reader, ZonePlan plan)
    {
        if (plan.Sets is { } sets && ZoneInputs.IdOf(reader.Inputs, ZoneInputs.Name) is { } zone)
        {
            var checks = new ZoneChecks(reader, zone.Name, sets, plan.OtherNames);
            checks.Neighbours();
            checks.Loops();
            checks.Targets();
            checks.Policies();
        }
    }

    private void Neighbours()
    {
        foreach (var set in _sets)
        {
            if (set is { Type: RecordType.CNAME, Name: "@" })
            {
                _reader.Fail(set.Path, "The zone itself cannot have a CNAME: it has SOA and NS records (RFC 1034, section 3.6.2). Use A and AAAA records.");
            }
            else if (set.Type == RecordType.CNAME && _byName[set.Name].FirstOrDefault(other => other.Type != RecordType.CNAME) is { } beside)
            {
                _reader.Fail(set.Path, $"'{set.Name}' has a CNAME beside {beside.Type} records; a CNAME cannot share its name with other data (RFC 1034, section 3.6.2).");
            }

            if (set.Type == RecordType.DS && !_delegated.Contains(set.Name))
            {
                _reader.Fail(set.Path, $"'{set.Name}' has DS records but no NS records; DS belongs to a delegation (RFC 4034, section 5).");
            }
        }
    }

    private void Loops()
    {
        var next = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var set in _sets.Where(set => set.Type == RecordType.CNAME && set.Data.Length == 1))
        {
            if (Relative(set.Data[0].Text) is { } target)
            {
                next[set.Name] = target;
            }
        }

        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in next.Keys)
        {
            var way = new List<string>();
            for (var at = start; done.Add(at) && next.TryGetValue(at, out var target); at = target)
            {
                way.Add(at);
                if (way.IndexOf(target) is >= 0 and var from)
                {
                    _reader.Fail(_byName[at].First(set => set.Type == RecordType.CNAME).Path, $"The CNAME records go round in a circle: {string.Join(" → ", way.Skip(from).Append(target))}.");
                    break;
                }
            }
        }
    }

    private void Targets()
    {
        foreach (var set in _sets)
        {
            foreach (var data in set.Data)
            {
                var isAlias = set.Type == RecordType.CNAME;
                if (isAlias || set.Type is RecordType.MX or RecordType.NS or RecordType.SRV)
                {
                    Target(set.Path, $"The {set.Type} record of '{set.Name}'", data.Text[(data.Text.LastIndexOf(' ') + 1)..], isAlias);
                }
            }
        }

        var isRight = !_reader.Failures.Any(failure => failure.Property.StartsWith(ZoneInputs.NameServers, StringComparison.Ordinal));
        if (isRight && _reader.TextList(ZoneInputs.NameServers, "ns1.acme.example") is { } servers)
        {
            for (var i = 0; i < servers.Length; i++)
            {
                if (servers[i] is { } server && DnsName.TryParse(server, underscores: false, out var name, out _))
                {
                    Target($"{ZoneInputs.NameServers}[{i}]", "The zone", $"{name}.", isAlias: false);
                }
            }
        }
    }

    private void Target(string path, string who, string target, bool isAlias)
    {
        if (Relative(target) is not { } name || _others.Contains(name) || IsBelowDelegation(name))
        {
            return;
        }

        var there = _byName[name].Concat(_names.Contains(name) ? [] : Wildcard(name)).ToList();
        if (there.Count == 0)
        {
            _reader.Fail(path, $"{who} points to {target.TrimEnd('.')}, which has no records in this zone. Add them, correct the name, or list '{name}' in 'otherNames' when somebody else makes them.");
        }
        else if (!isAlias && there.Exists(set => set.Type == RecordType.CNAME))
        {
            _reader.Fail(path, $"{who} points to {target.TrimEnd('.')}, which is an alias; it must name the host itself (RFC 2181, section 10.3).");
        }
        else if (!isAlias && !there.Exists(set => set.Type is RecordType.A or RecordType.AAAA))
        {
            _reader.Fail(path, $"{who} points to {target.TrimEnd('.')}, which has no A or AAAA records.");
        }
    }

    private void Policies()
    {
        foreach (var set in _sets.Where(set => set.Type == RecordType.TXT))
        {
            var texts = set.Data.Select(data => RecordSyntax.PlainTxt(data) ?? "").ToList();
            var policies = texts.Where(SpfText.IsSpf).ToList();
            if (policies.Count > 1)
            {
                _reader.Fail(set.Path, $"'{set.Name}' has {policies.Count} SPF records; with more than one, receivers fail them all (RFC 7208, section 3.2). Put them into one.");
            }
            else if (policies is [var policy])
            {
                Spf(set, policy);
            }

            if ((set.Name == "_dmarc" || set.Name.StartsWith("_dmarc.", StringComparison.Ordinal)) && texts.Count(text => text.StartsWith("v=DMARC1", StringComparison.Ordinal)) > 1)
            {
                _reader.Fail(set.Path, $"'{set.Name}' has more than one DMARC record; receivers then use none of them (RFC 7489, section 6.6.3).");
            }
        }
    }

    private void Spf(PlannedSet set, string policy)
    {
        var lookups = SpfText.Lookups(policy);
        if (lookups.Count > SpfText.MostLookups)
        {
            _reader.Fail(set.Path, $"The SPF record of '{set.Name}' needs {lookups.Count} lookups, not counting those of what it includes; receivers stop with an error after {SpfText.MostLookups} (RFC 7208, section 4.6.4).");
        }

        var owner = DnsName.Join(set.Name, _zone);
        var empty = lookups.Where(lookup => !(lookup.Domain?.Contains('%') ?? false) && Relative($"{lookup.Domain ?? owner}.") is { } name && !_others.Contains(name) && !IsBelowDelegation(name) && !Answers(lookup, name)).ToList();
        if (empty.Count > SpfText.MostVoidLookups)
        {
            _reader.Fail(set.Path, $"The SPF record of '{set.Name}' asks for {empty.Count} names that have nothing to answer ({string.Join(", ", empty.Select(lookup => lookup.Term))}); receivers stop with an error after {SpfText.MostVoidLookups} (RFC 7208, section 4.6.4).");
        }
    }

    private bool Answers(SpfLookup lookup, string name) => _byName[name].Concat(_names.Contains(name) ? [] : Wildcard(name)).Any(set => set.Type == RecordType.CNAME || lookup.Mechanism switch
    {
        "mx" => set.Type == RecordType.MX,
        "include" or "redirect" => set.Type == RecordType.TXT,
        _ => set.Type is RecordType.A or RecordType.AAAA,
    });

    // The wildcard that answers for a name that is not there: the one below its closest ancestor that is (RFC 4592, section 3.3).
    private IEnumerable<PlannedSet> Wildcard(string name)
    {
        var closest = Ancestors(name).Skip(1).Append("@").First(_names.Contains);
        return _byName[closest == "@" ? "*" : $"*.{closest}"];
    }

    private bool IsBelowDelegation(string name) => Ancestors(name).Any(_delegated.Contains);

    private string? Relative(string target)
    {
        var name = target.TrimEnd('.').ToLowerInvariant();
        return name == _zone ? "@" : name.EndsWith($".{_zone}", StringComparison.Ordinal) ? name[..^(_zone.Length + 1)] : null;
    }

    // A relative name and those above it, below the zone.
    private static IEnumerable<string> Ancestors(string name)
    {
        for (var at = name; at != "@"; at = at[(at.IndexOf('.') + 1)..])
        {
            yield return at;
            if (!at.Contains('.'))
            {
                yield break;
            }
        }
    }
}
