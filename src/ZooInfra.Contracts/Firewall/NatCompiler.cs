namespace ZooInfra.Contracts.Firewall;

/// <summary>Makes sense of address translations.</summary>
internal sealed class NatCompiler(IReadOnlyList<NatSpec> specs, List<string> zones, PolicyWords words)
{
    /// <summary>The translations that make sense; all that is wrong is reported.</summary>
    public List<NatRule> Compile()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var rules = new List<NatRule>();
        for (var i = 0; i < specs.Count; i++)
        {
            words.UniqueName($"nat[{i}].name", specs[i].Name, names);
            if (One(specs[i], $"nat[{i}]") is { } rule)
            {
                rules.Add(rule);
            }
        }

        return rules;
    }

    private NatRule? One(NatSpec nat, string path)
    {
        var zone = zones.IndexOf(nat.Zone);
        if (zone < 0)
        {
            words.Unknown($"{path}.zone", nat.Zone, "zone", zones);
        }

        return nat.Kind switch
        {
            "masquerade" => Masquerade(nat, path, zone),
            "source" => Source(nat, path, zone),
            "destination" => Destination(nat, path, zone),
            "one-to-one" => OneToOne(nat, path, zone),
            _ => Unknown(nat, path),
        };
    }

    private NatRule? Unknown(NatSpec nat, string path)
    {
        words.Unknown($"{path}.kind", nat.Kind, "kind of translation", ["masquerade", "source", "destination", "one-to-one"]);
        return null;
    }

    private NatRule? Masquerade(NatSpec nat, string path, int zone)
    {
        Absent($"{path}.outside", nat.Outside, "masquerade");
        NoService(nat, path);
        return Network($"{path}.inside", nat.Inside) is { } inside ? new(nat.Name, NatKind.Masquerade, zone, inside, null, null, null) : null;
    }

    private NatRule? Source(NatSpec nat, string path, int zone)
    {
        NoService(nat, path);
        var (inside, outside) = (Network($"{path}.inside", nat.Inside), Single($"{path}.outside", nat.Outside ?? ""));
        return SameFamily(path, inside, outside) ? new(nat.Name, NatKind.Source, zone, inside!.Value, outside, null, null) : null;
    }

    private NatRule? Destination(NatSpec nat, string path, int zone)
    {
        var (inside, outside) = (Single($"{path}.inside", nat.Inside), Single($"{path}.outside", nat.Outside ?? ""));
        var service = nat.Service is null ? null : Ports($"{path}.service", nat.Service);
        if (nat.InsidePort is { } port && (port is < 1 or > 65535 || service is not { Intervals: [var only] } || only.First != only.Last))
        {
            words.Fail($"{path}.insidePort", "A port on the inside is 1 to 65535, for a service of one port.");
        }

        return SameFamily(path, inside, outside) && (nat.Service is null || service is not null)
            ? new(nat.Name, NatKind.Destination, zone, inside!.Value, outside, service, nat.InsidePort)
            : null;
    }

    private NatRule? OneToOne(NatSpec nat, string path, int zone)
    {
        NoService(nat, path);
        var (inside, outside) = (Network($"{path}.inside", nat.Inside), Network($"{path}.outside", nat.Outside ?? ""));
        if (!SameFamily(path, inside, outside))
        {
            return null;
        }

        if (Addresses.PrefixLength(inside!.Value) != Addresses.PrefixLength(outside!.Value))
        {
            words.Fail($"{path}.outside", "The two networks of a one-to-one translation have the same size.");
            return null;
        }

        return new(nat.Name, NatKind.OneToOne, zone, inside.Value, outside, null, null);
    }

    private bool SameFamily(string path, Interval? inside, Interval? outside)
    {
        if (inside is not { } a || outside is not { } b)
        {
            return false;
        }

        if (Addresses.FamilyOf(a.First) == Addresses.FamilyOf(b.First))
        {
            return true;
        }

        words.Fail($"{path}.outside", "Inside and outside are both IPv4 or both IPv6.");
        return false;
    }

    private Interval? Network(string path, string text)
    {
        if (!Addresses.TryParse(text, out var set, out var problem))
        {
            words.Fail(path, $"'{PolicyWords.Shown(text)}' {problem}.");
            return null;
        }

        if (set.Intervals is [var only] && Addresses.PrefixLength(only) is not null)
        {
            return only;
        }

        words.Fail(path, "A translation needs one address or one prefix, such as 10.0.0.0/24; for every IPv6 address use 2000::/3.");
        return null;
    }

    private Interval? Single(string path, string text)
    {
        if (Network(path, text) is not { } network)
        {
            return null;
        }

        if (network.First == network.Last)
        {
            return network;
        }

        words.Fail(path, "This translation needs one address, not a network.");
        return null;
    }

    private IntervalSet? Ports(string path, string text)
    {
        if (Services.TryParse(text, out var service, out var problem) && service.Intervals is [var only] && only.First.Low >> 16 is Services.Tcp or Services.Udp or Services.Sctp && only.First.Low >> 16 == only.Last.Low >> 16)
        {
            return service;
        }

        words.Fail(path, $"'{PolicyWords.Shown(text)}' {(problem.Length > 0 ? problem : "is not one port or range of ports of one protocol, such as tcp/443")}.");
        return null;
    }

    private void NoService(NatSpec nat, string path)
    {
        Absent($"{path}.service", nat.Service, nat.Kind);
        Absent($"{path}.insidePort", nat.InsidePort, nat.Kind);
    }

    private void Absent(string path, object? value, string kind)
    {
        if (value is not null)
        {
            words.Fail(path, $"A translation of the kind '{kind}' does not have this.");
        }
    }
}
