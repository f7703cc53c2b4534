using Pulumi;
using ZooInfra.Rules;

namespace ZooInfra.Firewalls;

/// <summary>An address translation.</summary>
public sealed class FirewallNatArgs : ResourceArgs, IMadeByFactory
{
    private FirewallNatArgs(string name, string kind, string zone, Input<string> inside, FactoryCall madeBy) => (Name, Kind, Zone, Inside, MadeBy) = (name, kind, zone, inside, madeBy);

    [Input("name", required: true)]
    internal string Name { get; }

    [Input("kind", required: true)]
    internal string Kind { get; }

    [Input("zone", required: true)]
    internal string Zone { get; }

    [Input("inside", required: true)]
    internal Input<string> Inside { get; }

    [Input("outside")]
    internal Input<string>? Outside { get; private init; }

    [Input("service")]
    internal string? Service { get; private init; }

    [Input("insidePort")]
    internal int? InsidePort { get; private init; }

    FactoryCall IMadeByFactory.MadeBy => MadeBy;

    private FactoryCall MadeBy { get; }

    /// <summary>What leaves to a zone from a network gets the address of the interface it leaves by.</summary>
    /// <param name="name">1 to 40 lower-case letters, digits and hyphens.</param>
    /// <param name="toZone">The zone.</param>
    /// <param name="network">An address or prefix.</param>
    public static FirewallNatArgs Masquerade(string name, string toZone, Input<string> network) => new(name, "masquerade", toZone, network, new("Masquerade", ("name", name), ("toZone", toZone), ("network", network)));

    /// <summary>What leaves to a zone from a network gets a fixed address.</summary>
    /// <param name="name">1 to 40 lower-case letters, digits and hyphens.</param>
    /// <param name="toZone">The zone.</param>
    /// <param name="network">An address or prefix.</param>
    /// <param name="address">The address it gets, of the same family.</param>
    public static FirewallNatArgs Source(string name, string toZone, Input<string> network, Input<string> address) => new(name, "source", toZone, network, new("Source", ("name", name), ("toZone", toZone), ("network", network), ("address", address))) { Outside = address };

    /// <summary>What comes from a zone to an address goes to another one inside. A rule must still allow it, to the inside address.</summary>
    /// <param name="name">1 to 40 lower-case letters, digits and hyphens.</param>
    /// <param name="fromZone">The zone.</param>
    /// <param name="address">The address that the zone sees.</param>
    /// <param name="service">A service with ports, such as <c>tcp/443</c>; null for all that comes to the address.</param>
    /// <param name="inside">The address inside, of the same family.</param>
    /// <param name="insidePort">The port inside, 1 to 65535; null for the same.</param>
    public static FirewallNatArgs Destination(string name, string fromZone, Input<string> address, string? service, Input<string> inside, int? insidePort = null)
        => new(name, "destination", fromZone, inside, new("Destination", ("name", name), ("fromZone", fromZone), ("address", address), ("service", service), ("inside", inside), ("insidePort", insidePort))) { Outside = address, Service = service, InsidePort = insidePort };

    /// <summary>A network of a zone is seen by all other zones as another network of the same size, both ways.</summary>
    /// <param name="name">1 to 40 lower-case letters, digits and hyphens.</param>
    /// <param name="zone">The zone that the network lives in.</param>
    /// <param name="network">The network as it is.</param>
    /// <param name="seenAs">The network as others see it.</param>
    public static FirewallNatArgs OneToOne(string name, string zone, Input<string> network, Input<string> seenAs) => new(name, "one-to-one", zone, network, new("OneToOne", ("name", name), ("zone", zone), ("network", network), ("seenAs", seenAs))) { Outside = seenAs };
}
