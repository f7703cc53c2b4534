// A school district: the contract is a file, the class holds zones, a firewall with guests and a patch flow over cattle.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;
using ZooInfra.Firewalls;

namespace Clients.Education;

[Tenant("riverside_schools")]
[Asset("laptop carts", Species.Cattle, Owner = "Media team", Criticality = Criticality.Low, Groups = ["classroom"])]
[Asset("sis", Species.LegacyPet, Owner = "Registrar", Criticality = Criticality.High, Groups = ["servers"], SupportEnds = "2029-10-10")]
[PatchFlow("carts", Targets = ["classroom"], Reboots = true, Verify = "carts check in within a day", Every = "14d", AgentInterval = "30m", Takes = "1h", Rollback = "30m")]
public sealed partial class RiversideSchools : TenantStack
{
    private const string District = "riverside.k12.example";

    public RiversideSchools()
    {
        Zone();
        Edge();
    }

    private static void Zone() => _ = new DnsZone(District, new DnsZoneArgs
    {
        NameServers = { "ns1.state-edu.example", "ns2.state-edu.example" },
        Ttl = 3600,
        Records =
        {
            DnsRecord.A("@", "203.0.113.8"),
            DnsRecord.A("library", "203.0.113.9"),
            DnsRecord.A("portal", "203.0.113.10"),
            DnsRecord.Cname("www", "riverside.k12.example"),
            DnsRecord.Cname("grades", "portal." + District),
            DnsRecord.Mx("@", 1, "mx.mailhost.example"),
            DnsRecord.Txt("@", "v=spf1 include:_spf.mailhost.example ~all"),
            DnsRecord.Caa("@", 0, "issue", "letsencrypt.org"),
        },
    });

    private static void Edge() => _ = new Firewall("district-edge", new FirewallArgs
    {
        Zones =
        [
            new() { Name = "wan", Interfaces = { "eth0" } },
            new() { Name = "staff", Interfaces = { "eth1.10" }, Networks = { "10.20.0.0/16" } },
            new() { Name = "students", Interfaces = { "eth1.20" }, Networks = { "10.21.0.0/16" } },
            new() { Name = "guests", Interfaces = { "eth1.99" }, Networks = { "10.29.0.0/20" } },
        ],
        Services = [new() { Name = "web", Members = ["tcp/80", "tcp/443", "udp/443"] }],
        Rules =
        [
            new() { Name = "staff-to-sis", From = ["staff"], To = ["students"], Destinations = { "10.21.0.5" }, Services = ["https"], Owner = "IT director", Reason = "gradebook", Ticket = "RSD-104", Created = new(2026, 8, 3), Expires = new(2027, 7, 31) },
            new() { Name = "inside-to-web", From = ["staff", "students"], To = ["wan"], Services = ["web", "dns"], Owner = "IT director", Reason = "lessons", Ticket = "RSD-90", Created = new(2025, 8, 1), PermanentApprover = "Superintendent" },
            new() { Name = "guests-to-web", From = ["guests"], To = ["wan"], Services = ["web", "dns"], Log = true, Owner = "IT director", Reason = "visitors", Ticket = "RSD-91", Created = new(2025, 8, 1), PermanentApprover = "Superintendent" },
        ],
        Nat = [FirewallNatArgs.Masquerade("out", "wan", "10.16.0.0/12")],
    });
}
