using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo4102BesideData : RuleCase
{
    public override Rule Rule => AliasBesideData.Rule;

    public override Text Broken => new() { Constructor = Parts.Zone("{|#0:DnsRecord.Cname(\"www\", \"web.host.example\")|}, DnsRecord.Txt(\"WWW\", \"owner=ana\"),") };

    public override string Message => "www.acme.example has a CNAME and TXT records; a CNAME cannot share its name with other data (RFC 1034, section 3.6.2), so remove one";

    public override Text Clean => new() { Constructor = Parts.Zone("DnsRecord.Cname(\"www\", \"web.host.example\"), DnsRecord.Txt(\"@\", \"owner=ana\"),") };

    public override Text NearMiss => new() { Constructor = Parts.Zone("DnsRecord.Cname(\"www\", \"web.host.example\"), DnsRecord.Txt(\"_acme.www\", \"owner=ana\"), DnsRecord.Cname(\"www2\", \"web.host.example\"),") };

    public override Text Roundabout => new()
    {
        Constructor = "var web = {|#0:DnsRecord.Cname(Names.Web, \"web.host.example\")|};\n" + Parts.Zone("web, DnsRecord.Txt(\"www\", \"owner=ana\"),"),
        Elsewhere = "static class Names { public const string Web = \"w\" + \"ww\"; }",
    };
}

public sealed class Zoo4102AtTheZone : RuleCase
{
    public override Rule Rule => AliasBesideData.Rule;

    public override Text Broken => new() { Constructor = Parts.Zone("{|#0:DnsRecord.Cname(\"@\", \"web.host.example\")|},") };

    public override string Message => "acme.example is the zone itself and cannot have a CNAME, since it has SOA and NS records (RFC 1034, section 3.6.2); give it A and AAAA records";

    public override Text Clean => new() { Constructor = Parts.Zone("DnsRecord.A(\"@\", \"192.0.2.1\"),") };

    public override Text NearMiss => new() { Constructor = Parts.Zone("DnsRecord.Cname(\"*\", \"web.host.example\"),") };

    public override Text Roundabout => new() { Constructor = Parts.Zone("{|#0:DnsRecord.Cname(name: Apex, target: \"web.host.example\").WithTtl(60)|},"), Members = "private const string Apex = \"@\";" };
}
