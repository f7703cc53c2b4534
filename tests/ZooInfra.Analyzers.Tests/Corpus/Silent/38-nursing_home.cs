// A nursing home under HIPAA tier 2 with its safeguards split between file and class, and Federation for the care record.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Contracts.Identity;
using ZooInfra.Identity;

namespace Clients.Health;

[Tenant("nursing_home")]
[Regime(Regime.Hipaa, Tier = 2)]
[Safeguard(SafeguardKind.Backup, Every = "1d", Document = "Restore test of 2026-08-08")]
[Safeguard(SafeguardKind.DisasterRecovery, Document = "Plan of 2026-02-02")]
[Safeguard(SafeguardKind.DocumentRetention, KeepDays = 7 * 366)]
public sealed partial class NursingHome : TenantStack
{
    private static readonly MfaMethod[] Strong = [MfaMethod.Fido2, MfaMethod.NumberMatch];

    public NursingHome() => _ = new IdentityBoundary("care", new IdentityBoundaryArgs
    {
        Contract = Contract,
        BaseDn = Dn(""),
        Units = { new IdentityUnit("Home", new IdentityUnit("Floors", new IdentityUnit("First"), new IdentityUnit("Second"))) },
        Users = { User("m.cole", "Maya Cole"), User("o.reyes", "Omar Reyes"), User("key-1", "Maya Cole"), User("key-2", "Omar Reyes") },
        Groups = { new IdentityGroup("Night Shift", "Home/Floors") { Users = ["o.reyes"] } },
        Passwords = { new PasswordRules("floors") },
        Mfa = { new MfaRule("outside") { Access = AccessKind.Remote, Methods = new(Strong) }, new MfaRule("administration") { Access = AccessKind.Administration, Methods = new(Strong), SessionHours = 1 } },
        GroupPolicies = { new GroupPolicyRules("screens") { Units = new(["Home/Floors"]), Settings = new([PolicySetting.InactivityLock((int)TimeSpan.FromMinutes(10).TotalSeconds)]) } },
        Logs = { new LogRoute("soc", "soc.msp.example") { RetentionDays = 6 * 365, SignInAlertsTo = "soc@msp.example" } },
        Federations = { new SaasFederation("care record", FederationProtocol.Oidc, "https://login.home.example", "care") { Endpoints = ["https://care.example/callback"], Groups = ["Night Shift"], SessionHours = 4 } },
        Emergency = new EmergencyAccess("key-1", "key-2", "soc@msp.example", "Runbook 8"),
    });

    private static UserAccount User(string name, string holder) => new(name, Dn($"uid={name},ou=staff,"), holder);

    private static string Dn(string prefix) => prefix + "dc=home,dc=example";
}
