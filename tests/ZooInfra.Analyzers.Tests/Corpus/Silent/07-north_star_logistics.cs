// A logistics company with three depots: sites join the VPN in a loop over records of its own, routes from a helper.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Vpn;

namespace Clients.Transport;

public sealed record Depot(string Town, string Network, string Endpoint);

[Tenant("north_star", Name = "North Star Logistics")]
[Sla(99.8, Response = "20m", PatchWindows = WindowAccounting.Excluded)]
[PatchWindow("Tue, Thu", "22:00-00:00", Zone = "UTC")]
[Signal(Promised.Availability, "probe of the dispatch board", Interval = "1m", NoData = NoData.Down)]
[Signal(Promised.Response, "ticket desk")]
[Dependency("carrier A", Availability = 99.5, Redundancy = "lines")]
[Dependency("carrier B", Availability = 99.5, Redundancy = "lines")]
[Dependency("cloud region", Availability = 99.95, Clause = "provider SLA 2026")]
public sealed partial class NorthStar : TenantStack
{
    private static readonly Depot[] Depots =
    [
        new("Oslo", "10.31.0.0/20", "oslo.northstar.example:51820"),
        new("Bergen", "10.32.0.0/20", "bergen.northstar.example:51820"),
        new("Narvik", "10.33.0.0/20", "narvik.northstar.example:51820"),
    ];

    public NorthStar()
    {
        var args = new VpnServiceArgs { Interface = "wg-north", Host = "hub.northstar.example", ListenPort = 51821, Mtu = 1380 };
        args.Prefixes.Add("10.90.0.0/24");
        foreach (var depot in Depots)
        {
            args.Routes.Add(depot.Network);
            args.Peers.Add(new VpnPeer
            {
                Name = depot.Town.ToLowerInvariant(),
                Person = "Depot manager " + depot.Town,
                Device = "router",
                Purpose = "site to site",
                Until = "2027-09-30",
                Subnets = [depot.Network],
                Endpoint = depot.Endpoint,
                Keepalive = 0,
            });
        }

        args.Peers.Add(new() { Person = "Liv Hansen", Device = "tablet", Purpose = "dispatch on the road", Until = "2027-03-01T18:00:00Z", Routes = ["10.31.0.0/20"] });
        _ = new VpnService("north", args);
    }
}
