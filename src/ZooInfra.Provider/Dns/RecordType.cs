namespace ZooInfra.Provider.Dns;

/// <summary>The record types a record set can have, in the order in which a zone file lists them.</summary>
internal enum RecordType
{
    A,
    AAAA,
    CAA,
    CNAME,
    DS,
    MX,
    NS,
    PTR,
    SRV,
    TLSA,
    TXT,
}
