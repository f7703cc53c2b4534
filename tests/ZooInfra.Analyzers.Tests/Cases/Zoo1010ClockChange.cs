using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo1010SkippedStart : RuleCase
{
    public override Rule Rule => WindowOnClockChange.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [PatchWindow("Sun", {|#0:"02:00-04:00"|}, Zone = "America/New_York")]
            """,
    };

    public override string Message =>
        "The patch window Sun 02:00-04:00 America/New_York of Acme Corp starts at 02:00 on 2027-03-14, a time that the clock there skips that day, so it lasts 1h and not 2h; agree hours that no clock change meets, or a window in UTC";

    public override Text Clean => new()
    {
        Attributes = """
            [PatchWindow("Sun", "02:00-04:00", Zone = "UTC")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [PatchWindow("Sun", "03:00-05:00", Zone = "America/New_York")]
            [PatchWindow("Mon", "02:00-04:00", Zone = "America/New_York")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = "[PatchWindow(Nights.Day, {|#0:Nights.Hours|}, Zone = Nights.Zone)]",
        OtherAssembly = """
            public static class Nights { public const string Day = "Sunday"; public const string Hours = "02:00-04:00"; public const string Zone = "America/New_York"; }
            """,
    };
}

public sealed class Zoo1010RepeatedEnd : RuleCase
{
    public override Rule Rule => WindowOnClockChange.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [PatchWindow("Sat", {|#0:"23:00-01:30"|}, Zone = "America/New_York")]
            """,
    };

    public override string Message =>
        "The patch window Sat 23:00-01:30 America/New_York of Acme Corp ends at 01:30 on 2027-11-07, a time that the clock there shows twice that day, so it lasts 3h30m and not 2h30m; agree hours that no clock change meets, or a window in UTC";

    public override Text Clean => new()
    {
        Attributes = """
            [PatchWindow("Sat", "22:00-01:00", Zone = "Asia/Kolkata")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [PatchWindow("Sat", "22:00-00:59", Zone = "America/New_York")]
            """,
    };

    public override Text Roundabout => new()
    {
        File = """
            client: Acme Corp
            patch_window:
              days: [Sat]
              hours: [{|#0:23:00–01:30 America/New_York|}]
            """,
    };
}
