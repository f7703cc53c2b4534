// A county government under NIST 800-53: identity boundary from constants, runbooks with steps and an approved waiver-free estate.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Contracts.Identity;
using ZooInfra.Identity;

namespace Clients.Government;

[Tenant("cedar_county", Name = "Cedar County", Zone = "America/New_York")]
[Sla(99.95, Response = "10m", PatchWindows = WindowAccounting.Excluded, Clause = "RFP 22-08, exhibit C")]
[Billing(BillingModel.Tiered)]
[Meter("workstations", Source = "endpoint management, last day of the month")]
[PatchWindow("Wed, Thu", "00:30-04:30", Zone = "America/New_York", MaxDowntime = "90m")]
[Regime(Regime.Nist80053, Tier = 2, Clause = "exhibit F")]
[Signal(Promised.Availability, "probe of the records portal", Interval = "30s", NoData = NoData.Down)]
[Signal(Promised.Response, "first reply in the ticket desk", Unit = SignalUnit.Seconds)]
[Asset("records", Species.Chimera, Owner = "County clerk", Criticality = Criticality.High)]
[Asset("voter kiosk", Species.Zebra, Owner = "Elections office", Criticality = Criticality.High, NeverReboot = true)]
[Runbook("Restore the records portal", Tier = 1, Assets = ["records"], Rehearsed = "2026-09-12", RehearseEvery = "180d", Takes = "2h", Rollback = "30m", ApprovedBy = "Dana Whitfield")]
[RunbookStep("Restore the records portal", "freeze the queue", Changes = true, Verify = "queue length stays the same", Undo = "release the queue", Asset = "records")]
[RunbookStep("Restore the records portal", "restore last night's copy", Changes = true, Verify = "row counts match", Undo = "mount the old volume", Asset = "records")]
[RunbookStep("Restore the records portal", "tell the clerk")]
public sealed partial class CedarCounty : TenantStack
{
    private const string Base = "dc=cedarcounty,dc=example";
    private const string Admins = "Administrators";
    private const int FifteenMinutes = 15 * 60;

    public CedarCounty()
    {
        var people = new List<UserAccount>
        {
            Account("d.whitfield", "Dana Whitfield"),
            Account("j.osei", "Jordan Osei"),
            Account("sealed-a", "Dana Whitfield"),
            Account("sealed-b", "Jordan Osei"),
        };
        _ = new IdentityBoundary("county", new IdentityBoundaryArgs
        {
            Contract = Contract,
            BaseDn = Base,
            Units = { new IdentityUnit("County", new IdentityUnit("Clerk"), new IdentityUnit("Roads"), new IdentityUnit("Groups")) },
            Users = people,
            Groups = { new(Admins, "County/Groups") { Users = ["j.osei"] } },
            Passwords = { new PasswordRules("county") { MinimumLength = 15, LockoutThreshold = 3, LockoutMinutes = 30 } },
            Mfa =
            {
                new MfaRule("everyone") { Methods = new([MfaMethod.Fido2, MfaMethod.Certificate]) },
                new MfaRule("admins") { Access = AccessKind.Administration, Groups = new([Admins]), Methods = new([MfaMethod.Certificate]), SessionHours = 2 },
            },
            GroupPolicies = { new GroupPolicyRules("device lock") { Settings = new([PolicySetting.InactivityLock(FifteenMinutes)]) } },
            Logs = { new LogRoute("state soc", "logs.state.example") { RetentionDays = 1095, SignInAlertsTo = "soc@state.example" } },
            Emergency = new("sealed-a", "sealed-b", "soc@state.example", "Runbook 7"),
        });
    }

    private static UserAccount Account(string name, string holder) => new(name, $"uid={name},ou=people,{Base}", holder);
}
