// An orchestra that delegates a child zone to its ticket partner and signs it: NS, DS and glue below the cut.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;

namespace Clients.Culture;

[Tenant("orchestra", Name = "City Orchestra")]
public sealed partial class Orchestra : TenantStack
{
    public Orchestra()
    {
        _ = new DnsZone("orchestra.example", new DnsZoneArgs
        {
            NameServers = { "ns1.dnshost.example", "ns2.dnshost.example" },
            Records =
            {
                DnsRecord.A("@", "192.0.2.120"),
                DnsRecord.Ns("season", "ns1.season.orchestra.example", "ns2.partner.example"),
                DnsRecord.Ds("season", 12345, 13, 2, "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF"),
                DnsRecord.A("ns1.season", "192.0.2.121"),
                DnsRecord.A("*.rehearsal", "192.0.2.122"),
                DnsRecord.Cname("hall", "room1.rehearsal.orchestra.example"),
            },
        });
    }
}

[Tenant("ticket_partner", Name = "Ticket Partner")]
public sealed partial class TicketPartner : TenantStack
{
    public TicketPartner() => _ = new DnsZone("season.orchestra.example", new DnsZoneArgs
    {
        NameServers = { "ns1.season.orchestra.example", "ns2.partner.example" },
        Records = { DnsRecord.A("ns1", "192.0.2.121"), DnsRecord.A("@", "192.0.2.123") },
    });
}
