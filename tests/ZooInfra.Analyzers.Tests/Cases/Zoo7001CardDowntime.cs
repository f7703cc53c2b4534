using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo7001LongerThanWindow : RuleCase
{
    public override Rule Rule => CardDowntime.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [PatchWindow("Wed", "01:00-03:00", Zone = "UTC")]
            [StoryCard("Move mail", Contract = "MSA 7", {|#0:MaxDowntime = "3h"|})]
            """,
    };

    public override string Message =>
        "The card 'Move mail' of Acme Corp allows 3h of downtime, and the longest patch window (Wed 01:00-03:00 UTC) lasts 2h; set MaxDowntime to at most 2h";

    public override Text Clean => new()
    {
        Attributes = """
            [PatchWindow("Wed", "01:00-03:00", Zone = "UTC")]
            [StoryCard("Move mail", Contract = "MSA 7", MaxDowntime = "30m")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [PatchWindow("Wed", "01:00-03:00", Zone = "UTC")]
            [StoryCard("Move mail", Contract = "MSA 7", MaxDowntime = "2h")]
            [StoryCard("Draw it", Contract = "MSA 7")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [PatchWindow("Wed", "01:00-03:00", Zone = "UTC")]
            [StoryCard("Move mail", Contract = "MSA 7", {|#0:MaxDowntime = Cards.Downtime|})]
            """,
        Elsewhere = "static class Cards { public const string Downtime = \"PT3H\"; }",
    };
}

public sealed class Zoo7001LongerThanOwnWindow : RuleCase
{
    public override Rule Rule => CardDowntime.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [PatchWindow("Wed", "01:00-03:00", Zone = "UTC")]
            [StoryCard("Move mail", Contract = "MSA 7", Window = "Wed 01:00-01:30 UTC", {|#0:MaxDowntime = "45m"|})]
            """,
    };

    public override string Message =>
        "The card 'Move mail' of Acme Corp allows 45m of downtime, and its window Wed 01:00-01:30 UTC lasts 30m; set MaxDowntime to at most 30m";

    public override Text Clean => new()
    {
        Attributes = """
            [PatchWindow("Wed", "01:00-03:00", Zone = "UTC")]
            [StoryCard("Move mail", Contract = "MSA 7", Window = "Wed 01:00-01:30 UTC", MaxDowntime = "15m")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [PatchWindow("Wed", "01:00-03:00", Zone = "UTC")]
            [StoryCard("Move mail", Contract = "MSA 7", Window = "Wed 01:00-01:30 UTC", MaxDowntime = "30m")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [PatchWindow("Wed", "01:00-03:00", Zone = "UTC")]
            """,
        File = """
            client: Acme Corp
            cards:
              - title: Move mail
                contract: MSA 7
                window: Wed 01:00-01:30 UTC
                max_downtime: {|#0:45m|}
            """,
    };
}

public sealed class Zoo7001MoreThanTheMonth : RuleCase
{
    public override Rule Rule => CardDowntime.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Sla(99.99, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [StoryCard("Move mail", Contract = "MSA 7", {|#0:MaxDowntime = "5m"|})]
            """,
    };

    public override string Message =>
        "The card 'Move mail' of Acme Corp allows 5m of downtime, and 99.99 % leaves 4.464 minutes even in a month of 31 days (clause MSA 4.2); set MaxDowntime to at most 4m27s";

    public override Text Clean => new()
    {
        Attributes = """
            [Sla(99.99, Clause = "MSA 4.2")]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [StoryCard("Move mail", Contract = "MSA 7", MaxDowntime = "2m")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Sla(99.99, PatchWindows = WindowAccounting.Excluded)]
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [PatchWindow("Wed", "01:00-03:00", Zone = "UTC")]
            [StoryCard("Move mail", Contract = "MSA 7", MaxDowntime = "30m")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Signal(Promised.Availability, "probe", NoData = NoData.Down)]
            [StoryCard("Move mail", Contract = "MSA 7", {|#0:MaxDowntime = Cards.Downtime|})]
            """,
        OtherAssembly = "public static class Cards { public const string Downtime = \"5m\"; }",
        File = """
            client: Acme Corp
            sla:
              availability: 99.99
              clause: MSA 4.2
            """,
    };
}
