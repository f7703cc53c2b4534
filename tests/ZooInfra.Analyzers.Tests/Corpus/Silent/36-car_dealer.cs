// Two car dealers of one group on one VPN hub: networks apart, routes only into what each has.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Vpn;

namespace Clients.Retail;

internal static class Hub
{
    internal const string Host = "hub.autogroup.example";

    internal static VpnServiceArgs For(string tunnel, string lan, params VpnPeer[] peers) => new()
    {
        Prefixes = { tunnel },
        Host = Host,
        Routes = { lan },
        Peers = [.. peers],
    };

    internal static VpnPeer Showroom(string manager, string lan) => new() { Person = manager, Device = "showroom router", Purpose = "site", Until = "2027-11-01", Subnets = [lan] };
}

[Tenant("dealer_east", Name = "Autohaus East")]
public sealed partial class DealerEast : TenantStack
{
    public DealerEast() => _ = new VpnService("east", Hub.For("10.150.0.0/24", "10.151.0.0/16", Hub.Showroom("Uwe Ost", "10.151.0.0/16")));
}

[Tenant("dealer_west", Name = "Autohaus West")]
public sealed partial class DealerWest : TenantStack
{
    public DealerWest() => _ = new VpnService("west", Hub.For("10.160.0.0/24", "10.161.0.0/16", Hub.Showroom("Eva West", "10.161.0.0/16")));
}
