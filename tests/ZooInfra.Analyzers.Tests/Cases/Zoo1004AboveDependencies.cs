using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo1004FourInSeries : RuleCase
{
    public override Rule Rule => PromiseAboveDependencies.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Sla({|#0:99.9|})]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Dependency("cloud", Availability = 99.95)]
            [Dependency("line", Availability = 99.95)]
            [Dependency("mail", Availability = 99.95)]
            [Dependency("power", Availability = 99.95)]
            """,
    };

    public override string Message =>
        "Acme Corp promises 99.9 %, 43.2 minutes of downtime in 30 days, and rests on 'cloud' (99.95 %), 'line' (99.95 %), 'mail' (99.95 %) and 'power' (99.95 %), together at most 99.80014995 %, 86.335222 minutes; promise at most 99.8001 %, or let something stand in for the weakest (Redundancy)";

    public override Text Clean => new()
    {
        Attributes = """
            [Sla(99.8)]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Dependency("cloud", Availability = 99.95)]
            [Dependency("line", Availability = 99.95)]
            [Dependency("mail", Availability = 99.95)]
            [Dependency("power", Availability = 99.95)]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Sla(99.8001)]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Dependency("cloud", Availability = 99.95)]
            [Dependency("line", Availability = 99.95)]
            [Dependency("mail", Availability = 99.95)]
            [Dependency("power", Availability = 99.95)]
            [Dependency("who knows")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Sla({|#0:Promises.Gold|})]
            [Dependency("cloud", Availability = Promises.Theirs)]
            [Dependency("line", Availability = Promises.Theirs)]
            [Dependency("mail", Availability = Promises.Theirs)]
            [Dependency("power", Availability = Promises.Theirs)]
            [Dependency("who knows")]
            """,
        OtherAssembly = "public static class Promises { public const double Gold = 99.9; public const double Theirs = 99 + 0.95; }",
    };
}

public sealed class Zoo1004FarAbove : RuleCase
{
    public override Rule Rule => PromiseAboveDependencies.Rule;

    public override RuleSeverity Severity => RuleSeverity.Error;

    public override Text Broken => new()
    {
        Attributes = """
            [Sla({|#0:99.99|})]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Dependency("line", Availability = 99.8, Redundancy = "lines")]
            [Dependency("host", Availability = 99.5)]
            """,
    };

    public override string Message =>
        "Acme Corp promises 99.99 %, 4.32 minutes of downtime in 30 days, and rests on 'line' (99.8 %, one of 'lines') and 'host' (99.5 %), together at most 99.301 %, 301.968 minutes; promise at most 99.301 %, or let something stand in for the weakest (Redundancy)";

    public override Text Clean => new()
    {
        Attributes = """
            [Sla(99.301)]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Dependency("line", Availability = 99.8, Redundancy = "lines")]
            [Dependency("host", Availability = 99.5)]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Sla(99.99)]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Dependency("line", Availability = 99, Redundancy = "lines")]
            [Dependency("mobile", Availability = 99, Redundancy = "lines")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [Dependency("line", Availability = 99.8, Redundancy = "lines")]
            [Dependency("host", Availability = 99.5)]
            """,
        File = """
            client: Acme Corp
            sla:
              availability: {|#0:99.99|}
            """,
    };
}
