using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo7005Past : RuleCase
{
    public override Rule Rule => CardOverdue.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [StoryCard("Move mail", Contract = "MSA 7", {|#0:Deadline = "2026-11-22"|})]
            """,
    };

    public override string Message =>
        "The card 'Move mail' of Acme Corp was to be done by 2026-11-22, and the build is of 2026-11-23, 1 day later; remove the card when it is done, or agree a later day";

    public override Text Clean => new()
    {
        Attributes = """
            [StoryCard("Move mail", Contract = "MSA 7", Deadline = "2027-06-30")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [StoryCard("Move mail", Contract = "MSA 7", Deadline = "2026-11-23")]
            """,
    };

    public override Text Roundabout => new()
    {
        File = """
            client: Acme Corp
            cards:
              - title: Move mail
                contract: MSA 7
                deadline: {|#0:2026-11-22|}
            """,
    };
}
