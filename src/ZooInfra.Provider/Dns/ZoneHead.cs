using System.Collections.Immutable;

namespace ZooInfra.Provider.Dns;

/// <summary>What a zone says about itself: SOA, apex NS and default TTL. Names are without the final dot; times are seconds.</summary>
/// <param name="Name">The zone.</param>
/// <param name="Primary">The name server that the SOA record names.</param>
/// <param name="Contact">The SOA mailbox as a domain name in master file presentation.</param>
internal sealed record ZoneHead(string Name, string Primary, string Contact)
{
    /// <summary>The TTL of records that have none of their own.</summary>
    public required int Ttl { get; init; }

    /// <summary>After how long secondaries ask for changes.</summary>
    public required int Refresh { get; init; }

    /// <summary>After how long secondaries ask again when they got no answer.</summary>
    public required int Retry { get; init; }

    /// <summary>After how long secondaries that get no answer stop serving the zone.</summary>
    public required int Expire { get; init; }

    /// <summary>How long resolvers remember that a name does not exist (RFC 2308).</summary>
    public required int NegativeTtl { get; init; }

    /// <summary>The name servers of the zone, in ordinal order.</summary>
    public required ImmutableSortedSet<string> NameServers { get; init; }

    /// <inheritdoc/>
    public bool Equals(ZoneHead? other)
        => other is not null && (Name, Primary, Contact, Ttl, Refresh, Retry, Expire, NegativeTtl)
            == (other.Name, other.Primary, other.Contact, other.Ttl, other.Refresh, other.Retry, other.Expire, other.NegativeTtl)
            && NameServers.SetEquals(other.NameServers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Primary, Contact, Ttl, NameServers.Count);
}
