// A food bank on a budget: no SLA, one zone with target-typed new, constants from a static class of the platform.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;

namespace Clients.Nonprofit;

internal static class Platform
{
    public const string First = "ns1.msp-dns.example";
    public const string Second = "ns2.msp-dns.example";
    public static readonly string[] Servers = [First, Second];
}

[Tenant("food_bank", Name = "Harvest Food Bank")]
[Billing(BillingModel.StaticMrr)]
[Support("best effort", Hours = "Mon-Fri 09:00-17:00", Contact = "help@msp.example")]
public sealed partial class FoodBank : TenantStack
{
    public FoodBank()
    {
        DnsZone zone = new("harvest.example", new()
        {
            NameServers = Platform.Servers,
            Records =
            [
                DnsRecord.A("@", "192.0.2.61"),
                DnsRecord.Cname("donate", "harvest.donations.example"),
                DnsRecord.Mx("@", 10, "mx1.mailhost.example"),
                DnsRecord.Mx("@", 20, "mx2.mailhost.example"),
                DnsRecord.Spf("@", new() { Includes = [new("_spf.mailhost.example", 3), new("newsletter.example", 1)], Others = SpfOthers.SoftFail }),
                DnsRecord.Dmarc(new(DmarcAction.None) { Reports = ["mailto:postmaster@harvest.example"] }),
            ],
        });
        _ = zone;
    }
}
