// An office park: one firewall for three tenants of the building, each in a zone of its own; two number alike and are translated.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Firewalls;

namespace Clients.Property;

[Tenant("office_park", Name = "Millgate Office Park")]
[PatchWindow("Sun", "06:00-09:00", Zone = "UTC")]
[Asset("edge pair", Species.LegacyPet, Owner = "Facilities", Criticality = Criticality.High, SharedWith = ["architects"])]
public sealed partial class OfficePark : TenantStack
{
    public OfficePark()
    {
        _ = new Firewall("building", new FirewallArgs
        {
            Zones =
            [
                new() { Name = "park", Interfaces = { "bond0.1" }, Client = "office_park", Networks = { "10.10.0.0/16" } },
                new() { Name = "architects", Interfaces = { "bond0.2" }, Client = "architects", Networks = { "192.168.1.0/24" } },
                new() { Name = "notary", Interfaces = { "bond0.3" }, Client = "notary", Networks = { "192.168.1.0/24" } },
                new() { Name = "wan", Interfaces = { "bond1" } },
            ],
            Nat =
            [
                FirewallNatArgs.OneToOne("notary-apart", zone: "notary", network: "192.168.1.0/24", seenAs: "10.201.1.0/24"),
                FirewallNatArgs.Destination("parcel-desk", "wan", "203.0.113.200", "https", "10.10.4.20", 8443),
                FirewallNatArgs.Masquerade("park-out", "wan", "10.10.0.0/16"),
            ],
            Rules =
            [
                new() { Name = "parcel-desk", From = ["wan"], To = ["park"], Destinations = { "10.10.4.20" }, Services = ["tcp/8443"], Log = true, Owner = "Facilities", Reason = "parcel lockers", Ticket = "MG-4", Created = new(2026, 3, 1), Expires = new(2027, 3, 1) },
                new() { Name = "tenants-printer", From = ["architects", "notary"], To = ["park"], Destinations = { "10.10.9.9" }, Services = ["tcp/9100"], Owner = "Facilities", Reason = "shared printer", Ticket = "MG-7", Created = new(2026, 3, 1), PermanentApprover = "Building board" },
            ],
        });
    }
}

[Tenant("architects", Name = "Lind & Berg Architects")]
[PatchWindow("Sun", "07:00-10:00", Zone = "UTC")]
public sealed partial class Architects : TenantStack;
