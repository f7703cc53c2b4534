// A ski resort with seasonal staff: VPN peers from a table, leavers declared, one full tunnel with its reason.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Vpn;

namespace Clients.Hospitality;

[Tenant("ski_resort", Name = "Whitepeak Resort", Zone = "Europe/Zurich")]
[Person("Lena Frei")]
[Person("Marco Poli", Left = "2026-04-30")]
[Person("Season 2026 lift crew", Left = "2026-05-15")]
[PatchWindow("Mon", "10:00-12:00", Zone = "Europe/Zurich")]
public sealed partial class SkiResort : TenantStack
{
    private static readonly (string Person, string Device, string Purpose)[] Season =
    [
        ("Lena Frei", "laptop", "snow reports"),
        ("Gian Caduff", "tablet", "lift control, read only"),
        ("Anja Meier", "laptop", "bookkeeping"),
    ];

    public SkiResort()
    {
        var peers = Season.Select(row => new VpnPeer { Person = row.Person, Device = row.Device, Purpose = row.Purpose, Until = "2027-04-30" }).ToList();
        peers.Add(new VpnPeer
        {
            Person = "Reto Frei",
            Device = "phone",
            Purpose = "travels to trade fairs",
            Until = "2027-02-28",
            Routes = ["0.0.0.0/0", "::/0"],
            FullTunnelReason = "fair networks are not trusted",
        });
        _ = new VpnService("season", new VpnServiceArgs { Prefixes = { "10.66.0.0/24", "fd66::/64" }, Host = "vpn.whitepeak.example", Routes = { "10.64.0.0/16" }, Peers = peers });
    }
}
