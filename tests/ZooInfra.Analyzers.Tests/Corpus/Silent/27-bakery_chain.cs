// A chain of bakeries generated from one table of shops: a firewall for each, made by a method of the class.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Firewalls;

namespace Clients.Food;

[Tenant("bakery_chain", Name = "Kruste Bakeries")]
[PatchWindow("Sun", "18:00-20:00", Zone = "UTC")]
[Asset("tills", Species.Cattle, Owner = "Shop managers", Criticality = Criticality.High, Groups = ["shops"])]
[Asset("oven bus", Species.Possum, Owner = "Master baker", Criticality = Criticality.High)]
[PatchFlow("tills on Sundays", Targets = ["shops"], Reboots = true, Verify = "till opens", Every = "28d", AgentInterval = "20m", Takes = "45m", Rollback = "30m", Starts = "Sun 18:00 UTC")]
public sealed partial class BakeryChain : TenantStack
{
    private static readonly Dictionary<string, int> Shops = new() { ["market"] = 11, ["station"] = 12, ["harbour"] = 13 };

    private static readonly DateOnly Since = DateOnly.Parse("2026-01-15", System.Globalization.CultureInfo.InvariantCulture);

    public BakeryChain()
    {
        foreach (var (shop, number) in Shops)
        {
            Shop(shop, $"10.{number}.0.0/24");
        }
    }

    private void Shop(string name, string network)
    {
        _ = new Firewall(name, new FirewallArgs
        {
            Zones = [new() { Name = "tills", Interfaces = ["br0"], Networks = { network } }, new() { Name = "wan", Interfaces = ["ppp0"] }],
            Rules = [ToHeadOffice(), TimeAndNames()],
            Nat = [FirewallNatArgs.Masquerade("out", "wan", network)],
        });
    }

    private static FirewallRuleArgs ToHeadOffice() => new()
    {
        Name = "head-office", From = ["tills"], To = ["wan"], Destinations = { "203.0.113.80" }, Services = ["https"], Owner = "IT", Reason = "sales", Ticket = "KB-2", Created = Since, PermanentApprover = "Managing director",
    };

    private static FirewallRuleArgs TimeAndNames() => new()
    {
        Name = "time-and-names", From = ["tills"], To = ["wan"], Services = ["ntp", "dns"], Owner = "IT", Reason = "clocks", Ticket = "KB-3", Created = Since, PermanentApprover = "Managing director",
    };
}
