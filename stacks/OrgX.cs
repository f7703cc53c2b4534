using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Contracts.Identity;
using ZooInfra.Dns;
using ZooInfra.Firewalls;
using ZooInfra.Identity;

namespace Stacks;

[Tenant("orgx", Name = "Org X")]
[Regime(Regime.Hipaa, Tier = 2, Clause = "MSA 7, tier 2 by Q2")]
[PatchWindow("Wed", "01:00-03:00", Zone = "UTC", MaxDowntime = "30m")]
[StoryCard(
    "Provision compliance-aligned identity boundary",
    Scope = ["OU structure and GPOs", "MFA policies", "Log forwarding", "SaaS federation"],
    Acceptance = ["Controls in place", "Logs flowing", "Cutover <30m", "Federation verified"],
    MaxDowntime = "30m",
    SandboxTest = true,
    Sandbox = "orgx-lab",
    Contract = "MSA 7")]
[Safeguard(SafeguardKind.BusinessAssociateContract, Document = "BAA of 2026-02-01")]
[Safeguard(SafeguardKind.Backup, Every = "24h", Document = "Restore test of 2026-09-14")]
[Safeguard(SafeguardKind.DisasterRecovery, Document = "DR plan 2 of 2026-08-03")]
[Safeguard(SafeguardKind.EncryptionAtRest, Document = "Disk encryption report of 2026-10-30")]
[Safeguard(SafeguardKind.EncryptionInTransit, Document = "TLS and VPN settings, review of 2026-10-30")]
[Safeguard(SafeguardKind.DocumentRetention, KeepDays = 2192)]
public sealed partial class OrgX : TenantStack
{
    public OrgX()
    {
        _ = new DnsZone("orgx.example", new DnsZoneArgs
        {
            NameServers = { "ns1.orgx.example", "ns2.orgx.example" },
            Records =
            {
                DnsRecord.A("ns1", "203.0.113.1"),
                DnsRecord.A("ns2", "203.0.113.2"),
                DnsRecord.A("login", "203.0.113.10"),
                DnsRecord.Cname("sso", "login.orgx.example"),
            },
        });

        _ = new IdentityBoundary("corp", new IdentityBoundaryArgs
        {
            Contract = Contract,
            BaseDn = "dc=orgx,dc=example",
            Units =
            {
                new("Org X",
                    new IdentityUnit("Staff"),
                    new IdentityUnit("Workstations") { Description = "Every machine that people sit at" },
                    new IdentityUnit("Groups")),
            },
            Users =
            {
                new("ana.ruiz", "uid=ana.ruiz,ou=people,dc=orgx,dc=example", "Ana Ruiz"),
                new("ben.okoye", "uid=ben.okoye,ou=people,dc=orgx,dc=example", "Ben Okoye"),
                new("break-glass-1", "uid=break-glass-1,ou=people,dc=orgx,dc=example", "Ana Ruiz"),
                new("break-glass-2", "uid=break-glass-2,ou=people,dc=orgx,dc=example", "Ben Okoye"),
            },
            Groups =
            {
                new("Clinicians", "Org X/Groups") { Users = ["ana.ruiz", "ben.okoye"] },
                new("Administrators", "Org X/Groups") { Users = ["ben.okoye"] },
            },
            Passwords = { new PasswordRules("Org X staff") },
            Mfa = { new MfaRule("everybody"), new MfaRule("administrators") { Groups = new(["Administrators"]), Access = AccessKind.Administration, Methods = new([MfaMethod.Fido2]), SessionHours = 1 } },
            GroupPolicies = { new GroupPolicyRules("lock-screens") { Units = new(["Org X/Workstations"]), Enforced = true, Settings = new([PolicySetting.InactivityLock(600), PolicySetting.HideLastUserName(true)]) } },
            Logs = { new LogRoute("soc", "logs.orgx.example") { SignInAlertsTo = "soc@orgx.example", RetentionDays = 2190 } },
            Federations =
            {
                new("records", FederationProtocol.Oidc, "https://login.orgx.example", "orgx-records")
                {
                    Endpoints = ["https://records.example/signin-oidc"],
                    Groups = ["Clinicians"],
                    Claims = [("email", "mail"), ("name", "displayName")],
                    SessionHours = 8,
                },
            },
            Emergency = new("break-glass-1", "break-glass-2", "soc@orgx.example", "Runbook 3: break the glass"),
        });

        _ = new Firewall("clinic", new FirewallArgs
        {
            Zones =
            [
                new() { Name = "wan", Interfaces = ["eth0"] },
                new() { Name = "desks", Interfaces = ["eth1"], Networks = { "10.60.0.0/22" } },
                new() { Name = "records", Interfaces = ["eth2"], Networks = { "10.60.16.0/24" } },
            ],
            Rules =
            [
                new()
                {
                    Name = "desks-to-records", From = ["desks"], To = ["records"], Destinations = { "10.60.16.10" }, Services = ["https"], Log = true,
                    Owner = "it@orgx.example", Reason = "clinicians open records", Ticket = "OX-31", Created = new(2026, 4, 7), PermanentApprover = "privacy@orgx.example",
                },
                new()
                {
                    Name = "records-stay-inside", Action = FirewallAction.Deny, From = ["records"], To = ["wan"], Services = ["any"], Log = true,
                    Owner = "it@orgx.example", Reason = "no record leaves by itself", Ticket = "OX-32", Created = new(2026, 4, 7), PermanentApprover = "privacy@orgx.example",
                },
            ],
        });
    }
}
