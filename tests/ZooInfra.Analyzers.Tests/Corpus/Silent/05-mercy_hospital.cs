// A hospital under HIPAA tier 2 that also opted into the 2025 proposal: people in a class of their own, partial over two files.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Contracts.Identity;
using ZooInfra.Identity;

namespace Clients.Health;

[Tenant("mercy_hospital", Name = "Mercy Hospital", Zone = "America/Chicago")]
[Sla(99.95, Response = "5m", Recovery = "24h", PatchWindows = WindowAccounting.Excluded, Clause = "MSA 4")]
[PatchWindow("Thu", "03:00-05:00", Zone = "America/Chicago", MaxDowntime = "45m")]
[Signal(Promised.Availability, "synthetic admission every half minute", Interval = "30s", NoData = NoData.Down)]
[Signal(Promised.Response, "paging system", Unit = SignalUnit.Seconds)]
[Signal(Promised.Recovery, "drill reports", Unit = SignalUnit.Seconds)]
[Regime(Regime.Hipaa, Tier = 2, Clause = "MSA 9")]
[Regime(Regime.HipaaProposed2025, Clause = "Amendment 3")]
[Safeguard(SafeguardKind.BusinessAssociateContract, Document = "BAA of 2026-01-15", Verified = "2026-01-15")]
[Safeguard(SafeguardKind.Backup, Every = "12h", Document = "Restore test of 2026-10-02")]
[Safeguard(SafeguardKind.DisasterRecovery, Document = "Continuity plan 2026")]
[Safeguard(SafeguardKind.EncryptionAtRest, Document = "Storage attestation 2026")]
[Safeguard(SafeguardKind.EncryptionInTransit, Document = "TLS scan of 2026-11-01")]
[Safeguard(SafeguardKind.DocumentRetention, KeepDays = 3650)]
public sealed partial class MercyHospital : TenantStack
{
    public MercyHospital()
    {
        _ = new IdentityBoundary("clinical", Clinical());
        Network();
    }

    private IdentityBoundaryArgs Clinical() => new()
    {
        Contract = Contract,
        BaseDn = Staff.Base,
        Units = { new("Mercy", new IdentityUnit("Wards"), new IdentityUnit("Theatres"), new IdentityUnit("Groups")) },
        Users = Staff.Accounts(),
        Groups = { new("Surgeons", "Mercy/Groups") { Users = ["a.kim"], Description = "Theatre lists" } },
        Passwords = { Policies.Strong, Policies.Strong with { Name = "service accounts", MinimumLength = 24 } },
        Mfa = { new MfaRule("everybody") { SessionHours = 10 } },
        GroupPolicies = { new GroupPolicyRules("walk-away") { Enforced = true, Settings = new([PolicySetting.InactivityLock(300), PolicySetting.HideLastUserName(true)]) } },
        Logs =
        {
            new LogRoute("siem", "siem.mercy.example") { Port = 6514, RetentionDays = 2190, SignInAlertsTo = "secops@mercy.example" },
            new LogRoute("archive", "worm.mercy.example") { Protocol = LogProtocol.Https, Port = 443, RetentionDays = 3650 },
        },
        Federations =
        {
            new("imaging", FederationProtocol.Saml, "https://sso.mercy.example", "urn:imaging")
            {
                Endpoints = ["https://imaging.example/acs"],
                Groups = ["Surgeons"],
                Claims = [("name", "displayName")],
            },
        },
        Emergency = new("bg-one", "bg-two", "secops@mercy.example", "Runbook 3: break the glass"),
    };

    private static class Policies
    {
        public static readonly PasswordRules Strong = new("staff") { MinimumLength = 16, History = 24 };
    }
}
