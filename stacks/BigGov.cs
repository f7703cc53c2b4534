using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;

namespace Stacks;

/// <summary>The signed contract is contracts/biggov.contract.yaml. It does not say whether patch windows count; amendment 1 does.</summary>
[Tenant("biggov", Name = "BigGov")]
[Sla(PatchWindows = WindowAccounting.Excluded, Clause = "Amendment 1")]
[Signal(Promised.Availability, "HTTPS probe of biggov.example from two sites", Interval = "30s", NoData = NoData.Down)]
[Meter("hours of support", Source = "ticket system, weekly export")]
public sealed partial class BigGov : TenantStack
{
    public BigGov()
    {
        _ = new DnsZone("biggov.example", new DnsZoneArgs
        {
            NameServers = { "ns1.biggov.example", "ns2.biggov.example" },
            Records =
            {
                DnsRecord.A("ns1", "198.51.100.1"),
                DnsRecord.A("ns2", "198.51.100.2"),
                DnsRecord.A("@", "198.51.100.10"),
                DnsRecord.Aaaa("@", "2001:db8:100::10"),
                DnsRecord.Cname("www", "biggov.example"),
            },
        });
    }
}
