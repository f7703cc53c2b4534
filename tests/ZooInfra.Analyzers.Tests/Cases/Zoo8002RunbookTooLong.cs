using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo8002LongerThanRecovery : RuleCase
{
    public override Rule Rule => RunbookTooLong.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Sla(Recovery = "1h", Clause = "MSA 4.3")]
            [Signal(Promised.Recovery, "probe")]
            [Runbook("Break the glass", {|#0:Takes = "50m"|}, Rollback = "15m")]
            """,
    };

    public override string Message =>
        "The runbook 'Break the glass' of Acme Corp takes 50m and 15m to undo, 1h5m in all, and recovery is promised in 1h (clause MSA 4.3); make it shorter, or agree a longer recovery";

    public override Text Clean => new()
    {
        Attributes = """
            [Sla(Recovery = "1h", Clause = "MSA 4.3")]
            [Signal(Promised.Recovery, "probe")]
            [Runbook("Break the glass", Takes = "30m", Rollback = "15m")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Sla(Recovery = "1h", Clause = "MSA 4.3")]
            [Signal(Promised.Recovery, "probe")]
            [Runbook("Break the glass", Takes = "45m", Rollback = "15m")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Signal(Promised.Recovery, "probe")]
            [Runbook("Break the glass", {|#0:Takes = Runs.Takes|}, Rollback = "PT15M")]
            """,
        Elsewhere = "static class Runs { public const string Takes = \"50m\"; }",
        File = """
            client: Acme Corp
            sla:
              recovery: 1h
              clause: MSA 4.3
            """,
    };
}

public sealed class Zoo8002LongerThanWindow : RuleCase
{
    public override Rule Rule => RunbookTooLong.Rule;

    public override RuleSeverity Severity => RuleSeverity.Error;

    public override Text Broken => new()
    {
        Attributes = """
            [PatchWindow("Wed", "01:00-03:00", Zone = "UTC")]
            [Runbook("Break the glass", Tier = 1, ApprovedBy = "Ana Ruiz", Rehearsed = "2026-11-01", {|#0:Takes = "3h"|})]
            [RunbookStep("Break the glass", "open", Changes = true, Verify = "look", Undo = "close")]
            """,
    };

    public override string Message =>
        "The runbook 'Break the glass' of Acme Corp takes 3h, and it changes things, for which the shortest patch window (Wed 01:00-03:00 UTC) lasts 2h; make it shorter, or agree longer windows";

    public override Text Clean => new()
    {
        Attributes = """
            [PatchWindow("Wed", "01:00-03:00", Zone = "UTC")]
            [Runbook("Break the glass", Takes = "2h")]
            [RunbookStep("Break the glass", "open", Changes = true, Verify = "look", Undo = "close")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [PatchWindow("Wed", "01:00-03:00", Zone = "UTC")]
            [Runbook("Break the glass", Takes = "3h")]
            [RunbookStep("Break the glass", "open", Verify = "look")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Runbook("Break the glass", Tier = Runs.Tier, ApprovedBy = "Ana Ruiz", Rehearsed = "2026-11-01", {|#0:Takes = "PT3H"|})]
            [RunbookStep("Break the glass", "open", Changes = true, Verify = "look", Undo = "close")]
            """,
        OtherAssembly = "public static class Runs { public const int Tier = 1; }",
        File = """
            client: Acme Corp
            patch_window:
              days: [Wed]
              hours: [01:00-03:00 UTC]
            """,
    };
}
