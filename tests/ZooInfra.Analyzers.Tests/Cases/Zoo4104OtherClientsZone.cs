using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo4104OtherClientsZone : RuleCase
{
    private const string Beta = """
        [Tenant("beta", Name = "Beta")]
        public sealed partial class Beta : TenantStack
        {
            public Beta() => _ = new DnsZone("lab.acme.example", new DnsZoneArgs { NameServers = { "ns1.dns.example" } });
        }
        """;

    public override Rule Rule => ZoneOfAnotherClient.Rule;

    public override Text Broken => new() { Constructor = Parts.Zone("{|#0:DnsRecord.A(\"www.lab\", \"192.0.2.1\")|},"), Elsewhere = Beta };

    public override string Message => "www.lab.acme.example lies in the zone lab.acme.example of Beta (beta); have it declared there, and delegate lab.acme.example with NS records";

    public override Text Clean => new() { Constructor = Parts.Zone("DnsRecord.Ns(\"lab\", \"ns1.dns.example\"),"), Elsewhere = Beta };

    public override Text NearMiss => new() { Constructor = Parts.Zone("DnsRecord.A(\"mylab\", \"192.0.2.1\"), DnsRecord.Ns(\"lab\", \"ns2.lab.acme.example\"), DnsRecord.A(\"ns2.lab\", \"192.0.2.2\"),"), Elsewhere = Beta };

    public override Text Roundabout => new()
    {
        Constructor = "Records({|#0:DnsRecord.A(Lab.Web, \"192.0.2.1\")|});",
        Members = "private static void Records(DnsRecord record) { " + Parts.Zone("record,", name: "Lab.Zone") + " }",
        Elsewhere = Beta + "\nstatic class Lab { public const string Zone = \"acme.example\", Web = \"www.lab\"; }",
    };
}
