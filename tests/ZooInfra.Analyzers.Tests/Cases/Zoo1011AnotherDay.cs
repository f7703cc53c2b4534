using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo1011SundayInNewYork : RuleCase
{
    public override Rule Rule => WindowOnAnotherDay.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [PatchWindow({|#0:"Mon"|}, "02:00-04:00", Zone = "UTC")]
            """,
        File = """
            client: Acme Corp
            zone: America/New_York
            """,
    };

    public override string Message =>
        "The patch window Mon 02:00-04:00 UTC of Acme Corp begins on 2026-11-23 at Sun 21:00 in America/New_York, where the client lives; if Mon is meant there, state the days and hours in that zone";

    public override Text Clean => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-04:00", Zone = "America/Chicago")]
            [PatchWindow("Tue", "22:00-01:00", Zone = "America/New_York")]
            """,
        File = """
            client: Acme Corp
            zone: America/New_York
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [PatchWindow("Mon", "05:00-07:00", Zone = "UTC")]
            """,
        File = """
            client: Acme Corp
            zone: America/New_York
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = "[PatchWindow({|#0:Nights.Day|}, \"02:00-04:00\", Zone = Nights.Zone)]",
        OtherAssembly = """
            public static class Nights { public const string Day = "monday"; public const string Zone = "UTC"; }
            """,
        File = """
            client: Acme Corp
            zone: America/New_York
            """,
    };
}
