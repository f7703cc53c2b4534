// A translation bureau that seals keys in configuration and chooses by environment; secrets never stand in the code.
using Pulumi;
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;
using ZooInfra.Vpn;

namespace Clients.Professional;

[Tenant("translation_bureau", Name = "Babel & Sons")]
[Sla(98.0)]
[Signal(Promised.Availability, "portal probe", Interval = "10m", NoData = NoData.Down)]
public sealed partial class TranslationBureau : TenantStack
{
    public TranslationBureau()
    {
        var config = new Config("babel");
        var isLive = Deployment.Instance.StackName == "translation_bureau";
        var host = isLive ? "vpn.babel.example" : "vpn-test.babel.example";
        _ = new VpnService("translators", new VpnServiceArgs
        {
            Prefixes = { "10.88.0.0/24" },
            Host = host,
            Peers =
            {
                new() { Person = "Chiara Neri", Device = "laptop", Purpose = "terminology server", Until = "2027-02-28", PublicKey = config.Require("chiaraPublicKey") },
                new() { Person = "Amit Shah", Device = "laptop", Purpose = "terminology server", Until = isLive ? "2027-02-28" : "2026-12-31" },
            },
        });

        var zone = new DnsZoneArgs { NameServers = { "ns1.dnshost.example", "ns2.dnshost.example" } };
        zone.Records.Add(DnsRecord.A("@", isLive ? "192.0.2.222" : "192.0.2.223"));
        zone.Records.Add(DnsRecord.A("vpn", "192.0.2.224"));
        if (!isLive)
        {
            zone.Records.Add(DnsRecord.A("vpn-test", "192.0.2.225"));
        }

        zone.Records.Add(DnsRecord.Dkim("k1", config.RequireSecret("dkim")));
        _ = new DnsZone("babel.example", zone);
    }
}
