// A brewery with a fermentation controller nobody dares to reboot: assets of many species, patch flows that go round them.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;

namespace Clients.Food;

[Tenant("hops_barley", Name = "Hops & Barley")]
[Billing(BillingModel.StaticMrrPlusUsage)]
[Meter("after-hours calls", Source = "phone system, monthly report")]
[PatchWindow("Mon", "04:00-07:00", Zone = "Europe/Berlin")]
[Asset("fermentation controller", Species.SacredCow, Owner = "Brewmaster", Criticality = Criticality.High, Groups = ["plant"])]
[Asset("label printer", Species.Possum, Owner = "Packaging", Criticality = Criticality.Medium, Groups = ["plant"])]
[Asset("tap room tills", Species.Cattle, Owner = "Tap room", Criticality = Criticality.Medium, Groups = ["retail"])]
[Asset("mash sensors", Species.Zebra, Owner = "Brewmaster", Criticality = Criticality.Low, Groups = ["retail"])]
[Asset("gateway of the landlord", Species.LegacyPet, Owner = "Landlord", Criticality = Criticality.High, Ownership = Ownership.Observed)]
[Asset("unknown NAS", Species.Ghost, Owner = "Brewmaster", Criticality = Criticality.Low, Ownership = Ownership.Rumoured, SearchUntil = "2027-02-28")]
[Asset("shadow file share", Species.InvasiveSpecies, Owner = "Office", Criticality = Criticality.Low)]
[PatchFlow("tills", Targets = ["retail"], Reboots = true, Verify = "each till opens a sale", Every = "30d", AgentInterval = "15m", Takes = "50m", Rollback = "20m")]
[PatchFlow("plant, no reboots", Targets = ["plant"], Every = "90d")]
public sealed partial class HopsAndBarley : TenantStack
{
    public HopsAndBarley()
    {
        var zone = new DnsZone("hopsbarley.example", new DnsZoneArgs
        {
            NameServers = { "ns1.dnshost.example", "ns2.dnshost.example" },
            RecoveryTime = TimeSpan.FromHours(1),
            Records =
            {
                DnsRecord.A("@", "192.0.2.77"),
                DnsRecord.Aaaa("@", "2001:db8:77::1"),
                DnsRecord.Cname("shop", "hopsbarley.shops.example"),
                DnsRecord.Txt("@", "v=spf1 ip4:192.0.2.77 include:shops.example -all"),
            },
        });
        _ = zone.ZoneName;
    }
}
