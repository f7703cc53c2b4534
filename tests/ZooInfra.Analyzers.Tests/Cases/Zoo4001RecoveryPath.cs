using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo4001TtlTooLong : RuleCase
{
    internal const string Path = """
        [Sla(Recovery = "15m", Clause = "MSA 4")]
        [Signal(Promised.Recovery, "drills")]
        [Runbook("Move the site", Tier = 2, Rehearsed = "2026-10-01", RehearseEvery = "180d", Takes = "3m", Rollback = "2m", ApprovedBy = "Ana Ruiz")]
        [Failover("www.acme.example", Detect = "2m", Page = "5m", Runbook = "Move the site")]
        """;

    public override Rule Rule => RecoveryPathTooLong.Rule;

    public override Text Broken => new() { Attributes = Path, Constructor = Parts.Zone("DnsRecord.A(\"www\", \"192.0.2.1\").WithTtl({|#0:600|}),") };

    public override string Message =>
        "Acme Corp promises recovery in 15m, but the way back over www.acme.example takes 20m: 2m until the outage is seen, 5m until somebody works on it, 3m for the runbook 'Move the site' and 10m in which resolvers keep its A records; a TTL of at most 300 fits (clause MSA 4)";

    public override Text Clean => new() { Attributes = Path, Constructor = Parts.Zone("DnsRecord.A(\"www\", \"192.0.2.1\").WithTtl(300),") };

    public override Text NearMiss => new() { Attributes = Path, Constructor = Parts.Zone("DnsRecord.A(\"www\", \"192.0.2.1\"), DnsRecord.A(\"ftp\", \"192.0.2.2\").WithTtl(3600),", "Ttl = 300,") };

    public override Text Roundabout => new()
    {
        Attributes = Path,
        Constructor = Parts.Zone("Web({|#0:Times.Quick|}),"),
        Members = "private static DnsRecord Web(int ttl) => DnsRecord.A(\"www\", \"192.0.2.1\") with { Ttl = ttl };",
        Elsewhere = "static class Times { public const int Quick = 5 * 120; }",
    };
}

public sealed class Zoo4001DefaultTtl : RuleCase
{
    public override Rule Rule => RecoveryPathTooLong.Rule;

    public override Text Broken => new() { Attributes = Zoo4001TtlTooLong.Path, Constructor = Parts.Zone("{|#0:DnsRecord.A(\"www\", \"192.0.2.1\")|},") };

    public override string Message =>
        "Acme Corp promises recovery in 15m, but the way back over www.acme.example takes 1h10m: 2m until the outage is seen, 5m until somebody works on it, 3m for the runbook 'Move the site' and 1h in which resolvers keep its A records; a TTL of at most 300 fits (clause MSA 4)";

    public override Text Clean => new() { Attributes = Zoo4001TtlTooLong.Path, Constructor = Parts.Zone("DnsRecord.A(\"www\", \"192.0.2.1\"),", "RecoveryTime = TimeSpan.FromMinutes(10),") };

    public override Text NearMiss => new() { Attributes = Zoo4001TtlTooLong.Path, Constructor = Parts.Zone("DnsRecord.A(\"www\", \"192.0.2.1\"),", "RecoveryTime = new TimeSpan(0, 10, 1),") };

    public override Text Roundabout => new()
    {
        Attributes = Zoo4001TtlTooLong.Path,
        Constructor = "var records = new List<DnsRecord> { {|#0:DnsRecord.A(Names.Web, \"192.0.2.1\")|} };\n_ = new DnsZone(Names.Zone, new() { NameServers = { \"ns1.dns.example\" }, Records = records });",
        OtherAssembly = "public static class Names { public const string Web = \"www\", Zone = \"acme.example\"; }",
    };
}

public sealed class Zoo4001MovesTooEarly : RuleCase
{
    private const string Start = "[Failover(\"www.acme.example\", FormerTtl = \"1d\", Lowered = \"2026-12-01T08:00:00Z\", ";

    public override Rule Rule => RecoveryPathTooLong.Rule;

    public override Text Broken => new() { Attributes = Start + "{|#0:CutOver = \"2026-12-01T22:00:00Z\"|})]" };

    public override string Message =>
        "www.acme.example moves at 2026-12-01T22:00:00Z, but its TTL was 1d until 2026-12-01T08:00:00Z, so resolvers keep the old address until 2026-12-02T08:00:00Z; move it then or later";

    public override Text Clean => new() { Attributes = Start + "CutOver = \"2026-12-02T22:00:00Z\")]" };

    public override Text NearMiss => new() { Attributes = Start + "CutOver = \"2026-12-02T08:00:00Z\")]" };

    public override Text Roundabout => new() { Attributes = Start + "{|#0:CutOver = Moves.Web|})]", Elsewhere = "static class Moves { public const string Day = \"2026-12-01\", Web = Day + \"T22:00:00Z\"; }" };
}
