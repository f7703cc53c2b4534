using System.Globalization;
using Pulumi;
using ZooInfra.Contracts;

namespace ZooInfra.Vpn.TestHost;

/// <summary>Two clients whose VPNs take requests.</summary>
public static class TestPlatform
{
    // A key may be used for a year at most (ZOO5101); the first of a month is the same day in all processes of a test.
    private static readonly string s_until = TimeProvider.System.GetUtcNow().AddDays(150).ToString("yyyy-MM-01", CultureInfo.InvariantCulture);

    public static Platform Platform { get; } = new(
        new Client(new TenantContract("acme_corp", "Acme Corp", null, null, default, default, default), static () => Deployment.RunAsync<AcmeCorp>(), []),
        new Client(new TenantContract("biggov", "BigGov", null, null, default, default, default), static () => Deployment.RunAsync<BigGov>(), []));

    private sealed class AcmeCorp : TenantStack
    {
        public AcmeCorp()
            => _ = new VpnService("staff", new VpnServiceArgs
            {
                Prefixes = { "10.8.0.0/24" },
                Host = "vpn.acme.example",
                Routes = { "10.20.0.0/16" },
                Peers = { new VpnPeer { Person = "Carol Code", Device = "laptop", Purpose = "on call", Until = s_until, PublicKey = "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=" } },
                Requests = new() { MaxPeers = 40, LongestDays = 90 },
            });
    }

    private sealed class BigGov : TenantStack
    {
        public BigGov()
            => _ = new VpnService("field", new VpnServiceArgs
            {
                Prefixes = { "10.9.0.0/24" },
                Host = "vpn.gov.example",
                Requests = new(),
            });
    }
}
