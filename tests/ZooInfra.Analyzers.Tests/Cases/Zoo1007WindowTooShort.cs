using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo1007NotAlways : RuleCase
{
    public override Rule Rule => WindowTooShortForAgent.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-03:00", Zone = "UTC")]
            [PatchFlow("monthly", Reboots = true, Verify = "ping", {|#0:AgentInterval = "40m"|})]
            """,
    };

    public override string Message =>
        "The patch flow 'monthly' of Acme Corp reboots, its agent looks for work every 40m, and it needs two visits, 1h20m; the longest patch window lasts 1h, so the reboot does not always come; AgentInterval = \"30m\" is the next that fits";

    public override Text Clean => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-03:00", Zone = "UTC")]
            [PatchFlow("monthly", Reboots = true, Verify = "ping", AgentInterval = "30m")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [PatchWindow("Mon", "23:20-00:00", Zone = "UTC")]
            [PatchWindow("Tue", "00:00-00:40", Zone = "UTC")]
            [PatchFlow("monthly", Reboots = true, Verify = "ping", AgentInterval = "40m")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-03:00", Zone = "UTC")]
            [PatchFlow("monthly", Reboots = true, Verify = "ping", {|#0:AgentInterval = Agents.Interval|})]
            """,
        Elsewhere = "static class Agents { public const string Interval = \"PT40M\"; }",
    };
}

public sealed class Zoo1007Never : RuleCase
{
    public override Rule Rule => WindowTooShortForAgent.Rule;

    public override RuleSeverity Severity => RuleSeverity.Error;

    public override Text Broken => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-02:30", Zone = "UTC")]
            [PatchFlow("monthly", Reboots = true, Verify = "ping", {|#0:AgentInterval = "30m"|})]
            """,
    };

    public override string Message =>
        "The patch flow 'monthly' of Acme Corp reboots, its agent looks for work every 30m, and it needs two visits, 1h; the longest patch window lasts 30m, so the reboot never comes; AgentInterval = \"15m\" is the next that fits";

    public override Text Clean => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-03:00", Zone = "UTC")]
            [PatchFlow("monthly", Reboots = true, Verify = "ping", AgentInterval = "30m")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-02:30", Zone = "UTC")]
            [PatchFlow("monthly", AgentInterval = "30m")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [PatchFlow("monthly", Reboots = true, Verify = "ping", {|#0:AgentInterval = "30m"|})]
            """,
        File = """
            client: Acme Corp
            patch_window:
              days: [Mon]
              hours: [02:00-02:30 UTC]
            """,
    };
}
