// waived: ZOO3202
// A mountain rescue service under PCI DSS for donations: radios are patched in summer only, waived by the board with a day of grant.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Contracts.Identity;
using ZooInfra.Identity;

namespace Clients.Nonprofit;

[Tenant("rescue_service", Name = "Alpine Rescue")]
[Regime(Regime.PciDss, Tier = 1, Clause = "Donation terms 3")]
[Safeguard(SafeguardKind.RulesetReview, Verified = "2026-08-01")]
[PatchFlow("radios", Every = "180d", Verify = "each valley answers")]
[PatchFlow("donation site", Every = "7d")]
[Waiver("ZOO3202", Reason = "Radios hang on towers that are reached in summer only", ApprovedBy = "Rescue board", RequestedBy = "Urs Kern", Granted = "2026-11-01", Until = "2027-04-28", Clause = "Donation terms 3.2", Compensating = "Radios carry no card data")]
public sealed partial class RescueService : TenantStack
{
    public RescueService()
    {
        UserAccount[] people = [new("u.kern", "uid=u.kern,dc=rescue,dc=example", "Urs Kern"), new("alarm-1", "uid=alarm-1,dc=rescue,dc=example", "Urs Kern"), new("alarm-2", "uid=alarm-2,dc=rescue,dc=example", "Ada Roth")];
        _ = new IdentityBoundary("rescue", new IdentityBoundaryArgs
        {
            Contract = Contract,
            BaseDn = "dc=rescue,dc=example",
            Users = people,
            Passwords = { new PasswordRules("rescue") { History = 10 } },
            Mfa = { new MfaRule("all") },
            GroupPolicies = { new GroupPolicyRules("lock") { Settings = new([PolicySetting.InactivityLock(840)]) } },
            Logs = { new LogRoute("cloud siem", "siem.rescue.example") { Protocol = LogProtocol.Https, Port = 443, RetentionDays = 365 } },
            Emergency = new("alarm-1", "alarm-2", "desk@rescue.example", "Runbook 5"),
        });
    }
}
