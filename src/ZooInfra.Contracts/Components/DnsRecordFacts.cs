namespace ZooInfra.Contracts.Components;

/// <summary>Records of one name and type as a program gives them to a zone, as far as they are known.</summary>
internal sealed record DnsRecordFacts(FactNode Node)
{
    /// <summary>The name relative to the zone, lower case; null when it is not known.</summary>
    public string? Name { get; init; }

    /// <summary>The mnemonic of the type; null when it is not known.</summary>
    public string? Type { get; init; }

    /// <summary>The TTL in seconds; absent for that of the zone.</summary>
    public required FactNode Ttl { get; init; }

    /// <summary>Addresses, texts or hosts that are pointed to, by type; empty for the types whose data no rule reads.</summary>
    public required NodeList Data { get; init; }

    /// <summary>The SPF policy that makes the text; null when none does.</summary>
    public FactNode? Policy { get; init; }

    /// <summary>Reads what a factory of <c>DnsRecord</c> made.</summary>
    public static DnsRecordFacts From(FactNode node)
    {
        var name = Lower(node["name"].Text);
        var domain = node["domain"].IsAbsent ? "@" : Lower(node["domain"].Text);
        return node.Maker switch
        {
            "A" => Of(name, "A", node["addresses"]),
            "Aaaa" => Of(name, "AAAA", node["addresses"]),
            "Cname" => Of(name, "CNAME", node["target"]),
            "Mx" => Of(name, "MX", node["host"]),
            "Txt" => Of(name, "TXT", node["texts"]),
            "Srv" => Of(name, "SRV", node["host"]),
            "Ns" => Of(name, "NS", node["hosts"]),
            "Ptr" => Of(name, "PTR", node["hosts"]),
            "Caa" => Of(name, "CAA", FactNode.Absent(node.Origin)),
            "Ds" => Of(name, "DS", FactNode.Absent(node.Origin)),
            "Tlsa" => Of(name, "TLSA", FactNode.Absent(node.Origin)),
            "Spf" => Of(name, "TXT", FactNode.Absent(node.Origin)) with { Policy = node["policy"] },
            "Dmarc" => Of(Below("_dmarc", domain), "TXT", FactNode.Absent(node.Origin)),
            "Dkim" => Of(Below(Lower(node["selector"].Text) is { } selector ? selector + "._domainkey" : null, domain), "TXT", FactNode.Absent(node.Origin)),
            _ => Of(null, null, FactNode.Unknown(node.Origin)),
        };

        DnsRecordFacts Of(string? of, string? type, FactNode data) => new(node) { Name = of, Type = type, Ttl = node["Ttl"], Data = NodeList.Of(data) };
    }

    private static string? Lower(string? text) => text?.ToLowerInvariant();

    private static string? Below(string? name, string? domain) => name is null || domain is null ? null : domain == "@" ? name : $"{name}.{domain}";
}
