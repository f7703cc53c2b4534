using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo4103NoRecords : RuleCase
{
    public override Rule Rule => TargetWithoutRecord.Rule;

    public override Text Broken => new() { Constructor = Parts.Zone("DnsRecord.Mx(\"@\", 10, {|#0:\"mial.acme.example\"|}), DnsRecord.A(\"mail\", \"192.0.2.1\"),") };

    public override string Message =>
        "The MX record of acme.example points to mial.acme.example, which has no records in this zone; add them, correct the name, or list 'mial' in OtherNames when somebody else makes them";

    public override Text Clean => new() { Constructor = Parts.Zone("DnsRecord.Mx(\"@\", 10, \"Mail.acme.example.\"), DnsRecord.A(\"mail\", \"192.0.2.1\"),") };

    public override Text NearMiss => new() { Constructor = Parts.Zone("DnsRecord.Mx(\"@\", 10, \"mail.acme.example\"), DnsRecord.Mx(\"@\", 20, \"x.any.acme.example\"), DnsRecord.A(\"*.any\", \"192.0.2.1\"), DnsRecord.Cname(\"www\", \"mail.acme.example.org\"),", "OtherNames = new InputList<string> { \"mail\" },") };

    public override Text Roundabout => new()
    {
        Constructor = Parts.Zone("DnsRecord.Mx(\"@\", 10, Host(\"mial\")), DnsRecord.A(\"mail\", \"192.0.2.1\"),"),
        Members = "private static string Host(string name) => {|#0:name + Zones.Suffix|};",
        Elsewhere = "static class Zones { public static readonly string Suffix = \".acme.example\"; }",
    };
}

public sealed class Zoo4103Alias : RuleCase
{
    public override Rule Rule => TargetWithoutRecord.Rule;

    public override Text Broken => new() { Constructor = Parts.Zone("DnsRecord.Cname(\"ns1\", \"ns.host.example\"),", servers: "{|#0:\"ns1.acme.example\"|}") };

    public override string Message => "The zone acme.example points to ns1.acme.example, which is an alias; it must name the host itself (RFC 2181, section 10.3)";

    public override Text Clean => new() { Constructor = Parts.Zone("DnsRecord.A(\"ns1\", \"192.0.2.1\"),", servers: "\"ns1.acme.example\"") };

    public override Text NearMiss => new() { Constructor = Parts.Zone("DnsRecord.Cname(\"www\", \"web.acme.example\"), DnsRecord.Cname(\"web\", \"ns1.acme.example\"), DnsRecord.A(\"ns1\", \"192.0.2.1\"),", servers: "\"ns1.acme.example\"") };

    public override Text Roundabout => new()
    {
        Constructor = Parts.Zone("DnsRecord.Cname(\"ns1\", \"ns.host.example\"), Unread(),", servers: "{|#0:Servers.First|}"),
        Members = "private static DnsRecord Unread() => DnsRecord.Txt(\"x\", Environment.MachineName);",
        OtherAssembly = "public static class Servers { public const string First = \"ns1.acme.example\"; }",
    };
}
