using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo8001TooOld : RuleCase
{
    public override Rule Rule => RunbookStale.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Runbook("Break the glass", RehearseEvery = "90d", {|#0:Rehearsed = "2026-08-24"|})]
            """,
    };

    public override string Message =>
        "The runbook 'Break the glass' of Acme Corp is to be rehearsed every 90d and was on 2026-08-24, 91 days before the build of 2026-11-23; rehearse it and say Rehearsed = \"2026-11-23\" with the day";

    public override Text Clean => new()
    {
        Attributes = """
            [Runbook("Break the glass", RehearseEvery = "90d", Rehearsed = "2026-11-01")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Runbook("Break the glass", RehearseEvery = "90d", Rehearsed = "2026-08-25")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = "[Runbook(\"Break the glass\", RehearseEvery = Rehearsals.Every, {|#0:Rehearsed = Rehearsals.Last|})]",
        OtherAssembly = """
            public static class Rehearsals { public const string Every = "P90D"; public const string Last = "2026-08-24"; }
            """,
    };
}

public sealed class Zoo8001NeverOnTierOne : RuleCase
{
    public override Rule Rule => RunbookStale.Rule;

    public override RuleSeverity Severity => RuleSeverity.Error;

    public override Text Broken => new()
    {
        Attributes = """
            [{|#0:Runbook("Break the glass", Tier = 1, ApprovedBy = "Ana Ruiz")|}]
            """,
    };

    public override string Message =>
        "The runbook 'Break the glass' of Acme Corp is of tier 1 and never was rehearsed; rehearse it and say Rehearsed = \"2026-11-23\" with the day";

    public override Text Clean => new()
    {
        Attributes = """
            [Runbook("Break the glass", Tier = 1, ApprovedBy = "Ana Ruiz", Rehearsed = "2026-11-01")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = "[Runbook(\"Break the glass\", Tier = 2)]",
    };

    public override Text Roundabout => new()
    {
        File = """
            client: Acme Corp
            runbooks:
              - {|#0:name|}: Break the glass
                tier: 1
                approved_by: Ana Ruiz
            """,
    };
}
