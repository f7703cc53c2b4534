// A botanic garden with an IPv6-first network: deny and allow for both families, networks as ranges and named sets.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Firewalls;

namespace Clients.Culture;

[Tenant("botanic_garden", Name = "Botanic Garden")]
[Billing(BillingModel.StaticMrr)]
public sealed partial class BotanicGarden : TenantStack
{
    private const string Owner = "gardens@botanic.example";

    public BotanicGarden()
    {
        DateOnly created = new(2026, 4, 1), ends = new(2027, 4, 1);
        _ = new Firewall("glasshouse", new FirewallArgs
        {
            Zones =
            [
                new() { Name = "sensors", Interfaces = { "lan2" }, Networks = { "10.70.0.0/24", "2001:db8:70::/64" } },
                new() { Name = "office", Interfaces = { "lan1" }, Networks = { "10.71.0.0/24", "2001:db8:71::/64" } },
                new() { Name = "internet", Interfaces = { "wan0" } },
            ],
            Addresses = [new() { Name = "broker", Members = { "10.71.0.20", "2001:db8:71::20" } }, new() { Name = "florists", Members = { "198.51.100.100-198.51.100.120" } }],
            Rules =
            [
                new() { Name = "no-mail-from-sensors", Action = FirewallAction.Deny, From = ["sensors"], To = ["internet"], Services = ["smtp", "submission"], Owner = Owner, Reason = "a sensor sent spam once", Ticket = "BG-1", Created = created, Expires = ends },
                new() { Name = "sensors-to-broker", From = ["sensors"], To = ["office"], Destinations = { "broker" }, Services = ["tcp/8883"], Owner = Owner, Reason = "humidity", Ticket = "BG-2", Created = created, Expires = ends },
                new() { Name = "florists-to-orders", From = ["internet"], To = ["office"], Sources = { "florists" }, Destinations = { "10.71.0.30" }, Services = ["https"], Log = true, Owner = Owner, Reason = "orders of cut flowers", Ticket = "BG-3", Created = created, Expires = ends },
                new() { Name = "office-out", From = ["office"], To = ["internet"], Services = ["https", "dns", "imaps", "submission"], Owner = Owner, Reason = "work", Ticket = "BG-4", Created = created, PermanentApprover = "Director" },
            ],
        });
    }
}
