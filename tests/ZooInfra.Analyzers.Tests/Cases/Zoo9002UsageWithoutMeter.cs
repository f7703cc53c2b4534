using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo9002NoMeter : RuleCase
{
    public override Rule Rule => UsageWithoutMeter.Rule;

    public override Text Broken => new()
    {
        Attributes = "[Billing({|#0:BillingModel.StaticMrrPlusUsage|})]",
    };

    public override string Message =>
        "Acme Corp pays by static_mrr_plus_usage, and nothing is counted; add [Meter(\"what is counted\", Source = \"where the count comes from\")]";

    public override Text Clean => new()
    {
        Attributes = """
            [Billing(BillingModel.StaticMrrPlusUsage)]
            [Meter("seats", Source = "directory")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = "[Billing(BillingModel.StaticMrr)]",
    };

    public override Text Roundabout => new()
    {
        Attributes = "[Billing({|#0:(BillingModel)Bills.Usage|})]",
        OtherAssembly = "public static class Bills { public const int Usage = 3; }",
    };
}

public sealed class Zoo9002NoSource : RuleCase
{
    public override Rule Rule => UsageWithoutMeter.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Billing(BillingModel.Tiered)]
            [{|#0:Meter("seats")|}]
            """,
    };

    public override string Message =>
        "Acme Corp pays by tiered, and the meter 'seats' does not say where its count comes from; say Source = \"where\"";

    public override Text Clean => new()
    {
        Attributes = """
            [Billing(BillingModel.Tiered)]
            [Meter("seats", Source = "directory")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Billing(BillingModel.PerSeat)]
            [Meter("seats")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = "[{|#0:Meter(nameof(seats))|}]",
        Members = "private static int seats;",
        File = """
            client: Acme Corp
            billing_model: tiered
            """,
    };
}
