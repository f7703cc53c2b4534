// A dental clinic with two chairs: HIPAA tier 1, one domain, an identity boundary written in one go.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Contracts.Identity;
using ZooInfra.Dns;
using ZooInfra.Identity;

namespace Clients.Health;

[Tenant("bright_smiles", Name = "Bright Smiles Dental", Zone = "America/Chicago")]
[Sla(99.5, Response = "30m", PatchWindows = WindowAccounting.Excluded, Clause = "Care plan, section 2")]
[Billing(BillingModel.PerSeat)]
[PatchWindow("Tue", "21:00-23:00", Zone = "America/Chicago")]
[Signal(Promised.Availability, "probe of the practice software", Interval = "1m", NoData = NoData.Down)]
[Signal(Promised.Response, "first reply in the ticket desk", Unit = SignalUnit.Seconds)]
[Regime(Regime.Hipaa, Tier = 1, Clause = "BAA 1")]
[Safeguard(SafeguardKind.BusinessAssociateContract, Document = "BAA 1 of 2025-04-02")]
[Safeguard(SafeguardKind.Backup, Every = "24h", Document = "Restore test of 2026-09-03")]
[Safeguard(SafeguardKind.DisasterRecovery, Document = "DR plan 1")]
[Safeguard(SafeguardKind.EncryptionAtRest, Document = "BitLocker report of 2026-10-12")]
[Safeguard(SafeguardKind.EncryptionInTransit, Decision = "Risk analysis 2026, item 4: no PHI leaves the office")]
[Safeguard(SafeguardKind.DocumentRetention, KeepDays = 2192)]
public sealed partial class BrightSmiles : TenantStack
{
    public BrightSmiles()
    {
        _ = new DnsZone("brightsmiles.example", new DnsZoneArgs
        {
            NameServers = { "ns1.dnshost.example", "ns2.dnshost.example" },
            Records =
            {
                DnsRecord.A("@", "192.0.2.40"),
                DnsRecord.Cname("www", "brightsmiles.example"),
                DnsRecord.Mx("@", 10, "brightsmiles-example.mail.protection.example"),
                DnsRecord.Txt("@", "v=spf1 include:spf.mailhost.example -all"),
                DnsRecord.Dmarc(new DmarcPolicy(DmarcAction.Quarantine) { Reports = ["mailto:dmarc@brightsmiles.example"] }),
            },
        });

        _ = new IdentityBoundary("practice", new IdentityBoundaryArgs
        {
            Contract = Contract,
            BaseDn = "dc=brightsmiles,dc=example",
            Units = { new("Practice", new IdentityUnit("Chairs"), new IdentityUnit("Front Desk")) },
            Users =
            {
                new("h.lang", "uid=h.lang,ou=people,dc=brightsmiles,dc=example", "Hanna Lang"),
                new("p.soto", "uid=p.soto,ou=people,dc=brightsmiles,dc=example", "Pia Soto"),
                new("glass-1", "uid=glass-1,ou=people,dc=brightsmiles,dc=example", "Hanna Lang"),
                new("glass-2", "uid=glass-2,ou=people,dc=brightsmiles,dc=example", "Pia Soto"),
            },
            Groups = { new("Front Desk", "Practice/Front Desk") { Users = ["p.soto"] } },
            Passwords = { new PasswordRules("practice") { MinimumLength = 12, LockoutMinutes = 15 } },
            Mfa = { new MfaRule("everybody") },
            Logs = { new LogRoute("soc", "logs.msp.example") },
            Emergency = new("glass-1", "glass-2", "oncall@msp.example", "Runbook 12: practice is locked out"),
        });
    }
}
