namespace ZooInfra.Contracts.Firewall;

/// <summary>An address translation that makes sense.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How it translates.</param>
/// <param name="Zone">The zone, as an index into those of the policy.</param>
/// <param name="Inside">The address or prefix on the inside.</param>
/// <param name="Outside">The address or prefix on the outside; null for masquerading.</param>
/// <param name="Service">The service, of a destination translation only.</param>
/// <param name="InsidePort">The port on the inside, when it is another.</param>
public sealed record NatRule(string Name, NatKind Kind, int Zone, Interval Inside, Interval? Outside, IntervalSet? Service, int? InsidePort)
{
    /// <summary>The family it translates.</summary>
    public IpFamily Family => Addresses.FamilyOf(Inside.First);
}
