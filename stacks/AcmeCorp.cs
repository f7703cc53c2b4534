using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;

namespace Stacks;

[Tenant("acme_corp", Name = "Acme Corp")]
[Sla(99.99, Response = "5m", PatchWindows = WindowAccounting.Excluded, Clause = "MSA 4.2")]
[Billing(BillingModel.PerSeat)]
[PatchWindow("Mon, Wed", "02:00-04:00", Zone = "UTC")]
[Signal(Promised.Availability, "HTTPS probe of www.acme.example from two sites", Interval = "30s", NoData = NoData.Down)]
[Signal(Promised.Response, "first reply in the ticket desk", Unit = SignalUnit.Seconds)]
public sealed partial class AcmeCorp : TenantStack
{
    public AcmeCorp()
    {
        _ = new DnsZone("acme.example", new DnsZoneArgs
        {
            NameServers = { "ns1.acme.example", "ns2.acme.example" },
            Records =
            {
                DnsRecord.A("ns1", "192.0.2.1"),
                DnsRecord.A("ns2", "192.0.2.2"),
                DnsRecord.A("www", "192.0.2.10", "192.0.2.11"),
                DnsRecord.A("mail", "192.0.2.20"),
                DnsRecord.Mx("@", 10, "mail.acme.example"),
                DnsRecord.Txt("@", "v=spf1 mx -all"),
                DnsRecord.Cname("ftp", "www.acme.example"),
            },
        });
    }
}
