// waived: ZOO2003
// An opera house that searches for the owner of a lighting gateway longer than agreed; the board allowed it until spring.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;

namespace Clients.Culture;

[Tenant("opera_house", Name = "Old Opera House")]
[Asset("lighting gateway", Species.Ghost, Criticality = Criticality.Medium, SearchUntil = "2026-10-31")]
[Asset("box office", Species.LegacyPet, Owner = "Front of house", Criticality = Criticality.High)]
[Waiver(
    Waivers.Ghost,
    Reason = "The lighting firm closed and its papers are with the receiver",
    ApprovedBy = "Board of the opera",
    Until = "2027-02-15",
    Clause = "MSA 12",
    Compensating = "The port of the gateway is watched and reaches nothing but the stage network")]
public sealed partial class OperaHouse : TenantStack
{
    public OperaHouse() => _ = new DnsZone("oldopera.example", new DnsZoneArgs
    {
        NameServers = { "ns1.dnshost.example", "ns2.dnshost.example" },
        Records = { DnsRecord.A("@", "198.51.100.90"), DnsRecord.Aaaa("@", "2001:db8:90::1"), DnsRecord.Cname("tickets", "oldopera.tickets.example") },
    });
}

internal static class Waivers
{
    public const string Ghost = "ZOO2003";
}
