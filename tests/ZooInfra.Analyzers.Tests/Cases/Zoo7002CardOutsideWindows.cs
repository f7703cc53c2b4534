using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo7002OtherDay : RuleCase
{
    public override Rule Rule => CardOutsideWindows.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [PatchWindow("Mon, Wed", "02:00-04:00", Zone = "UTC")]
            [StoryCard("Move mail", Contract = "MSA 7", {|#0:Window = "Wed 01:00-03:00 UTC"|})]
            """,
    };

    public override string Message =>
        "The card 'Move mail' of Acme Corp is planned for Wed 01:00-03:00 UTC, and the patch windows are Mon, Wed 02:00-04:00 UTC: on 2026-11-25 it begins Wed 01:00 UTC and no window is open until it ends; move it into a window, or agree one for it";

    public override Text Clean => new()
    {
        Attributes = """
            [PatchWindow("Mon, Wed", "02:00-04:00", Zone = "UTC")]
            [StoryCard("Move mail", Contract = "MSA 7", Window = "Wed 02:00-04:00 UTC")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [PatchWindow("Wed", "01:00-02:00", Zone = "UTC")]
            [PatchWindow("Wed", "02:00-03:00", Zone = "UTC")]
            [StoryCard("Move mail", Contract = "MSA 7", Window = "Wed 01:00-03:00 UTC")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [StoryCard("Move mail", Contract = "MSA 7", {|#0:Window = Cards.Night|})]
            """,
        Elsewhere = "static class Cards { public const string Night = \"Wed 01:00-03:00 UTC\"; }",
        File = """
            client: Acme Corp
            patch_window:
              days: [Mon, Wed]
              hours: [02:00–04:00 UTC]
            """,
    };
}

public sealed class Zoo7002OutsideInSummer : RuleCase
{
    public override Rule Rule => CardOutsideWindows.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-04:00", Zone = "UTC")]
            [StoryCard("Move mail", Contract = "MSA 7", {|#0:Window = "Mon 03:00-04:00 Europe/Berlin"|})]
            """,
    };

    public override string Message =>
        "The card 'Move mail' of Acme Corp is planned for Mon 03:00-04:00 Europe/Berlin, and the patch windows are Mon 02:00-04:00 UTC: on 2027-03-29 it begins Mon 01:00 UTC and no window is open until it ends; move it into a window, or agree one for it";

    public override Text Clean => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-04:00", Zone = "UTC")]
            [StoryCard("Move mail", Contract = "MSA 7", Window = "Mon 02:00-04:00 UTC")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-04:00", Zone = "UTC")]
            [StoryCard("Move mail", Contract = "MSA 7", Window = "Mon 04:00-05:00 Europe/Berlin")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-04:00", Zone = "UTC")]
            [StoryCard("Another", Contract = "MSA 7")]
            [StoryCard("Move mail", Contract = "MSA 7", {|#0:Window = "Mon 03:00-04:00 Europe/Berlin"|})]
            """,
        File = """
            client: Acme Corp
            cards:
              - title: Signed
                contract: MSA 7
                window: Mon 02:00-03:00 UTC
            """,
    };
}
