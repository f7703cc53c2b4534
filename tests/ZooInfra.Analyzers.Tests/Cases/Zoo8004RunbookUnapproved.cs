using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo8004NotApproved : RuleCase
{
    public override Rule Rule => RunbookUnapproved.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [{|#0:Runbook("Break the glass", Tier = 1, Rehearsed = "2026-11-01")|}]
            """,
    };

    public override string Message =>
        "The runbook 'Break the glass' of Acme Corp is of tier 1 and nobody approved it; say ApprovedBy = \"who did\"";

    public override Text Clean => new()
    {
        Attributes = """
            [Runbook("Break the glass", Tier = 1, ApprovedBy = "Ana Ruiz", Rehearsed = "2026-11-01")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Runbook("Break the glass", Tier = 2, Rehearsed = "2026-11-01")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [{|#0:Runbook("Break the glass", Tier = Tiers.Top, Rehearsed = "2026-11-01", ApprovedBy = Tiers.Nobody)|}]
            """,
        Elsewhere = "static class Tiers { public const int Top = 1; public const string Nobody = null!; }",
    };
}
