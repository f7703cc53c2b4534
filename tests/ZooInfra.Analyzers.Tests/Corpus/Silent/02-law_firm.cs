// A law firm with litigation holds: two zones in a loop over a static table, a VPN for partners, support and escalation.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;
using ZooInfra.Vpn;

namespace Clients.Professional;

[Tenant("haldane_lowe", Name = "Haldane Lowe LLP", Zone = "Europe/London")]
[Sla(99.9, Response = "15m", Recovery = "4h", PatchWindows = WindowAccounting.Excluded, Clause = "Schedule 3")]
[Billing(BillingModel.StaticMrr, Clause = "Schedule 5")]
[PatchWindow("Sat", "20:00-23:30", Zone = "Europe/London", MaxDowntime = "1h")]
[Signal(Promised.Availability, "probe of the document store", Interval = "1m", NoData = NoData.Down, Unit = SignalUnit.Ratio)]
[Signal(Promised.Response, "service desk, first human reply", Unit = SignalUnit.Seconds)]
[Signal(Promised.Recovery, "incident record, closed minus opened", Unit = SignalUnit.Seconds)]
[Support("gold", Hours = "Mon-Fri 07:00-20:00", Contact = "desk@msp.example", Clause = "Schedule 4")]
[Escalation(1, "desk@msp.example")]
[Escalation(2, "duty-manager@msp.example", After = "30m")]
[Escalation(3, "director@msp.example", After = "2h")]
[Person("Imogen Lowe")]
[Person("Callum Reid", Left = "2026-08-31")]
public sealed partial class HaldaneLowe : TenantStack
{
    private static readonly string[] Domains = ["haldanelowe.example", "hl-disputes.example"];

    private const string Web = "198.51.100.17";

    public HaldaneLowe()
    {
        foreach (var domain in Domains)
        {
            _ = new DnsZone(domain, new()
            {
                NameServers = { $"ns1.{domain}", $"ns2.{domain}" },
                Contact = "hostmaster.msp.example",
                Records = [.. Common(), DnsRecord.Spf("@", new SpfPolicy { Networks = ["198.51.100.0/28"] })],
            });
        }

        _ = new VpnService("partners", new VpnServiceArgs
        {
            Prefixes = { "10.77.0.0/24" },
            Host = "vpn.haldanelowe.example",
            Routes = { "10.70.4.0/24" },
            Dns = { "10.70.4.10" },
            SearchDomains = { "corp.haldanelowe.example" },
            Peers = [Laptop("Imogen Lowe"), Laptop("Tobias Haldane"), Phone("Imogen Lowe")],
        });
    }

    private static IEnumerable<DnsRecord> Common()
        =>
        [
            DnsRecord.A("ns1", "198.51.100.2"),
            DnsRecord.A("ns2", "198.51.100.3"),
            DnsRecord.A("@", Web),
            DnsRecord.A("vpn", "198.51.100.18"),
            DnsRecord.Cname("www", "web.hosting.example"),
        ];

    private static VpnPeer Laptop(string person) => new() { Person = person, Device = "laptop", Purpose = "case files at home", Until = "2027-06-30" };

    private static VpnPeer Phone(string person) => new() { Person = person, Device = "phone", Purpose = "mail in court", Until = "2027-01-31" };
}
