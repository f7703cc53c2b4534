namespace ZooInfra.Provider.Dns;

/// <summary>The place of a record set in a zone: the canonical order of names (RFC 4034, section 6.1), then the type.</summary>
internal readonly struct ZoneKey(string name, RecordType type) : IComparable<ZoneKey>
{
    private readonly string _order = DnsName.CanonicalOrder(name);
    private readonly RecordType _type = type;

    /// <inheritdoc/>
    public int CompareTo(ZoneKey other)
        => string.CompareOrdinal(_order, other._order) is not 0 and var byName ? byName : _type.CompareTo(other._type);
}
