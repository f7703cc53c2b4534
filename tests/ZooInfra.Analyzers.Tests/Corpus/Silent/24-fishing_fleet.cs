// A fishing fleet that subclasses nothing and nests everything: a nested helper, local functions and a switch on boats.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Vpn;

namespace Clients.Sea;

[Tenant("fishing_fleet", Name = "Blue Cod Fleet")]
[Sla(97.0, Response = "12h")]
[Signal(Promised.Availability, "satellite heartbeat", Interval = "30m", NoData = NoData.Excluded)]
[Signal(Promised.Response, "radio log", Unit = SignalUnit.Seconds)]
public sealed partial class FishingFleet : TenantStack
{
    public FishingFleet()
    {
        string[] boats = ["Marit", "Sif", "Embla"];
        _ = new VpnService("boats", new VpnServiceArgs
        {
            Prefixes = { "10.140.0.0/25" },
            Host = "shore.bluecod.example",
            Routes = { "10.141.0.0/24" },
            Peers = [Peer(boats[0]), Peer(boats[1]), Peer(boats[2])],
        });

        static VpnPeer Peer(string boat) => new()
        {
            Person = "Skipper of " + boat,
            Device = "bridge terminal",
            Purpose = Purpose(boat),
            Until = Season.End,
            Subnets = [Season.NetworkOf(boat)],
        };

        static string Purpose(string boat) => boat switch
        {
            "Marit" => "catch reports and engine data",
            _ => "catch reports",
        };
    }

    private static class Season
    {
        public const string End = "2027-10-31";

        public static string NetworkOf(string boat) => boat switch { "Marit" => "10.142.1.0/24", "Sif" => "10.142.2.0/24", _ => "10.142.3.0/24" };
    }
}
