// A wind farm with lambdas, LINQ and interpolation throughout: what can be read is right, what cannot be read is left alone.
using System.Globalization;
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;
using ZooInfra.Vpn;

namespace Clients.Energy;

[Tenant("wind_farm", Name = "Dogger Wind")]
[Sla(99.0, Response = "2h", PatchWindows = WindowAccounting.Excluded)]
[PatchWindow("Mon, Tue, Wed, Thu, Fri", "10:00-11:00", Zone = "UTC")]
[Signal(Promised.Availability, "SCADA heartbeat", Interval = "5m", NoData = NoData.Down)]
[Signal(Promised.Response, "control room log", Unit = SignalUnit.Seconds)]
public sealed partial class WindFarm : TenantStack
{
    public WindFarm()
    {
        var turbines = Enumerable.Range(1, 24).Select(n => (Host: string.Create(CultureInfo.InvariantCulture, $"t{n:00}"), Address: $"198.51.100.{n}"));
        _ = new DnsZone("doggerwind.example", new DnsZoneArgs
        {
            NameServers = { "ns1.doggerwind.example" },
            Ttl = (int)TimeSpan.FromMinutes(30).TotalSeconds,
            Records = [DnsRecord.A("ns1", "198.51.100.250"), .. turbines.Select(turbine => DnsRecord.A(turbine.Host, turbine.Address))],
        });

        Func<string, string, VpnPeer> crew = (person, boat) => new VpnPeer { Person = person, Device = boat, Purpose = "blade inspection", Until = "2027-08-31" };
        _ = new VpnService("crew", new VpnServiceArgs
        {
            Prefixes = { "10.200.0.0/24" },
            Host = "vpn.doggerwind.example",
            Peers = { crew("Ida Dahl", "tablet of the Hugin"), crew("Per Vik", "tablet of the Munin") },
        });
    }
}
