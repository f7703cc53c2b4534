using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo7003NoSandbox : RuleCase
{
    public override Rule Rule => CardUntried.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [StoryCard("Move mail", Contract = "MSA 7", {|#0:SandboxTest = true|})]
            """,
    };

    public override string Message =>
        "The card 'Move mail' of Acme Corp must pass in a sandbox first and names none; say Sandbox = \"where it is tried\"";

    public override Text Clean => new()
    {
        Attributes = """
            [StoryCard("Move mail", Contract = "MSA 7", SandboxTest = true, Sandbox = "lab")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [StoryCard("Move mail", Contract = "MSA 7", SandboxTest = false)]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [StoryCard("Move mail", Contract = "MSA 7", {|#0:SandboxTest = Cards.Try|}, Sandbox = " ")]
            """,
        OtherAssembly = "public static class Cards { public const bool Try = true; }",
    };
}
