// A planetarium in a file-less, namespace-less style with expression bodies and a zone in a property initializer.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;

[Tenant("planetarium", Name = "Planetarium")]
[Support("standard", Contact = "help@msp.example")]
public sealed partial class Planetarium : TenantStack
{
    public DnsZone Sky { get; } = new("sky.example", new()
    {
        NameServers = { "ns1.dnshost.example", "ns2.dnshost.example" },
        Records = { Star("sun", 1), Star("moon", 2), DnsRecord.Txt("@", Observatory.Mission) },
    });

    private static DnsRecord Star(string name, int last) => DnsRecord.A(name, $"192.0.2.{last}");

    private readonly record struct Observatory
    {
        public const string Mission = "we look up";
    }
}
