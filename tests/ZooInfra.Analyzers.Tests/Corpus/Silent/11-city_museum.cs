// A museum with a split view: the same zone inside and outside, the public half from a method, the inner half from a list.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;

namespace Clients.Culture;

[Tenant("city_museum", Name = "City Museum of Art")]
[Sla(99.5, Clause = "Annex A")]
[Signal(Promised.Availability, "probe of tickets.citymuseum.example", Interval = "2m", NoData = NoData.Excluded)]
public sealed partial class CityMuseum : TenantStack
{
    private const string Name = "citymuseum.example";

    public CityMuseum()
    {
        var outside = new DnsZone("museum-outside", new DnsZoneArgs { ZoneName = Name, View = "public", NameServers = { "ns1.dnshost.example" }, Records = [.. Public()] });
        var inside = new DnsZone("museum-inside", new DnsZoneArgs
        {
            ZoneName = Name,
            View = "galleries",
            NameServers = { "dc1." + Name },
            Records =
            [
                .. Public(),
                DnsRecord.A("dc1", "10.60.0.10"),
                DnsRecord.A("collection", "10.60.0.20"),
                DnsRecord.Srv("_ldap._tcp", 0, 100, 389, "dc1." + Name),
            ],
        });
        _ = (outside, inside);
    }

    private static DnsRecord[] Public() => [DnsRecord.A("@", "198.51.100.60"), DnsRecord.A("tickets", "198.51.100.61", "198.51.100.62"), DnsRecord.Cname("www", Name)];
}
