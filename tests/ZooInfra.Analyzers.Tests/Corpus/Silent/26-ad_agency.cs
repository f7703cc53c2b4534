// An advertising agency on Microsoft 365: the records of the platform with its own senders, spread into the zone.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;

namespace Clients.Professional;

[Tenant("ad_agency", Name = "Loud & Clear")]
[Billing(BillingModel.PerSeat)]
public sealed partial class AdAgency : TenantStack
{
    private const string Domain = "loudclear.example";

    private static readonly Microsoft365 Office = new()
    {
        Domain = Domain,
        Tenant = "loudclear",
        Verification = "MS=ms12345678",
        Devices = true,
        Spf = new SpfPolicy { Includes = [new("_spf.crm.example", 2)] },
    };

    public AdAgency()
    {
        _ = new DnsZone(Domain, new DnsZoneArgs
        {
            NameServers = { "ns1.dnshost.example", "ns2.dnshost.example" },
            Records =
            [
                DnsRecord.A("@", "192.0.2.30"),
                DnsRecord.Cname("www", "sites.builder.example"),
                .. Office.ToRecords(),
                DnsRecord.Dmarc(new(DmarcAction.Quarantine)),
            ],
        });
    }
}
