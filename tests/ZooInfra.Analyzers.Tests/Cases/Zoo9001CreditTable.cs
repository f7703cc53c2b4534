using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo9001Gap : RuleCase
{
    public override Rule Rule => CreditTable.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Sla(99.9, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Credit({|#0:99.5|}, 10)]
            [Credit(99, 25)]
            """,
    };

    public override string Message =>
        "Acme Corp is promised 99.9 % (clause MSA 4.2) and gets 10 % below 99.5 % back, so between the two nothing is paid for a broken promise; begin below 99.9";

    public override Text Clean => new()
    {
        Attributes = """
            [Sla(99.9, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Credit(99.9, 10)]
            [Credit(99, 25)]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Sla(99.9, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Credit(99, 10)]
            [Credit(99.9, 10)]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Sla(Steps.Gold, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Credit(percent: 25, below: 99)]
            [Credit(percent: 10, {|#0:below: Steps.First|})]
            """,
        OtherAssembly = "public static class Steps { public const double Gold = 99.9; public const double First = 99.5; }",
    };
}

public sealed class Zoo9001AbovePromise : RuleCase
{
    public override Rule Rule => CreditTable.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Sla(99.9, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Credit({|#0:99.99|}, 10)]
            """,
    };

    public override string Message =>
        "Acme Corp gets 10 % below 99.99 % back, and 99.9 % is promised (clause MSA 4.2), so it pays while the promise is kept; begin below 99.9";

    public override Text Clean => new()
    {
        Attributes = """
            [Sla(99.9, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Credit(99.9, 10)]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Sla(99.9, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Credit(99.9000, 10)]
            [Credit(99.8999, 100)]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = "[Signal(Promised.Availability, \"probe\", NoData = NoData.Down)]",
        File = """
            client: Acme Corp
            sla:
              availability: 99.9
              clause: MSA 4.2
            credits:
              - below: {|#0:99.99|}
                percent: 10
            """,
    };
}

public sealed class Zoo9001Falling : RuleCase
{
    public override Rule Rule => CreditTable.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Sla(99.9, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Credit(99.9, 25)]
            [Credit(99, {|#0:10|})]
            """,
    };

    public override string Message =>
        "Acme Corp gets 25 % below 99.9 % back and only 10 % below 99 %, so worse service costs us less; let the lower step pay at least 25 %";

    public override Text Clean => new()
    {
        Attributes = """
            [Sla(99.9, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Credit(99.9, 10)]
            [Credit(99, 25)]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Sla(99.9, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Credit(99.9, 25)]
            [Credit(99, 25)]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Sla(99.9, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Credit(99, {|#0:Steps.Second|})]
            [Credit(99.9, 25)]
            """,
        Elsewhere = "static class Steps { public const double Second = 10; }",
    };
}

public sealed class Zoo9001Twice : RuleCase
{
    public override Rule Rule => CreditTable.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Sla(99.9, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Credit(99.9, 10)]
            [{|#0:Credit(99.9, 25)|}]
            """,
    };

    public override string Message =>
        "Acme Corp gets 10 % below 99.9 % and 25 % below 99.9 % back, two shares for one availability; keep one";

    public override Text Clean => new()
    {
        Attributes = """
            [Sla(99.9, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Credit(99.9, 10)]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Sla(99.9, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Credit(99.9, 10)]
            [Credit(99.8999, 25)]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Sla(99.9, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Credit(99.9, 10)]
            [{|#0:Credit(Steps.Second, 25)|}]
            """,
        Elsewhere = "static class Steps { public const double Second = 99.9; }",
    };
}

public sealed class Zoo9001MoreThanAll : RuleCase
{
    public override Rule Rule => CreditTable.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Sla(99.9, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Credit(99.9, {|#0:120|})]
            """,
    };

    public override string Message =>
        "Acme Corp gets 120 % below 99.9 % back; a share of the fee is above 0 and at most 100 %";

    public override Text Clean => new()
    {
        Attributes = """
            [Sla(99.9, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Credit(99.9, 10)]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Sla(99.9, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Credit(99.9, 100)]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Sla(99.9, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Credit(99.9, {|#0:Steps.All|})]
            """,
        OtherAssembly = "public static class Steps { public const double All = 120; }",
    };
}

public sealed class Zoo9001NoPromise : RuleCase
{
    public override Rule Rule => CreditTable.Rule;

    public override Text Broken => new()
    {
        Attributes = "[{|#0:Credit(99.9, 10)|}]",
    };

    public override string Message =>
        "Acme Corp gets 10 % below 99.9 % back and was promised no availability; promise one with [Sla(99.9)], or remove the step";

    public override Text Clean => new()
    {
        Attributes = """
            [Sla(99.9, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Credit(99.9, 10)]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = "[Sla(Clause = \"MSA 4\")]",
    };

    public override Text Roundabout => new()
    {
        File = """
            client: Acme Corp
            credits:
              - {|#0:below|}: 99.9
                percent: 10
            """,
    };
}
