using NodaTime;
using NodaTime.Text;

namespace ZooInfra.Contracts.Firewall;

/// <summary>Makes a policy of a firewall as written, or says all that is wrong with it.</summary>
public sealed class PolicyCompiler
{
    private const int MostZones = 63;

    private readonly FirewallSpec _spec;
    private readonly List<PolicyProblem> _problems = [];
    private readonly PolicyWords _words;
    private readonly List<string> _zoneNames;
    private readonly Dictionary<string, IntervalSet> _addresses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IntervalSet> _services = new(StringComparer.Ordinal);

    private PolicyCompiler(FirewallSpec spec)
    {
        _spec = spec;
        _words = new(_problems);
        _zoneNames = [.. spec.Zones.Select(zone => zone.Name)];
    }

    /// <summary>Makes a policy, or says all that is wrong.</summary>
    public static PolicyResult Compile(FirewallSpec spec) => new PolicyCompiler(spec).Compile();

    private PolicyResult Compile()
    {
        _words.UniqueName("name", _spec.Name, []);
        var zones = Zones();
        var sets = AddressSets();
        ServiceSets();
        var rules = Rules();
        var nat = new NatCompiler(_spec.Nat, _zoneNames, _words).Compile();
        SharedNetworks.Check(zones, nat, _words);
        return _problems.Count > 0 ? new(null, _problems) : new(new FirewallPolicy
        {
            Name = _spec.Name,
            Zones = zones,
            AddressSets = sets,
            ServiceSets = _services,
            Rules = rules,
            Nat = nat,
            LogDenied = _spec.LogDenied,
        }, []);
    }

    private List<Zone> Zones()
    {
        if (_spec.Zones.Count is 0 or > MostZones)
        {
            _words.Fail("zones", $"A firewall has 1 to {MostZones} zones.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var interfaces = new Dictionary<string, string>(StringComparer.Ordinal);
        var zones = new List<Zone>();
        for (var i = 0; i < _spec.Zones.Count; i++)
        {
            var (zone, path) = (_spec.Zones[i], $"zones[{i}]");
            if (zone.Name is Zone.Any or Zone.Self)
            {
                _words.Fail($"{path}.name", "'any' and 'self' are there already: every zone, and the firewall itself.");
            }

            _words.UniqueName($"{path}.name", zone.Name, names);
            if (zone.Interfaces.Count == 0)
            {
                _words.Fail($"{path}.interfaces", "A zone has at least one interface.");
            }

            for (var j = 0; j < zone.Interfaces.Count; j++)
            {
                _words.Interface($"{path}.interfaces[{j}]", zone.Interfaces[j]);
                if (interfaces.TryGetValue(zone.Interfaces[j], out var other))
                {
                    _words.Fail($"{path}.interfaces[{j}]", $"The interface is in the zone '{other}' already; it is in one zone only.");
                }
                else
                {
                    interfaces.Add(zone.Interfaces[j], zone.Name);
                }
            }

            if (zone.Client is { } client)
            {
                _words.Text($"{path}.client", client, "whose zone it is");
            }

            zones.Add(new(zone.Name, [.. zone.Interfaces.OrderBy(name => name, StringComparer.Ordinal)], Literals($"{path}.networks", zone.Networks), zone.Client));
        }

        return zones;
    }

    private List<NamedAddresses> AddressSets()
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { Zone.Any };
        var sets = new List<NamedAddresses>();
        for (var i = 0; i < _spec.Addresses.Count; i++)
        {
            var (set, path) = (_spec.Addresses[i], $"addresses[{i}]");
            _words.UniqueName($"{path}.name", set.Name, names);
            NotEmpty($"{path}.members", set.Members);
            _addresses[set.Name] = Literals($"{path}.members", set.Members);
            sets.Add(new(set.Name, _addresses[set.Name]));
        }

        return sets;
    }

    private void ServiceSets()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _spec.Services.Count; i++)
        {
            var (set, path) = (_spec.Services[i], $"services[{i}]");
            _words.UniqueName($"{path}.name", set.Name, names);
            if (Services.TryParse(set.Name, out _, out _))
            {
                _words.Fail($"{path}.name", $"'{set.Name}' means a service already; give the set a name of its own.");
            }

            NotEmpty($"{path}.members", set.Members);
            _services[set.Name] = Members($"{path}.members", set.Members, ParseService);
        }
    }

    private List<PolicyRule> Rules()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return [.. _spec.Rules.Select((rule, i) => Rule(rule, $"rules[{i}]", names))];
    }

    private PolicyRule Rule(RuleSpec rule, string path, HashSet<string> names)
    {
        _words.UniqueName($"{path}.name", rule.Name, names);
        _words.Text($"{path}.owner", rule.Owner, "who answers for it");
        _words.Text($"{path}.reason", rule.Reason, "why it is there");
        _words.Text($"{path}.ticket", rule.Ticket, "where it was asked for");
        NotEmpty($"{path}.services", rule.Services);
        var created = Date($"{path}.created", rule.Created);
        var expires = rule.Expires is null ? null : Date($"{path}.expires", rule.Expires);
        if (rule.Expires is null == rule.PermanentApprover is null)
        {
            _words.Fail($"{path}.expires", "A rule has a last date (expires), or somebody who approved that it has none (permanentApprover); one of the two.");
        }
        else if (rule.PermanentApprover is { } approver)
        {
            _words.Text($"{path}.permanentApprover", approver, "who approved that it has no end");
        }

        if (expires < created)
        {
            _words.Fail($"{path}.expires", "The last date is before the date the rule was made.");
        }

        return new()
        {
            Name = rule.Name,
            Effect = Effect($"{path}.action", rule.Action),
            From = Mask($"{path}.from", rule.From),
            To = Mask($"{path}.to", rule.To),
            Sources = AddressesOf($"{path}.sources", rule.Sources),
            Destinations = AddressesOf($"{path}.destinations", rule.Destinations),
            Services = Members($"{path}.services", rule.Services, ParseService),
            SourceSet = OnlySet(rule.Sources),
            DestinationSet = OnlySet(rule.Destinations),
            Log = rule.Log,
            Owner = rule.Owner,
            Reason = rule.Reason,
            Ticket = rule.Ticket,
            Created = created ?? default,
            Expires = expires,
            PermanentApprover = rule.PermanentApprover,
        };
    }

    private RuleEffect Effect(string path, string action)
    {
        switch (action)
        {
            case "allow":
                return RuleEffect.Allow;
            case "deny":
                return RuleEffect.Deny;
            case "reject":
                return RuleEffect.Reject;
            default:
                _words.Unknown(path, action, "action", ["allow", "deny", "reject"]);
                return default;
        }
    }

    private LocalDate? Date(string path, string text)
    {
        var parsed = LocalDatePattern.Iso.Parse(text);
        if (!parsed.Success)
        {
            _words.Fail(path, "A date is written as 2026-11-23.");
        }

        return parsed.Success ? parsed.Value : null;
    }

    private ulong Mask(string path, IReadOnlyList<string> zones)
    {
        NotEmpty(path, zones);
        var mask = 0UL;
        for (var i = 0; i < zones.Count; i++)
        {
            if (zones[i] == Zone.Any)
            {
                mask = ulong.MaxValue >> (MostZones - Math.Min(_zoneNames.Count, MostZones));
            }
            else if (zones[i] == Zone.Self)
            {
                mask |= 1;
            }
            else if (_zoneNames.IndexOf(zones[i]) is >= 0 and < MostZones and var index)
            {
                mask |= 2UL << index;
            }
            else
            {
                _words.Unknown($"{path}[{i}]", zones[i], "zone", [.. _zoneNames, Zone.Any, Zone.Self]);
            }
        }

        return mask;
    }

    private IntervalSet AddressesOf(string path, IReadOnlyList<string> members) => members.Count == 0 ? IntervalSet.All : Members(path, members, ParseAddress);

    private string? OnlySet(IReadOnlyList<string> members) => members is [var name] && _addresses.ContainsKey(name) ? name : null;

    private IntervalSet? ParseAddress(string path, string text)
    {
        if (text == Zone.Any)
        {
            return IntervalSet.All;
        }

        if (_addresses.TryGetValue(text, out var set) || Addresses.TryParse(text, out set, out var problem))
        {
            return set;
        }

        _words.Fail(path, $"'{PolicyWords.Shown(text)}' {problem}; nor is it a named set of addresses.");
        return null;
    }

    private IntervalSet? ParseService(string path, string text)
    {
        if (_services.TryGetValue(text, out var set) || Services.TryParse(text, out set, out var problem))
        {
            return set;
        }

        _words.Fail(path, $"'{PolicyWords.Shown(text)}' {problem}.");
        return null;
    }

    private IntervalSet Literals(string path, IReadOnlyList<string> members) => Members(path, members, (at, text) =>
    {
        if (Addresses.TryParse(text, out var set, out var problem))
        {
            return set;
        }

        _words.Fail(at, $"'{PolicyWords.Shown(text)}' {problem}.");
        return null;
    });

    private static IntervalSet Members(string path, IReadOnlyList<string> members, Func<string, string, IntervalSet?> parse)
        => IntervalSet.Of(members.Select((member, i) => parse($"{path}[{i}]", member)).OfType<IntervalSet>().SelectMany(set => set.Intervals));

    private void NotEmpty(string path, IReadOnlyList<string> members)
    {
        if (members.Count == 0)
        {
            _words.Fail(path, "This list needs at least one member.");
        }
    }
}
