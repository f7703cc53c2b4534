namespace ZooInfra.Contracts;

/// <summary>What a rule is about; also its category at build. The first digit of a rule's id is its family's.</summary>
public enum RuleFamily
{
    /// <summary>ZOO1xxx: what was promised.</summary>
    Promises = 1,

    /// <summary>ZOO2xxx: things under care, and what may be done to them.</summary>
    Assets,

    /// <summary>ZOO3xxx: exceptions, and the regimes a client is under.</summary>
    Regimes,

    /// <summary>ZOO4xxx: DNS.</summary>
    Dns,

    /// <summary>ZOO5xxx: networks and VPN.</summary>
    Networks,

    /// <summary>ZOO6xxx: firewalls.</summary>
    Firewall,

    /// <summary>ZOO7xxx: story cards.</summary>
    Cards,

    /// <summary>ZOO8xxx: runbooks.</summary>
    Runbooks,

    /// <summary>ZOO9xxx: how clients, their bills and contract files are written.</summary>
    Authoring,
}
