using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;

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
    Contract = "MSA 7")]
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

        // The identity boundary of the story card is made here when the IdentityBoundary component arrives; Firewall and VpnService likewise.
    }
}
