namespace ZooInfra.Contracts.Firewall;

/// <summary>How addresses are translated.</summary>
public enum NatKind
{
    /// <summary>Sources get the address of the interface they leave by.</summary>
    Masquerade,

    /// <summary>Sources get a fixed address.</summary>
    Source,

    /// <summary>A destination is another one inside.</summary>
    Destination,

    /// <summary>A network is seen as another one of the same size, both ways.</summary>
    OneToOne,
}
