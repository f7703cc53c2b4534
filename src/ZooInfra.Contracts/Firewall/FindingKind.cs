namespace ZooInfra.Contracts.Firewall;

/// <summary>What is notable about a rule.</summary>
public enum FindingKind
{
    /// <summary>Earlier rules decide all it matches, some of it otherwise; it never does what it says.</summary>
    Shadowed,

    /// <summary>Earlier rules decide all it matches in the same way; nothing changes without it.</summary>
    Redundant,

    /// <summary>It and an earlier rule that decides otherwise match something in common and each more than that; their order matters.</summary>
    Conflict,

    /// <summary>It allows every service between every two addresses.</summary>
    AnyAny,

    /// <summary>No packet can be what it matches, such as IPv4 to IPv6.</summary>
    NeverMatches,

    /// <summary>It is past its last date and not part of the ruleset any more.</summary>
    Expired,

    /// <summary>The rules before it are too entangled to tell whether they decide all it matches.</summary>
    NotEvaluable,
}
