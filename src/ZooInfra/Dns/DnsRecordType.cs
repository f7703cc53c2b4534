using System.Diagnostics.CodeAnalysis;

namespace ZooInfra.Dns;

/// <summary>The type of a DNS record. Its name is its mnemonic.</summary>
public enum DnsRecordType
{
    /// <summary>An IPv4 address.</summary>
    A,

    /// <summary>An IPv6 address.</summary>
    AAAA,

    /// <summary>Which certificate authority may issue (RFC 8659).</summary>
    CAA,

    /// <summary>Another name for a host.</summary>
    CNAME,

    /// <summary>The key of a signed child zone (RFC 4034, section 5).</summary>
    DS,

    /// <summary>Where mail goes.</summary>
    MX,

    /// <summary>The name servers of a delegated child zone.</summary>
    NS,

    /// <summary>The name of an address.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "PTR is the mnemonic of the record type.")]
    PTR,

    /// <summary>Where a service is (RFC 2782).</summary>
    SRV,

    /// <summary>Which certificate a service has (RFC 6698).</summary>
    TLSA,

    /// <summary>Text.</summary>
    TXT,
}
