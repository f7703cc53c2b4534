using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo8003NoUndo : RuleCase
{
    public override Rule Rule => StepWithoutWayBack.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Runbook("Break the glass")]
            [{|#0:RunbookStep("Break the glass", "open", Changes = true, Verify = "look")|}]
            """,
    };

    public override string Message =>
        "The step 'open' of the runbook 'Break the glass' of Acme Corp changes something and does not say how it is undone; say Undo = \"what is done then\"";

    public override Text Clean => new()
    {
        Attributes = """
            [Runbook("Break the glass")]
            [RunbookStep("Break the glass", "open", Changes = true, Verify = "look", Undo = "close")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Runbook("Break the glass")]
            [RunbookStep("Break the glass", "open", Changes = false)]
            """,
    };

    public override Text Roundabout => new()
    {
        File = """
            client: Acme Corp
            runbook_steps:
              - {|#0:runbook|}: Break the glass
                step: open
                changes: true
                verify: look
            """,
    };
}

public sealed class Zoo8003NothingOnTierOne : RuleCase
{
    public override Rule Rule => StepWithoutWayBack.Rule;

    public override RuleSeverity Severity => RuleSeverity.Error;

    public override Text Broken => new()
    {
        Attributes = """
            [Runbook("Break the glass", Tier = 1, ApprovedBy = "Ana Ruiz", Rehearsed = "2026-11-01")]
            [{|#0:RunbookStep("Break the glass", "open", Changes = true)|}]
            """,
    };

    public override string Message =>
        "The step 'open' of the runbook 'Break the glass' of Acme Corp changes something and does not say how it is checked and how it is undone; say Verify = \"what is looked at\" and Undo = \"what is done then\"";

    public override Text Clean => new()
    {
        Attributes = """
            [Runbook("Break the glass", Tier = 1, ApprovedBy = "Ana Ruiz", Rehearsed = "2026-11-01")]
            [RunbookStep("Break the glass", "open", Changes = true, Verify = "look", Undo = "close")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Runbook("Break the glass", Tier = 1, ApprovedBy = "Ana Ruiz", Rehearsed = "2026-11-01")]
            [RunbookStep("Break the glass", "open", Asset = null)]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Runbook("Break the glass", Tier = 1, ApprovedBy = "Ana Ruiz", Rehearsed = "2026-11-01")]
            [{|#0:RunbookStep("Break the glass", Steps.Open, Changes = Steps.Change)|}]
            """,
        OtherAssembly = "public static class Steps { public const string Open = \"open\"; public const bool Change = true; }",
    };
}
