using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo1002NoSignal : RuleCase
{
    public override Rule Rule => PromiseWithoutSignal.Rule;

    public override Text Broken => new() { Attributes = "[Sla({|#0:99.9|})]" };

    public override string Message =>
        "Acme Corp promises availability 99.9 %, and no signal measures it; add [Signal(Promised.Availability, \"where it comes from\", Interval = \"30s\", NoData = NoData.Down)]";

    public override Text Clean => new() { Attributes = "[Sla(99.9)]\n[Signal(Promised.Availability, \"probe\", Interval = \"30s\", NoData = NoData.Down)]" };

    public override Text NearMiss => new() { Attributes = "[Sla(Clause = \"MSA 4\")]" };

    public override Text Roundabout => new() { Attributes = "[Sla({|#0:Promises.Gold|})]", Elsewhere = "static class Promises { public const double Gold = 99 + 0.9; }" };
}

public sealed class Zoo1002SilenceIsUp : RuleCase
{
    public override Rule Rule => PromiseWithoutSignal.Rule;

    public override Text Broken => new() { Attributes = "[Sla(99.9)]\n[Signal(Promised.Availability, \"probe\", {|#0:NoData = NoData.Up|})]" };

    public override string Message => "The signal 'probe' of Acme Corp takes silence for up, so a total outage counts as kept; say NoData = NoData.Down";

    public override Text Clean => new() { Attributes = "[Sla(99.9)]\n[Signal(Promised.Availability, \"probe\", NoData = NoData.Down)]" };

    public override Text NearMiss => new() { Attributes = "[Sla(99.9)]\n[Signal(Promised.Availability, \"probe\", NoData = NoData.Excluded)]" };

    public override Text Roundabout => new()
    {
        Attributes = "[Sla(99.9)]\n[Signal(Promised.Availability, Probes.Main, {|#0:NoData = (NoData)Probes.Silence|})]",
        OtherAssembly = "public static class Probes { public const string Main = \"probe\"; public const int Silence = 2; }",
    };
}
