// Two towns that know nothing of each other and number alike: the same private networks behind hubs of their own, and a Firewall type that is not ours.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Vpn;

namespace Clients.Towns;

/// <summary>What a town writes into its inventory; no component.</summary>
public sealed class Firewall(string name, string vendor)
{
    public string Name { get; } = name;

    public string Vendor { get; } = vendor;

    public string[] Rules { get; init; } = ["permit any any"];
}

public abstract class TownStack : TenantStack
{
    protected abstract string Hub { get; }

    protected virtual string Clerk => "Town clerk";

    protected void Remote(string until = "2027-05-31")
        => _ = new VpnService("town", new VpnServiceArgs
        {
            Prefixes = { "10.8.0.0/24" },
            Host = Hub,
            Routes = { "192.168.1.0/24" },
            Peers = { new() { Person = Clerk, Device = "laptop", Purpose = "registry at home", Until = until, Subnets = ["192.168.178.0/24"] } },
        });
}

[Tenant("upper_town", Name = "Upper Town")]
[Person("Old clerk", Left = "2026-01-31")]
public sealed partial class UpperTown : TownStack
{
    private static readonly Firewall Inventory = new("town hall", "any");

    public UpperTown()
    {
        Remote();
        _ = Inventory.Vendor;
    }

    protected override string Hub => "vpn.uppertown.example";
}

[Tenant("lower_town", Name = "Lower Town")]
public sealed partial class LowerTown : TownStack
{
    public LowerTown() => Remote(until: "2027-08-31");

    protected override string Hub => "vpn.lowertown.example";

    protected override string Clerk => "Jana Kral";
}
