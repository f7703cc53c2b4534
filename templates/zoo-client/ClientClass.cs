using ZooInfra;
using ZooInfra.Dns;

namespace RootNamespaceOfPlatform;

/// <summary>The infrastructure of ClientClass. What was promised is in contracts/client-id.contract.yaml.</summary>
[Tenant("client-id")]
public sealed partial class ClientClass : TenantStack
{
    /// <summary>Describes the infrastructure; a preview shows what it would change.</summary>
    public ClientClass()
    {
        _ = new DnsZone("client-host.example", new DnsZoneArgs
        {
            NameServers = { "ns1.client-host.example", "ns2.client-host.example" },
            Records =
            {
                DnsRecord.A("ns1", "192.0.2.1"),
                DnsRecord.A("ns2", "198.51.100.1"),
                DnsRecord.A("www", "203.0.113.10"),
            },
        });
    }
}
