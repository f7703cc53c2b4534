using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo1012SlaBegan : RuleCase
{
    private const string Rest = "[Signal(Promised.Availability, \"probe\", Interval = \"30s\", NoData = NoData.Down)]";

    public override Rule Rule => LaterVersionInForce.Rule;

    public override Text Broken => new()
    {
        Attributes = $$"""
            {{Rest}}
            [Sla(99, Effective = "2024-01-01")]
            [{|#0:SlaVersion("2026-11-23", 99.4)|}]
            """,
    };

    public override string Message =>
        "Acme Corp: since 2026-11-23 the SLA is that of [SlaVersion], and rules still judge the one in [Sla]; put the version in force there and the former one into [SlaVersion]";

    public override Text Clean => new()
    {
        Attributes = $$"""
            {{Rest}}
            [Sla(99.4, Effective = "2026-11-23")]
            [SlaVersion("2024-01-01", 99)]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = $$"""
            {{Rest}}
            [Sla(99, Effective = "2024-01-01")]
            [SlaVersion("2026-11-24", 99.4)]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = $$"""
            {{Rest}}
            [Sla(99, Effective = Days.First)]
            [{|#0:SlaVersion(Days.Second, 99.4)|}]
            """,
        Elsewhere = """
            internal static class Days { public const string First = "2024-01-01"; public const string Second = "2026-11" + "-23"; }
            """,
    };
}

public sealed class Zoo1012BillingBegan : RuleCase
{
    public override Rule Rule => LaterVersionInForce.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Billing(BillingModel.PerSeat, Effective = "2024-01-01")]
            """,
        File = """
            client: Acme Corp
            billing_versions:
              - {|#0:effective|}: 2026-06-01
                model: static_mrr
            """,
    };

    public override string Message =>
        "Acme Corp: since 2026-06-01 the billing model is that of [BillingVersion], and rules still judge the one in [Billing]; put the version in force there and the former one into [BillingVersion]";

    public override Text Clean => new()
    {
        Attributes = """
            [Billing(BillingModel.StaticMrr, Effective = "2026-06-01")]
            """,
        File = """
            client: Acme Corp
            billing_versions:
              - effective: 2024-01-01
                model: per-seat
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Billing(BillingModel.PerSeat, Effective = "2024-01-01")]
            [BillingVersion("2027-01-01", BillingModel.StaticMrr)]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Billing(BillingModel.PerSeat, Effective = "2024-01-01")]
            [{|#0:BillingVersion(Next.Day, Next.Model)|}]
            """,
        OtherAssembly = """
            public static class Next { public const string Day = "2026-06-01"; public const ZooInfra.Contracts.BillingModel Model = ZooInfra.Contracts.BillingModel.StaticMrr; }
            """,
    };
}
