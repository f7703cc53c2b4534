namespace ZooInfra.Contracts.Identity;

/// <summary>Which regime demands what of an identity boundary (domain facts, sections 5 and 6). Tiers are the platform's own: 1 is the floor, 2 adds to it.</summary>
internal static class IdentityDemands
{
    private const IdentityParts SignIn = IdentityParts.Users | IdentityParts.Groups | IdentityParts.Mfa | IdentityParts.Emergency;

    private static readonly IdentityDemand[] Hipaa =
    [
        new("164.312(a)(2)(i)", "Unique user identification", 1, IdentityParts.Users, IdentityEvidence.UniqueAccounts),
        new("164.312(a)(2)(ii)", "Emergency access procedure", 1, IdentityParts.Emergency, IdentityEvidence.BreakGlass),
        new("164.312(b)", "Audit controls", 1, IdentityParts.Logs, facts => IdentityEvidence.LogsForwarded(facts, 1)),
        new("164.312(d)", "Person or entity authentication", 1, IdentityParts.Passwords, facts => IdentityEvidence.Passwords(facts, minimumLength: 12, history: 0, lockout: 10, lockedMinutes: 15)),
        new("164.312(a)(2)(iii)", "Automatic logoff", 2, IdentityParts.GroupPolicies, facts => IdentityEvidence.InactivityLock(facts, 900)),
        new("164.312(d)", "Person or entity authentication", 2, SignIn, facts => IdentityEvidence.Mfa(facts, AccessKind.Remote | AccessKind.Administration)),
        new("164.312(e)(2)(ii)", "Encryption in transit", 2, IdentityParts.Logs, IdentityEvidence.LogsEncrypted),
        new("164.308(a)(5)(ii)(C)", "Log-in monitoring", 2, IdentityParts.Logs, IdentityEvidence.SignInAlerts),
    ];

    private static readonly IdentityDemand[] PciDss =
    [
        new("8.2.1", "Unique ids for all users", 1, IdentityParts.Users, IdentityEvidence.UniqueAccounts),
        new("8.2.8", "Re-authentication after idle time", 1, IdentityParts.GroupPolicies, facts => IdentityEvidence.InactivityLock(facts, 900)),
        new("8.3.4", "Lockout of failed sign-ins", 1, IdentityParts.Passwords, facts => IdentityEvidence.Passwords(facts, minimumLength: 0, history: 0, lockout: 10, lockedMinutes: 30)),
        new("8.3.6", "Strength of passwords", 1, IdentityParts.Passwords, facts => IdentityEvidence.Passwords(facts, minimumLength: 12, history: 0, lockout: null, lockedMinutes: 0)),
        new("8.3.7", "History of passwords", 1, IdentityParts.Passwords, facts => IdentityEvidence.Passwords(facts, minimumLength: 0, history: 4, lockout: null, lockedMinutes: 0)),
        new("8.4.2", "MFA into the cardholder data environment", 1, SignIn, facts => IdentityEvidence.Mfa(facts, AccessKind.All)),
        new("10.5.1", "Audit log history", 1, IdentityParts.Logs, facts => IdentityEvidence.LogsForwarded(facts, 365)),
    ];

    private static readonly IdentityDemand[] Nist80053 =
    [
        new("AC-2", "Account management", 1, IdentityParts.Users, IdentityEvidence.UniqueAccounts),
        new("AC-2(2)", "Emergency accounts", 2, IdentityParts.Emergency, IdentityEvidence.BreakGlass),
        new("AC-7", "Unsuccessful logon attempts", 1, IdentityParts.Passwords, facts => IdentityEvidence.Passwords(facts, minimumLength: 0, history: 0, lockout: 10, lockedMinutes: 15)),
        new("AC-11", "Device lock", 2, IdentityParts.GroupPolicies, facts => IdentityEvidence.InactivityLock(facts, 900)),
        new("AU-6", "Audit record review", 1, IdentityParts.Logs, facts => IdentityEvidence.LogsForwarded(facts, 1)),
        new("IA-2(1)", "MFA to privileged accounts", 1, SignIn, facts => IdentityEvidence.Mfa(facts, AccessKind.Administration)),
        new("IA-2(2)", "MFA to non-privileged accounts", 1, SignIn, facts => IdentityEvidence.Mfa(facts, AccessKind.All)),
        new("IA-5", "Authenticator management", 1, IdentityParts.Passwords, facts => IdentityEvidence.Passwords(facts, minimumLength: 8, history: 0, lockout: null, lockedMinutes: 0)),
        new("SC-8", "Transmission confidentiality", 2, IdentityParts.Logs, IdentityEvidence.LogsEncrypted),
    ];

    // What is addressable today is not in the proposal (90 FR 898), so all of it is demanded from the start.
    private static readonly IdentityDemand[] HipaaProposed = [.. Hipaa.Select(demand => demand with { Tier = 1 })];

    /// <summary>The demands of a regime, all tiers; none for one that asks nothing of identities, such as the client's own policy.</summary>
    public static IReadOnlyList<IdentityDemand> Of(Regime regime) => regime switch
    {
        Regime.Hipaa => Hipaa,
        Regime.HipaaProposed2025 => HipaaProposed,
        Regime.PciDss => PciDss,
        Regime.Nist80053 => Nist80053,
        _ => [],
    };
}
