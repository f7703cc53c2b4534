// A pharmacy under HIPAA tier 1 with its contract in a file; the class only builds.
using ZooInfra;
using ZooInfra.Contracts.Identity;
using ZooInfra.Dns;
using ZooInfra.Identity;

namespace Clients.Health;

[Tenant("corner_pharmacy")]
public sealed partial class CornerPharmacy : TenantStack
{
    public CornerPharmacy()
    {
        _ = new DnsZone("cornerpharmacy.example", new DnsZoneArgs
        {
            NameServers = { "a.ns.registrar.example", "b.ns.registrar.example" },
            Records = { DnsRecord.A("@", "192.0.2.180"), DnsRecord.Cname("refill", "tenant42.refills.example"), DnsRecord.Txt("refill-check", "token=71aa") },
        });

        var pharmacist = new UserAccount("r.bose", "cn=r.bose,dc=cornerpharmacy,dc=example", "Rina Bose");
        var owner = new UserAccount("t.bose", "cn=t.bose,dc=cornerpharmacy,dc=example", "Tarun Bose");
        _ = new IdentityBoundary("counter", new IdentityBoundaryArgs
        {
            Contract = Contract,
            BaseDn = "dc=cornerpharmacy,dc=example",
            Users = { pharmacist, owner, pharmacist with { Name = "seal-1", DistinguishedName = "cn=seal-1,dc=cornerpharmacy,dc=example" }, owner with { Name = "seal-2", DistinguishedName = "cn=seal-2,dc=cornerpharmacy,dc=example" } },
            Passwords = { new("counter") },
            Mfa = { new("all") },
            Logs = { new("msp", "logs.msp.example") { RetentionDays = 2200 } },
            Emergency = new("seal-1", "seal-2", "oncall@msp.example", "Runbook 9"),
        });
    }
}
