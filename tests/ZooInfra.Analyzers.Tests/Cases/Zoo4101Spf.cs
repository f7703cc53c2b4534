using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo4101TooManyLookups : RuleCase
{
    private const string Ten = "include:a.example include:b.example include:c.example include:d.example include:e.example a mx a:f.example ptr exists:g.example";

    public override Rule Rule => SpfRefused.Rule;

    public override Text Broken => new() { Constructor = Parts.Zone($"DnsRecord.Txt(\"@\", {{|#0:\"v=spf1 {Ten} redirect=h.example\"|}}),") };

    public override string Message =>
        "The SPF record of acme.example needs 11 lookups, not counting those of what it includes; receivers stop with an error after 10 (RFC 7208, section 4.6.4), so name networks instead of hosts or drop an include";

    public override Text Clean => new() { Constructor = Parts.Zone($"DnsRecord.Txt(\"@\", \"v=spf1 {Ten} ip4:192.0.2.0/24 -all\"),") };

    public override Text NearMiss => new() { Constructor = Parts.Zone($"DnsRecord.Txt(\"@\", \"v=spf1 {Ten} -all\", \"include:a.example\"),") };

    public override Text Roundabout => new()
    {
        Constructor = Parts.Zone("Mail(\"@\", {|#0:Senders.Policy|}),"),
        Members = "private static DnsRecord Mail(string name, string policy) => DnsRecord.Txt(name, policy);",
        OtherAssembly = $"public static class Senders {{ public const string Policy = \"v=spf1 {Ten} \" + Last; public const string Last = \"redirect=h.example\"; }}",
    };
}

public sealed class Zoo4101PolicyTooManyLookups : RuleCase
{
    public override Rule Rule => SpfRefused.Rule;

    public override Text Broken => new() { Constructor = Parts.Zone("{|#0:DnsRecord.Spf(\"@\", new SpfPolicy { Mx = true, Includes = [new(\"a.example\", 6), new(\"b.example\", 2)] })|},") };

    public override string Message =>
        "The SPF record of acme.example needs 11 lookups, 8 of them inside of what it includes; receivers stop with an error after 10 (RFC 7208, section 4.6.4), so name networks instead of hosts or drop an include";

    public override Text Clean => new() { Constructor = Parts.Zone("DnsRecord.Spf(\"@\", new SpfPolicy { Mx = true, Includes = [new(\"a.example\", 6)] }),") };

    public override Text NearMiss => new() { Constructor = Parts.Zone("DnsRecord.Spf(\"@\", new SpfPolicy { Includes = [new(\"a.example\", 6), new(\"b.example\", 2)] }),") };

    public override Text Roundabout => new()
    {
        Constructor = Parts.Zone("{|#0:DnsRecord.Spf(\"@\", Policy)|},"),
        Members = "private static readonly SpfPolicy Policy = new() { Mx = Yes, Includes = [new(\"a.example\", 6), .. More] };\nprivate const bool Yes = true;\nprivate static readonly SpfInclude[] More = [new(\"b.example\", NestedLookups: 1 + 1)];",
    };
}

public sealed class Zoo4101TwoRecords : RuleCase
{
    public override Rule Rule => SpfRefused.Rule;

    public override Text Broken => new() { Constructor = Parts.Zone("DnsRecord.Txt(\"@\", \"v=spf1 mx -all\"), DnsRecord.Txt(\"@\", {|#0:\"v=spf1 a -all\"|}),") };

    public override string Message => "acme.example has 2 SPF records; with more than one, receivers fail them all (RFC 7208, section 3.2), so put them into one";

    public override Text Clean => new() { Constructor = Parts.Zone("DnsRecord.Txt(\"@\", \"v=spf1 mx a -all\"),") };

    public override Text NearMiss => new() { Constructor = Parts.Zone("DnsRecord.Txt(\"@\", \"v=spf1 mx -all\", \"v=spf10\"), DnsRecord.Txt(\"news\", \"v=spf1 a -all\"),") };

    public override Text Roundabout => new()
    {
        Constructor = Parts.Zone("DnsRecord.Txt(\"@\", \"v=spf1 mx -all\"), {|#0:DnsRecord.Spf(Apex.Name, new SpfPolicy { A = true })|},"),
        Elsewhere = "static class Apex { public const string Name = \"@\"; }",
    };
}

public sealed class Zoo4101Everybody : RuleCase
{
    public override Rule Rule => SpfRefused.Rule;

    public override Text Broken => new() { Constructor = Parts.Zone("DnsRecord.Txt(\"@\", {|#0:\"v=spf1 mx +all\"|}),") };

    public override string Message => "The SPF record of acme.example ends in +all, so everybody may send mail in its name; end it in -all, or ~all while you look for senders";

    public override Text Clean => new() { Constructor = Parts.Zone("DnsRecord.Txt(\"@\", \"v=spf1 mx -all\"),") };

    public override Text NearMiss => new() { Constructor = Parts.Zone("DnsRecord.Txt(\"@\", \"v=spf1 mx ?all\", \"everything +all\"),") };

    public override Text Roundabout => new() { Constructor = Parts.Zone("DnsRecord.Txt(\"@\", Policy),"), Members = "private static string Policy => {|#0:$\"v=spf1 {Who} +all\"|}; private const string Who = \"mx\";" };
}
