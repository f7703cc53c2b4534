using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Pulumi;

namespace ZooInfra.Dns;

/// <summary>
/// Records of one name and type, as a <see cref="DnsZone"/> takes them. Names of records are relative to the zone (<c>@</c> is the zone itself);
/// the host names they point to are always in full, and the final dot may be left out.
/// </summary>
public sealed record DnsRecord
{
    private DnsRecord(string name, DnsRecordType type, IEnumerable<Input<string>> values) => (Name, Type, Values) = (name, type, [.. values]);

    /// <summary>The name relative to the zone.</summary>
    public string Name { get; }

    /// <summary>The type.</summary>
    public DnsRecordType Type { get; }

    /// <summary>The data of the records: master file presentation, plain text for TXT.</summary>
    public IReadOnlyList<Input<string>> Values { get; }

    /// <summary>The TTL in seconds, 0 to 2147483647; null for that of the zone.</summary>
    public int? Ttl { get; init; }

    /// <summary>The same records with a TTL of their own, in seconds.</summary>
    public DnsRecord WithTtl(int seconds) => this with { Ttl = seconds };

    /// <summary>IPv4 addresses of a name.</summary>
    public static DnsRecord A(string name, params Input<string>[] addresses) => new(name, DnsRecordType.A, addresses);

    /// <summary>IPv6 addresses of a name.</summary>
    public static DnsRecord Aaaa(string name, params Input<string>[] addresses) => new(name, DnsRecordType.AAAA, addresses);

    /// <summary>Another name for <paramref name="target"/>. Nothing else can have this name.</summary>
    public static DnsRecord Cname(string name, Input<string> target) => new(name, DnsRecordType.CNAME, [target]);

    /// <summary>A mail server; several of them make one record set.</summary>
    /// <param name="name">The name relative to the zone.</param>
    /// <param name="preference">0 to 65535; the lowest is tried first.</param>
    /// <param name="host">The mail server.</param>
    public static DnsRecord Mx(string name, int preference, Input<string> host) => new(name, DnsRecordType.MX, [Join([preference], host)]);

    /// <summary>Texts of a name, plain: quoting and splitting are done for you.</summary>
    public static DnsRecord Txt(string name, params Input<string>[] texts) => new(name, DnsRecordType.TXT, texts);

    /// <summary>A server of a service (RFC 2782); several of them make one record set.</summary>
    /// <param name="name">The name relative to the zone, such as <c>_sip._tcp</c>.</param>
    /// <param name="priority">0 to 65535; the lowest is tried first.</param>
    /// <param name="weight">0 to 65535; the share of the load within a priority.</param>
    /// <param name="port">0 to 65535.</param>
    /// <param name="host">The server; <c>.</c> says that the service is not there.</param>
    public static DnsRecord Srv(string name, int priority, int weight, int port, Input<string> host)
        => new(name, DnsRecordType.SRV, [Join([priority, weight, port], host)]);

    /// <summary>Which certificate authority may issue (RFC 8659); several of them make one record set.</summary>
    /// <param name="name">The name relative to the zone.</param>
    /// <param name="flags">0, or 128 when an authority that does not know the tag must not issue.</param>
    /// <param name="tag"><c>issue</c>, <c>issuewild</c>, <c>iodef</c> or another tag.</param>
    /// <param name="value">The value, plain: quoting is done for you.</param>
    public static DnsRecord Caa(string name, int flags, string tag, Input<string> value)
        => new(name, DnsRecordType.CAA, [Output.Format($"{flags.ToString(CultureInfo.InvariantCulture)} {tag} {value.Apply(Quote)}")]);

    /// <summary>Name servers of a delegated child zone. Those of the zone itself are <see cref="DnsZoneArgs.NameServers"/>.</summary>
    public static DnsRecord Ns(string name, params Input<string>[] hosts) => new(name, DnsRecordType.NS, hosts);

    /// <summary>The host that has an address, in a reverse zone.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "PTR is the mnemonic of the record type.")]
    public static DnsRecord Ptr(string name, params Input<string>[] hosts) => new(name, DnsRecordType.PTR, hosts);

    /// <summary>Puts records of the same name and type together.</summary>
    /// <exception cref="RunException">They state different TTLs.</exception>
    internal DnsRecord Merge(DnsRecord other)
    {
        if (Ttl is not null && other.Ttl is not null && Ttl != other.Ttl)
        {
            throw new RunException($"The {Type} records of '{Name}' state the TTLs {Ttl} and {other.Ttl}; all records of one name and type have one TTL (RFC 2181, section 5.2).");
        }

        return new(Name, Type, [.. Values, .. other.Values]) { Ttl = Ttl ?? other.Ttl };
    }

    private static Input<string> Join(int[] numbers, Input<string> host)
    {
        var text = string.Join(' ', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
        return host.Apply(name => $"{text} {name}");
    }

    private static string Quote(string text)
        => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
