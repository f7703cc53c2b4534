using ZooInfra.CodeFixes;
using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests;

public sealed class WindowLiteralTests
{
    private const string NoZone = "A patch window names no zone, so its hours are nobody's; add an IANA zone such as UTC or America/New_York";

    public static TheoryData<string, string> Malformed => new()
    {
        { "[PatchWindow({|#0:\"Mon, Wendsday\"|}, \"02:00-04:00\", Zone = \"UTC\")]", "Patch window day 'Wendsday' is not a weekday; write Mon, Tue, Wed, Thu, Fri, Sat or Sun" },
        { "[PatchWindow(\"Mon\", {|#0:\"at night\"|}, Zone = \"UTC\")]", "Patch window hours 'at night' are not HH:MM-HH:MM; write them like 02:00-04:00" },
        { "[PatchWindow(\"Mon\", {|#0:\"22:00-24:00\"|}, Zone = \"UTC\")]", "'24:00' is not a time of day; midnight is 00:00, and an end of 00:00 lies on the next day" },
        { "[PatchWindow(\"Mon\", {|#0:\"22:00-23:60\"|}, Zone = \"UTC\")]", "'23:60' is not a time of day; hours go from 00:00 to 23:59" },
        { "[PatchWindow(\"Mon\", {|#0:\"02:00-04:00\"|})]", NoZone },
        { "[PatchWindow(\"Mon\", \"02:00-04:00\", {|#0:Zone = \"EST\"|})]", "'EST' is not an IANA zone name; write UTC or a name like America/New_York (abbreviations and offsets do not follow daylight saving)" },
        { "[PatchWindow(\"Mon\", {|#0:\"02:00-04:00 +02:00\"|})]", "'+02:00' is not an IANA zone name; write UTC or a name like America/New_York (abbreviations and offsets do not follow daylight saving)" },
        { "[PatchWindow(\"Mon\", \"02:00-04:00 UTC\", {|#0:Zone = \"Europe/Berlin\"|})]", "A patch window has two zones, 'UTC' in its hours and 'Europe/Berlin' beside them; keep one" },
        { "[PatchWindow(\"Mon\", {|#0:\"02:00\u201304:00\"|}, Zone = \"UTC\")]", "Patch window hours '02:00\u201304:00' have a dash that is not '-' but U+2013; write 02:00-04:00" },
        { "[PatchWindow(\"Mon\", {|#0:\"02:00\u221204:00\"|}, Zone = \"UTC\")]", "Patch window hours '02:00\u221204:00' have a dash that is not '-' but U+2212; write 02:00-04:00" },
        { "[PatchWindow(\"Mon\", {|#0:\"2:00 - 4:00\"|}, Zone = \"UTC\")]", "Patch window hours '2:00 - 4:00' are not in the form HH:MM-HH:MM; write 02:00-04:00" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public Task A_malformed_window_is_an_error(string attribute, string message) => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client("[Tenant(\"acme_corp\")]\n[Sla(99.99)]\n" + attribute),
        [],
        Verify.Diagnostic(PromiseRules.MalformedWindow, message).WithLocation(0));

    [Theory]
    [InlineData("[PatchWindow(\"Monday, SUN\", \"22:00-02:00\", Zone = \"Europe/Berlin\")]")]
    [InlineData("[PatchWindow(\"Mon\", \"02:00-04:00 UTC\")]")]
    [InlineData("[PatchWindow(\"Mon\", \"00:00-00:00\", Zone = \"UTC\")]")]
    public Task A_plain_window_is_fine(string attribute)
        => Verify.NothingAsync<ClientAnalyzer>(Sources.Client("[Tenant(\"acme_corp\")]\n" + attribute));

    [Fact]
    public Task The_zone_of_a_client_stands_on_its_class_and_is_a_place() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client("[Tenant(\"acme_corp\", {|#0:Zone = \"EST\"|})]"),
        [],
        Verify.Diagnostic(PromiseRules.UnreadableValue, "'EST' is not an IANA zone name; write UTC or a name like America/New_York").WithLocation(0));

    [Fact]
    public Task A_window_is_compared_with_the_zone_on_the_class() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client("[Tenant(\"acme_corp\", Zone = \"Asia/Tokyo\")]\n[PatchWindow({|#0:\"Sat\"|}, \"22:00-23:00\", Zone = \"UTC\")]"),
        [],
        new Microsoft.CodeAnalysis.Testing.DiagnosticResult("ZOO1011", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("The patch window Sat 22:00-23:00 UTC of acme_corp begins on 2026-01-03 at Sun 07:00 in Asia/Tokyo, where the client lives; if Sat is meant there, state the days and hours in that zone"));

    [Fact]
    public Task The_second_window_is_marked_and_not_the_first() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client("""
            [Tenant("acme_corp")]
            [PatchWindow("Mon", "02:00-04:00", Zone = "UTC"), PatchWindow({|#0:"Someday"|}, "02:00-04:00", Zone = "UTC")]
            """),
        [],
        Verify.Diagnostic(PromiseRules.MalformedWindow, "Patch window day 'Someday' is not a weekday; write Mon, Tue, Wed, Thu, Fri, Sat or Sun").WithLocation(0));

    [Fact]
    public Task Arguments_by_name_are_marked_where_they_are() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client("[Tenant(\"acme_corp\")]\n[PatchWindow({|#0:hours: \"at night\"|}, days: \"Mon\", Zone = \"UTC\")]"),
        [],
        Verify.Diagnostic(PromiseRules.MalformedWindow, "Patch window hours 'at night' are not HH:MM-HH:MM; write them like 02:00-04:00").WithLocation(0));

    [Fact]
    public Task A_client_in_two_parts_is_judged_once() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client("[Tenant(\"acme_corp\")]", "public sealed partial class Acme : TenantStack { }\n[PatchWindow(\"Mon\", {|#0:\"at night\"|}, Zone = \"UTC\")]\npublic sealed partial class Acme { }"),
        [],
        Verify.Diagnostic(PromiseRules.MalformedWindow, "Patch window hours 'at night' are not HH:MM-HH:MM; write them like 02:00-04:00").WithLocation(0));

    [Fact]
    public Task A_signed_file_may_have_a_dash_of_print_and_a_short_hour() => Verify.NothingAsync<ClientAnalyzer>(
        Sources.Client("[Tenant(\"a\")]"),
        ("/0/a.contract.yaml", "client: A\npatch_window:\n  days: [Mon]\n  hours: [2:00–4:00 UTC, 05:00−06:00 UTC]\n"));

    [Fact]
    public Task A_window_without_zone_in_a_file_is_marked_there() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client("[Tenant(\"a\")]"),
        [("/0/a.contract.yaml", "client: A\npatch_window:\n  days: [Mon]\n  hours: [02:00-04:00 UTC, {|#0:05:00-06:00|}]\n")],
        Verify.Diagnostic(PromiseRules.MalformedWindow, NoZone).WithLocation(0));

    [Theory]
    [InlineData("600-720 UTC", "10:00-12:00 UTC")]
    [InlineData("600–720 UTC", "10:00-12:00 UTC")]
    [InlineData("36000-43200 UTC", "10:00-12:00 UTC")]
    [InlineData("120:00-240:00", "02:00-04:00")]
    [InlineData("60-1439 Europe/Berlin", "01:00-23:59 Europe/Berlin")]
    public Task Times_that_became_numbers_are_named_as_what_was_meant(string hours, string meant) => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client("[Tenant(\"a\")]"),
        [("/0/a.contract.yaml", $"client: A\npatch_window:\n  days: [Mon]\n  hours: [{{|#0:{hours}|}}]\n")],
        Verify.Diagnostic(PromiseRules.MalformedWindow, $"Patch window hours '{hours}' are numbers, which YAML 1.1 makes of {meant[..5]} where it stands without quotes; write '{meant}' with quotes").WithLocation(0));

    [Theory]
    [InlineData("2-4 UTC")]
    [InlineData("600 UTC")]
    [InlineData("600-1441 UTC")]
    [InlineData("600-99999 UTC")]
    public Task Numbers_that_were_no_times_are_not_guessed(string hours) => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client("[Tenant(\"a\")]"),
        [("/0/a.contract.yaml", $"client: A\npatch_window:\n  days: [Mon]\n  hours: [{{|#0:{hours}|}}]\n")],
        Verify.Diagnostic(PromiseRules.MalformedWindow, $"Patch window hours '{hours}' are not HH:MM-HH:MM; write them like 02:00-04:00").WithLocation(0));

    [Theory]
    [InlineData("\"Mon\", {|#0:\"600-720\"|}", "\"Mon\", \"10:00-12:00\", Zone = \"UTC\"", "Patch window hours '600-720' are numbers, which YAML 1.1 makes of 10:00 where it stands without quotes; write '10:00-12:00' with quotes")]
    [InlineData("\"Mon\", {|#0:\"02:00\u201304:00\"|}, Zone = \"UTC\"", "\"Mon\", \"02:00-04:00\", Zone = \"UTC\"", "Patch window hours '02:00\u201304:00' have a dash that is not '-' but U+2013; write 02:00-04:00")]
    [InlineData("\"Mon\", {|#0:\"2:00-4:00\"|}, Zone = \"UTC\"", "\"Mon\", \"02:00-04:00\", Zone = \"UTC\"", "Patch window hours '2:00-4:00' are not in the form HH:MM-HH:MM; write 02:00-04:00")]
    [InlineData("\"Mon\", /* night */ {|#0:\"02:00-04:00\"|}, MaxDowntime = \"5m\"", "\"Mon\", /* night */ \"02:00-04:00\", MaxDowntime = \"5m\", Zone = \"UTC\"", NoZone)]
    [InlineData("\"Mon\", {|#0:\"02:00\u201404:00 UTC\"|}", "\"Mon\", \"02:00-04:00 UTC\"", "Patch window hours '02:00\u201404:00 UTC' have a dash that is not '-' but U+2014; write 02:00-04:00 UTC")]
    public Task The_fix_writes_the_window_in_plain_form(string arguments, string fixedArguments, string message) => Verify.FixAsync<ClientAnalyzer, PatchWindowFix>(
        Sources.Client($"[Tenant(\"acme_corp\")]\n[PatchWindow({arguments})]"),
        Sources.Client($"[Tenant(\"acme_corp\")]\n[PatchWindow({fixedArguments})]"),
        [Verify.Diagnostic(PromiseRules.MalformedWindow, message).WithLocation(0)]);

    [Fact]
    public Task One_fix_repairs_all_faults_of_all_windows() => Verify.FixAsync<ClientAnalyzer, PatchWindowFix>(
        Sources.Client("""
            [Tenant("acme_corp")]
            [PatchWindow("Mon", {|#0:"2:00–4:00"|})]
            [PatchWindow("Tue", "02:00-04:00", Zone = "Europe/Berlin")]
            [PatchWindow("Wed", {|#1:"02:00—04:00"|}, Zone = "UTC")]
            """),
        Sources.Client("""
            [Tenant("acme_corp")]
            [PatchWindow("Mon", "02:00-04:00", Zone = "UTC")]
            [PatchWindow("Tue", "02:00-04:00", Zone = "Europe/Berlin")]
            [PatchWindow("Wed", "02:00-04:00", Zone = "UTC")]
            """),
        [
            Verify.Diagnostic(PromiseRules.MalformedWindow, NoZone).WithLocation(0),
            Verify.Diagnostic(PromiseRules.MalformedWindow, "Patch window hours '2:00–4:00' have a dash that is not '-' but U+2013; write 02:00-04:00").WithLocation(0),
            Verify.Diagnostic(PromiseRules.MalformedWindow, "Patch window hours '02:00—04:00' have a dash that is not '-' but U+2014; write 02:00-04:00").WithLocation(1),
        ]);

    [Theory]
    [InlineData("\"Mon\", {|#0:\"at night\"|}, Zone = \"UTC\"", "Patch window hours 'at night' are not HH:MM-HH:MM; write them like 02:00-04:00")]
    [InlineData("\"Mon\", {|#0:\"02:00\" + \"-04:00\"|}", NoZone)]
    [InlineData("\"Mon\", \"02:00-04:00\", {|#0:Zone = \"EST\"|}", "'EST' is not an IANA zone name; write UTC or a name like America/New_York (abbreviations and offsets do not follow daylight saving)")]
    public Task No_fix_is_offered_where_the_author_must_decide(string arguments, string message)
    {
        var source = Sources.Client($"[Tenant(\"acme_corp\")]\n[PatchWindow({arguments})]");
        return Verify.FixAsync<ClientAnalyzer, PatchWindowFix>(source, source, [Verify.Diagnostic(PromiseRules.MalformedWindow, message).WithLocation(0)]);
    }
}
