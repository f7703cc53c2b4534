// Two veterinary clinics of one owner share a base class that makes the zone; each says only its name.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;

namespace Clients.Animals;

public abstract class VeterinaryStack : TenantStack
{
    protected VeterinaryStack(string domain, string address)
        => Zone = new DnsZone(domain, new DnsZoneArgs
        {
            NameServers = { "ns1.vets.example", "ns2.vets.example" },
            Records = { DnsRecord.A("@", address), DnsRecord.Cname("book", "booking.vets.example"), DnsRecord.Txt("@", "v=spf1 a -all") },
        });

    protected DnsZone Zone { get; }
}

[Tenant("paws_north", Name = "Paws North")]
[Billing(BillingModel.StaticMrr)]
public sealed partial class PawsNorth() : VeterinaryStack("pawsnorth.example", "192.0.2.201");

[Tenant("paws_south", Name = "Paws South")]
[Billing(BillingModel.StaticMrr)]
[Sla(99.0)]
[Signal(Promised.Availability, "probe", NoData = NoData.Down)]
public sealed partial class PawsSouth : VeterinaryStack
{
    public PawsSouth() : base("pawssouth.example", Addresses.South) => _ = Zone;

    private static class Addresses
    {
        public const string South = "192.0.2.202";
    }
}
