namespace ZooInfra.Contracts.Networks;

/// <summary>A network that a client brings to a component that several clients share, such as a monitoring hub or a management VPN.</summary>
/// <param name="Client">The client's id.</param>
/// <param name="Source">What brings it, to be named in messages: a component, a site.</param>
/// <param name="Prefix">The network as the client uses it.</param>
public sealed record PrefixClaim(string Client, string Source, IpPrefix Prefix)
{
    /// <summary>The network that the others see instead, by 1:1 NAT; null when nothing is translated.</summary>
    public IpPrefix? TranslatedTo { get; init; }

    /// <summary>The network as the shared component sees it.</summary>
    public IpPrefix Seen => TranslatedTo ?? Prefix;

    /// <summary>What is wrong with the translation; null when it is sound. 1:1 NAT maps address to address, so both sides have the same size.</summary>
    public string? Problem => TranslatedTo is not { } seen ? null
        : seen.IsIPv6 != Prefix.IsIPv6 ? $"{Source} of {Client} translates {Prefix} to {seen}; 1:1 NAT cannot change IPv4 into IPv6 or back."
        : seen.Length != Prefix.Length ? $"{Source} of {Client} translates {Prefix} to {seen}; 1:1 NAT needs a network of the same size, so one with /{Prefix.Length}."
        : null;
}
