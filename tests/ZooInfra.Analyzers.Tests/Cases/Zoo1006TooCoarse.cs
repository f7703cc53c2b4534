using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo1006TooCoarse : RuleCase
{
    private const string Down = "NoData = NoData.Down";

    public override Rule Rule => YardstickTooCoarse.Rule;

    public override Text Broken => new() { Attributes = $"[Sla(99.99)]\n[Signal(Promised.Availability, \"probe\", {{|#0:Interval = \"5m\"|}}, {Down})]" };

    public override string Message =>
        "The signal 'probe' of Acme Corp looks every 5m, so one missed sample is more than the 4.032 minutes that 99.99 % leaves in a month of 28 days; Interval = \"2m\" is the next that sees it";

    public override Text Clean => new() { Attributes = $"[Sla(99.99)]\n[Signal(Promised.Availability, \"probe\", Interval = \"2m\", {Down})]" };

    public override Text NearMiss => new() { Attributes = $"[Sla(99.99)]\n[Signal(Promised.Availability, \"probe\", Interval = \"4m1s\", {Down}, Unit = SignalUnit.Ratio)]" };

    public override Text Roundabout => new()
    {
        Attributes = $"[Signal(Promised.Availability, \"probe\", {{|#0:Interval = nameof(Acme.PT5M)|}}, {Down})]",
        Members = "private const int PT5M = 0;",
        File = """
            client: Acme Corp
            sla:
              availability: 99.99
            """,
    };
}
