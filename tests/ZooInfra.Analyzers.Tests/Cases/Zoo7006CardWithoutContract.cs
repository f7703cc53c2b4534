using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo7006NoContract : RuleCase
{
    public override Rule Rule => CardWithoutContract.Rule;

    public override Text Broken => new()
    {
        Attributes = "[{|#0:StoryCard(\"Move mail\")|}]",
    };

    public override string Message =>
        "The card 'Move mail' of Acme Corp does not say which clause it serves; say Contract = \"MSA 7\" with the clause or document that is meant";

    public override Text Clean => new()
    {
        Attributes = """
            [StoryCard("Move mail", Contract = "MSA 7")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [StoryCard("Move mail", Contract = "7")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = "[StoryCard(\"Move mail\", {|#0:Contract = Cards.Clause|})]",
        OtherAssembly = "public static class Cards { public const string Clause = \" \"; }",
    };
}
