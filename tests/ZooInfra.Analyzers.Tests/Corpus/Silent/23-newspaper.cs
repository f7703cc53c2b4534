// A newspaper that moves its site on a date: the TTL was lowered a day before, and the cut-over waits for it.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;

namespace Clients.Media;

[Tenant("daily_ledger", Name = "The Daily Ledger")]
[Failover("www.dailyledger.example", FormerTtl = "1d", Lowered = "2026-11-24T08:00:00Z", CutOver = "2026-11-25T10:00:00Z")]
[Sla(99.9, PatchWindows = WindowAccounting.Excluded)]
[Signal(Promised.Availability, "front page from four regions", Interval = "1m", NoData = NoData.Down)]
public sealed partial class DailyLedger : TenantStack
{
    private static readonly SpfPolicy Senders = new()
    {
        Mx = true,
        Networks = ["198.51.100.0/26", "2001:db8:5::/48"],
        Includes = [new SpfInclude("_spf.newsletters.example", NestedLookups: 4), new SpfInclude("_spf.tickets.example")],
    };

    public DailyLedger()
    {
        const int whileMoving = 300;
        _ = new DnsZone("dailyledger.example", new DnsZoneArgs
        {
            NameServers = { "ns1.dnshost.example", "ns2.dnshost.example" },
            OtherNames = new Pulumi.InputList<string> { "_acme-challenge", "edition" },
            Records =
            {
                DnsRecord.A("@", "198.51.100.8"),
                DnsRecord.A("www", "198.51.100.8") with { Ttl = whileMoving },
                DnsRecord.A("mx1", "198.51.100.9"),
                DnsRecord.Mx("@", 10, "mx1.dailyledger.example"),
                DnsRecord.Cname("e-paper", "edition.dailyledger.example"),
                DnsRecord.Spf("@", Senders),
                DnsRecord.Dmarc(new DmarcPolicy(DmarcAction.Reject) { Subdomains = DmarcAction.Quarantine, StrictSpf = true, Reports = ["mailto:d@reports.example"] }),
            },
            Override = new ZoneOverrideArgs { Who = "Nadia Haddad", Why = "the site moves, CHG-77", Until = "2026-12-05" },
        });
    }
}
