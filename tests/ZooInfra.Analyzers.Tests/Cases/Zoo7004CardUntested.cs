using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo7004OneShort : RuleCase
{
    public override Rule Rule => CardUntested.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [StoryCard("Move mail", Contract = "MSA 7", Acceptance = new[] { "mail arrives", "mail leaves" }, {|#0:Tests = new[] { "Mail.Arrives" }|})]
            """,
    };

    public override string Message =>
        "The card 'Move mail' of Acme Corp has 2 acceptance criteria and 1 tests; Tests has one for each, in the same order; the first without is 'mail leaves'";

    public override Text Clean => new()
    {
        Attributes = """
            [StoryCard("Move mail", Contract = "MSA 7", Acceptance = new[] { "mail arrives" }, Tests = new[] { "Mail.Arrives" })]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [StoryCard("Move mail", Contract = "MSA 7", Acceptance = new[] { "mail arrives" })]
            """,
    };

    public override Text Roundabout => new()
    {
        File = """
            client: Acme Corp
            cards:
              - title: Move mail
                contract: MSA 7
                acceptance: [mail arrives, mail leaves]
                {|#0:tests|}: [Mail.Arrives]
            """,
    };
}

public sealed class Zoo7004DeadlineAndNone : RuleCase
{
    public override Rule Rule => CardUntested.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [StoryCard("Move mail", Contract = "MSA 7", Deadline = "2027-06-30", {|#0:Acceptance = new[] { "mail arrives" }|})]
            """,
    };

    public override string Message =>
        "The card 'Move mail' of Acme Corp has 1 acceptance criteria and 0 tests; Tests has one for each, in the same order; the first without is 'mail arrives'";

    public override Text Clean => new()
    {
        Attributes = """
            [StoryCard("Move mail", Contract = "MSA 7", Deadline = "2027-06-30", Acceptance = new[] { "mail arrives" }, Tests = new[] { "Mail.Arrives" })]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [StoryCard("Move mail", Contract = "MSA 7", Deadline = "2027-06-30")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [StoryCard("Move mail", Contract = "MSA 7", Deadline = Cards.End, {|#0:Acceptance = new[] { Cards.Goal }|})]
            """,
        Elsewhere = """
            static class Cards { public const string End = "2027-06-30"; public const string Goal = "mail arrives"; }
            """,
    };
}
