// A startup with an availability above its single lines, kept by redundancy, counted windows small enough for it, and credits.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;

namespace Clients.Industry;

[Tenant("space_startup", Name = "Perigee")]
[Sla(99.5, Response = "15m", PatchWindows = WindowAccounting.Counted, Clause = "Order 1", Effective = "2026-01-01")]
[SlaVersion("2027-06-01", 99.7, Response = "10m", PatchWindows = WindowAccounting.Counted, Clause = "Order 2")]
[PatchWindow("Sun", "12:00-12:30", Zone = "UTC", MaxDowntime = "10m")]
[Signal(Promised.Availability, "ground station API", Interval = "1m", NoData = NoData.Down)]
[Signal(Promised.Response, "pager", Unit = SignalUnit.Seconds)]
[Dependency("dish one", Availability = 95, Redundancy = "dishes")]
[Dependency("dish two", Availability = 95, Redundancy = "dishes")]
[Dependency("cloud", Availability = 99.95)]
[Credit(99.5, 10)]
[Credit(98, 50)]
public sealed partial class SpaceStartup : TenantStack
{
    private DnsZone Ground { get; }

    [ContractEndpoint("ground_stations")]
    public static IReadOnlyList<string> GroundStations => ["dish one", "dish two"];

    public SpaceStartup()
    {
        Ground = Make("perigee.example", ("dish1", "198.51.100.31"), ("dish2", "198.51.100.32"), ("api", "198.51.100.33"));
    }

    private static DnsZone Make(string domain, params (string Host, string Address)[] hosts) => new(domain, new DnsZoneArgs
    {
        NameServers = { "ns1.dnshost.example", "ns2.dnshost.example" },
        Records = hosts.Select(host => DnsRecord.A(host.Host, host.Address)).Concat([DnsRecord.Cname("www", "api." + domain)]).ToList(),
    });
}
