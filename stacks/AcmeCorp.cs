using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;
using ZooInfra.Firewalls;

namespace Stacks;

[Tenant("acme_corp", Name = "Acme Corp", Effective = "2024-01-01", Ends = "2028-12-31")]
[Sla(99.99, Response = "5m", PatchWindows = WindowAccounting.Excluded, Clause = "MSA 4.2", Effective = "2026-07-01")]
[SlaVersion("2024-01-01", 99.9, Response = "15m", PatchWindows = WindowAccounting.Excluded, Clause = "MSA 4.1")]
[Billing(BillingModel.PerSeat)]
[PatchWindow("Mon, Wed", "02:00-04:00", Zone = "UTC")]
[Credit(99.99, 10)]
[Credit(99.5, 25)]
[Support("gold", Hours = "24x7", Contact = "help@zoo.example", Clause = "MSA 6")]
[Escalation(1, "on-call engineer")]
[Escalation(2, "head of operations", After = "15m")]
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

        _ = new Firewall("edge", new FirewallArgs
        {
            Zones =
            [
                new() { Name = "wan", Interfaces = ["eth0"] },
                new() { Name = "office", Interfaces = ["eth1"], Networks = { "10.10.0.0/20" } },
                new() { Name = "dmz", Interfaces = ["eth2"], Networks = { "10.10.80.0/24" } },
            ],
            Rules =
            [
                new()
                {
                    Name = "website", From = ["wan"], To = ["dmz"], Destinations = { "10.10.80.10" }, Services = ["https"], Log = true,
                    Owner = "network@acme.example", Reason = "customers read the website", Ticket = "ACME-12", Created = new(2026, 3, 2), PermanentApprover = "it-director@acme.example",
                },
                new()
                {
                    Name = "office-web", From = ["office"], To = ["wan"], Services = ["http", "https", "dns"],
                    Owner = "network@acme.example", Reason = "people work on the web", Ticket = "ACME-13", Created = new(2026, 3, 2), PermanentApprover = "it-director@acme.example",
                },
            ],
            Nat =
            [
                FirewallNatArgs.Destination("website", "wan", "192.0.2.10", "https", "10.10.80.10"),
                FirewallNatArgs.Masquerade("office-out", "wan", "10.10.0.0/20"),
            ],
        });
    }
}
