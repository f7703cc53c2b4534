// A solar cooperative: numbers of its own enum and record feed zones in a loop with a condition.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;

namespace Clients.Energy;

public enum Site
{
    Meadow = 10,
    Ridge = 20,
    Harbor = 30,
}

public sealed record Inverter(Site Site, int Index)
{
    public string Host => $"inv{Index}.{Site.ToString().ToLowerInvariant()}";

    public string Address => $"203.0.113.{(int)Site + Index}";
}

[Tenant("solar_coop", Name = "Sunrise Solar Cooperative")]
[Sla(98.5, Clause = "Member agreement 2")]
[Signal(Promised.Availability, "meter gateway heartbeat", Interval = "15m", NoData = NoData.Down)]
[Meter("inverters", Source = "gateway inventory")]
[Billing(BillingModel.Tiered)]
public sealed partial class SolarCoop : TenantStack
{
    public SolarCoop()
    {
        var records = new List<DnsRecord>();
        foreach (var site in Enum.GetValues<Site>())
        {
            for (var i = 0; i < 3; i++)
            {
                var inverter = new Inverter(site, i);
                if (site is not Site.Harbor || i == 0)
                {
                    records.Add(DnsRecord.A(inverter.Host, inverter.Address).WithTtl(900));
                }
            }
        }

        _ = new DnsZone("sunrise-solar.example", new DnsZoneArgs { NameServers = { "ns1.dnshost.example", "ns2.dnshost.example" }, Records = records });
    }
}
