namespace ZooInfra.Contracts.Firewall;

/// <summary>A version of the Internet Protocol.</summary>
public enum IpFamily
{
    /// <summary>IPv4.</summary>
    IPv4,

    /// <summary>IPv6.</summary>
    IPv6,
}
