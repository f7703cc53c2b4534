namespace ZooInfra.Contracts.Firewall;

/// <summary>An address translation as written. Which members it needs depends on its kind; the others must be absent.</summary>
public sealed record NatSpec
{
    /// <summary>1 to 40 lower-case letters, digits and hyphens; no other translation has it.</summary>
    public string Name { get; init; } = "";

    /// <summary>
    /// <c>masquerade</c>: what leaves to <see cref="Zone"/> from <see cref="Inside"/> gets the address of the interface.
    /// <c>source</c>: it gets <see cref="Outside"/>, one address.
    /// <c>destination</c>: what comes from <see cref="Zone"/> to <see cref="Outside"/>, one address, with <see cref="Service"/> goes to <see cref="Inside"/>, one address.
    /// <c>one-to-one</c>: the network <see cref="Inside"/> of <see cref="Zone"/> is seen by all other zones as <see cref="Outside"/>, a network of the same size.
    /// </summary>
    public string Kind { get; init; } = "";

    /// <summary>The zone.</summary>
    public string Zone { get; init; } = "";

    /// <summary>An address or prefix on the inside.</summary>
    public string Inside { get; init; } = "";

    /// <summary>An address or prefix as the outside sees it.</summary>
    public string? Outside { get; init; }

    /// <summary>A service of one protocol with ports.</summary>
    public string? Service { get; init; }

    /// <summary>The port on the inside, 1 to 65535; null for the one it came with.</summary>
    public int? InsidePort { get; init; }
}
