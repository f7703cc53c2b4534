using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Pulumi;
using ZooInfra.Rules;

namespace ZooInfra.Dns;

/// <summary>
/// Records of one name and type, as a <see cref="DnsZone"/> takes them. Names of records are relative to the zone (<c>@</c> is the zone itself);
/// the host names they point to are always in full, and the final dot may be left out.
/// </summary>
public sealed record DnsRecord : IMadeByFactory
{
    private DnsRecord(string name, DnsRecordType type, IEnumerable<Input<string>> values, FactoryCall madeBy) => (Name, Type, Values, MadeBy) = (name, type, [.. values], madeBy);

    /// <summary>The name relative to the zone.</summary>
    public string Name { get; }

    /// <summary>The type.</summary>
    public DnsRecordType Type { get; }

    /// <summary>The data of the records: master file presentation, plain text for TXT.</summary>
    public IReadOnlyList<Input<string>> Values { get; }

    /// <summary>The TTL in seconds, 0 to 2147483647; null for that of the zone.</summary>
    public int? Ttl { get; init; }

    FactoryCall IMadeByFactory.MadeBy => MadeBy;

    private FactoryCall MadeBy { get; init; }

    /// <summary>The same records with a TTL of their own, in seconds.</summary>
    public DnsRecord WithTtl(int seconds) => this with { Ttl = seconds };

    /// <summary>IPv4 addresses of a name.</summary>
    public static DnsRecord A(string name, params Input<string>[] addresses) => new(name, DnsRecordType.A, addresses, new("A", ("name", name), ("addresses", addresses)));

    /// <summary>IPv6 addresses of a name.</summary>
    public static DnsRecord Aaaa(string name, params Input<string>[] addresses) => new(name, DnsRecordType.AAAA, addresses, new("Aaaa", ("name", name), ("addresses", addresses)));

    /// <summary>Another name for <paramref name="target"/>. Nothing else can have this name.</summary>
    public static DnsRecord Cname(string name, Input<string> target) => new(name, DnsRecordType.CNAME, [target], new("Cname", ("name", name), ("target", target)));

    /// <summary>A mail server; several of them make one record set.</summary>
    /// <param name="name">The name relative to the zone.</param>
    /// <param name="preference">0 to 65535; the lowest is tried first.</param>
    /// <param name="host">The mail server.</param>
    public static DnsRecord Mx(string name, int preference, Input<string> host) => new(name, DnsRecordType.MX, [Join([preference], host)], new("Mx", ("name", name), ("preference", preference), ("host", host)));

    /// <summary>Texts of a name, plain: quoting and splitting are done for you.</summary>
    public static DnsRecord Txt(string name, params Input<string>[] texts) => new(name, DnsRecordType.TXT, texts, new("Txt", ("name", name), ("texts", texts)));

    /// <summary>A server of a service (RFC 2782); several of them make one record set.</summary>
    /// <param name="name">The name relative to the zone, such as <c>_sip._tcp</c>.</param>
    /// <param name="priority">0 to 65535; the lowest is tried first.</param>
    /// <param name="weight">0 to 65535; the share of the load within a priority.</param>
    /// <param name="port">0 to 65535.</param>
    /// <param name="host">The server; <c>.</c> says that the service is not there.</param>
    public static DnsRecord Srv(string name, int priority, int weight, int port, Input<string> host)
        => new(name, DnsRecordType.SRV, [Join([priority, weight, port], host)], new("Srv", ("name", name), ("priority", priority), ("weight", weight), ("port", port), ("host", host)));

    /// <summary>Which certificate authority may issue (RFC 8659); several of them make one record set.</summary>
    /// <param name="name">The name relative to the zone.</param>
    /// <param name="flags">0, or 128 when an authority that does not know the tag must not issue.</param>
    /// <param name="tag"><c>issue</c>, <c>issuewild</c>, <c>iodef</c> or another tag.</param>
    /// <param name="value">The value, plain: quoting is done for you.</param>
    public static DnsRecord Caa(string name, int flags, string tag, Input<string> value)
        => new(name, DnsRecordType.CAA, [Output.Format($"{flags.ToString(CultureInfo.InvariantCulture)} {tag} {value.Apply(Quote)}")], new("Caa", ("name", name), ("flags", flags), ("tag", tag), ("value", value)));

    /// <summary>Name servers of a delegated child zone. Those of the zone itself are <see cref="DnsZoneArgs.NameServers"/>.</summary>
    public static DnsRecord Ns(string name, params Input<string>[] hosts) => new(name, DnsRecordType.NS, hosts, new("Ns", ("name", name), ("hosts", hosts)));

    /// <summary>The key of a signed child zone, beside its NS records; several of them make one record set.</summary>
    /// <param name="name">The name relative to the zone.</param>
    /// <param name="keyTag">0 to 65535.</param>
    /// <param name="algorithm">The algorithm of the key, such as 13 for ECDSA P-256.</param>
    /// <param name="digestType">1 for SHA-1, 2 for SHA-256, 4 for SHA-384.</param>
    /// <param name="digest">The digest in hexadecimal.</param>
    public static DnsRecord Ds(string name, int keyTag, int algorithm, int digestType, Input<string> digest)
        => new(name, DnsRecordType.DS, [Join([keyTag, algorithm, digestType], digest)], new("Ds", ("name", name), ("keyTag", keyTag), ("algorithm", algorithm), ("digestType", digestType), ("digest", digest)));

    /// <summary>Which certificate a service has (RFC 6698); several of them make one record set.</summary>
    /// <param name="name">The name relative to the zone, such as <c>_443._tcp.www</c>.</param>
    /// <param name="usage">0 to 3; 3 is the certificate of the service itself.</param>
    /// <param name="selector">0 for the whole certificate, 1 for its public key.</param>
    /// <param name="matchingType">0 for the data itself, 1 for its SHA-256, 2 for its SHA-512.</param>
    /// <param name="data">The data in hexadecimal.</param>
    public static DnsRecord Tlsa(string name, int usage, int selector, int matchingType, Input<string> data)
        => new(name, DnsRecordType.TLSA, [Join([usage, selector, matchingType], data)], new("Tlsa", ("name", name), ("usage", usage), ("selector", selector), ("matchingType", matchingType), ("data", data)));

    /// <summary>Who may send mail for a domain.</summary>
    /// <param name="name">The domain relative to the zone; <c>@</c> for the zone itself.</param>
    /// <param name="policy">The policy.</param>
    /// <exception cref="RunException">The policy is wrong or needs more than 10 lookups.</exception>
    public static DnsRecord Spf(string name, SpfPolicy policy) => Txt(name, policy.ToText()) with { MadeBy = new("Spf", ("name", name), ("policy", policy)) };

    /// <summary>What receivers do with mail that proves no right to come from the zone.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="domain">The domain relative to the zone; <c>@</c> for the zone itself.</param>
    /// <exception cref="RunException">The policy is wrong.</exception>
    public static DnsRecord Dmarc(DmarcPolicy policy, string domain = "@") => Txt(domain == "@" ? "_dmarc" : $"_dmarc.{domain}", policy.ToText()) with { MadeBy = new("Dmarc", ("policy", policy), ("domain", domain)) };

    /// <summary>The public key by which receivers check signatures of mail (RFC 6376).</summary>
    /// <param name="selector">The selector that signatures name.</param>
    /// <param name="publicKey">The key: PEM, or Base64 of it; RSA of at least 1024 bits, or the 32 octets of Ed25519 (RFC 8463).</param>
    /// <param name="domain">The domain relative to the zone; <c>@</c> for the zone itself.</param>
    public static DnsRecord Dkim(string selector, Input<string> publicKey, string domain = "@")
        => Txt(domain == "@" ? $"{selector}._domainkey" : $"{selector}._domainkey.{domain}", publicKey.Apply(key => DkimKey.ToText(selector, key))) with { MadeBy = new("Dkim", ("selector", selector), ("publicKey", publicKey), ("domain", domain)) };

    /// <summary>The host that has an address, in a reverse zone.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "PTR is the mnemonic of the record type.")]
    public static DnsRecord Ptr(string name, params Input<string>[] hosts) => new(name, DnsRecordType.PTR, hosts, new("Ptr", ("name", name), ("hosts", hosts)));

    /// <summary>Puts records of the same name and type together.</summary>
    /// <exception cref="RunException">They state different TTLs.</exception>
    internal DnsRecord Merge(DnsRecord other)
    {
        if (Ttl is not null && other.Ttl is not null && Ttl != other.Ttl)
        {
            throw new RunException($"The {Type} records of '{Name}' state the TTLs {Ttl} and {other.Ttl}; all records of one name and type have one TTL (RFC 2181, section 5.2).");
        }

        return new(Name, Type, [.. Values, .. other.Values], MadeBy) { Ttl = Ttl ?? other.Ttl };
    }

    private static Input<string> Join(int[] numbers, Input<string> host)
    {
        var text = string.Join(' ', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
        return host.Apply(name => $"{text} {name}");
    }

    private static string Quote(string text)
        => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
