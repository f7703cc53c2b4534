using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo8005StepOfNone : RuleCase
{
    public override Rule Rule => UnknownRunbook.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Runbook("Break the glass")]
            [RunbookStep({|#0:"Brake the glass"|}, "open")]
            """,
    };

    public override string Message =>
        "The step 'open' names the runbook 'Brake the glass', and Acme Corp has none of that name; did you mean 'Break the glass'?";

    public override Text Clean => new()
    {
        Attributes = """
            [Runbook("Break the glass")]
            [RunbookStep("Break the glass", "open")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [RunbookStep("Brake the glass", "open")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = "[RunbookStep(step: \"open\", {|#0:runbook: Runbooks.Glass|})]",
        OtherAssembly = "public static class Runbooks { public const string Glass = \"Brake the glass\"; }",
        File = """
            client: Acme Corp
            runbooks:
              - name: Break the glass
            """,
    };
}

public sealed class Zoo8005FailoverByNone : RuleCase
{
    public override Rule Rule => UnknownRunbook.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Runbook("Break the glass")]
            [Failover("www.acme.example", {|#0:Runbook = "Move www"|})]
            """,
    };

    public override string Message =>
        "The failover of www.acme.example names the runbook 'Move www', and Acme Corp has none of that name; did you mean 'Break the glass'?";

    public override Text Clean => new()
    {
        Attributes = """
            [Runbook("Break the glass")]
            [Failover("www.acme.example", Runbook = "Break the glass")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Runbook("Break the glass")]
            [Failover("www.acme.example")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Runbook("Break the glass")]
            
            """,
        File = """
            client: Acme Corp
            failovers:
              - record: www.acme.example
                runbook: {|#0:Move www|}
            """,
    };
}
