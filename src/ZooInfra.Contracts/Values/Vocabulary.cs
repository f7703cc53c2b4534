namespace ZooInfra.Contracts;

/// <summary>What a signal can be bound to.</summary>
public enum Promised
{
    /// <summary>The share of time in which the service is up.</summary>
    Availability = 1,

    /// <summary>The time to first response.</summary>
    Response,

    /// <summary>The time to recovery.</summary>
    Recovery,
}

/// <summary>What it means when a signal says nothing.</summary>
public enum NoData
{
    /// <summary>The contract does not say.</summary>
    Unstated,

    /// <summary>The service counts as down.</summary>
    Down,

    /// <summary>The service counts as up. A total outage is then never seen.</summary>
    Up,

    /// <summary>The time is left out of the period.</summary>
    Excluded,
}

/// <summary>What the values of a signal are.</summary>
public enum SignalUnit
{
    /// <summary>Not said.</summary>
    Unstated,

    /// <summary>A share from 0 to 1, or up and down as 1 and 0.</summary>
    Ratio,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Events a second.</summary>
    PerSecond,
}

/// <summary>What kind of thing an asset is, and so what may be done to it.</summary>
public enum Species
{
    /// <summary>Old, known by name, cared for by hand.</summary>
    LegacyPet = 1,

    /// <summary>Must not be touched: nobody knows what depends on it, or the contract says so.</summary>
    SacredCow,

    /// <summary>Seen in traffic or bills, and nobody knows where it is or whose.</summary>
    Ghost,

    /// <summary>Plays dead: comes back from a reboot wrong, or not at all.</summary>
    Possum,

    /// <summary>One of many alike; replaced, not repaired.</summary>
    Cattle,

    /// <summary>Alike from afar, but each a little different.</summary>
    Zebra,

    /// <summary>Several systems grown into one.</summary>
    Chimera,

    /// <summary>Came in by itself and spreads.</summary>
    InvasiveSpecies,
}

/// <summary>Whose an asset is, and so whether it may be changed.</summary>
public enum Ownership
{
    /// <summary>Ours to change.</summary>
    Owned,

    /// <summary>Ours to watch; somebody else changes it.</summary>
    Observed,

    /// <summary>Somebody said it exists.</summary>
    Rumoured,
}

/// <summary>How much hurts when an asset is gone (NIST SP 800-53r5 RA-9).</summary>
public enum Criticality
{
    /// <summary>Not said.</summary>
    Unstated,

    /// <summary>Nobody notices for days.</summary>
    Low,

    /// <summary>Work goes on around it.</summary>
    Medium,

    /// <summary>Work stops.</summary>
    High,
}

/// <summary>A safeguard that a regime asks for and no component shows.</summary>
public enum SafeguardKind
{
    /// <summary>A signed business associate contract (45 CFR 164.308(b)(1)).</summary>
    BusinessAssociateContract = 1,

    /// <summary>Copies of the data (45 CFR 164.308(a)(7)(ii)(A)).</summary>
    Backup,

    /// <summary>A plan to restore what is lost (45 CFR 164.308(a)(7)(ii)(B)).</summary>
    DisasterRecovery,

    /// <summary>Encryption of stored data (45 CFR 164.312(a)(2)(iv), addressable).</summary>
    EncryptionAtRest,

    /// <summary>Encryption on the way (45 CFR 164.312(e)(2)(ii), addressable).</summary>
    EncryptionInTransit,

    /// <summary>Keeping the documentation (45 CFR 164.316(b)(2)(i)).</summary>
    DocumentRetention,

    /// <summary>A review of firewall rulesets (PCI DSS 1.2.7).</summary>
    RulesetReview,
}
