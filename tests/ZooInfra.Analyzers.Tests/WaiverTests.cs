using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using ZooInfra.Analyzers.Tests.Cases;

namespace ZooInfra.Analyzers.Tests;

/// <summary>Waivers, on the day 2026-11-23.</summary>
public sealed class WaiverTests
{
    private const string Sla = "[Sla({|#0:99.99|})]\n[PatchWindow(\"Mon\", \"02:00-04:00\", Zone = \"UTC\")]\n[Signal(Promised.Availability, \"probe\", Interval = \"30s\", NoData = NoData.Down)]";
    private const string Whole = "Reason = \"Old\", ApprovedBy = \"Ana\", Clause = \"9\", Compensating = \"Watched\"";

    private const string Unstated =
        "Acme Corp promises 99.99 % a month, which allows 4.176 minutes of downtime in February 2044, and its patch windows (Mon 02:00-04:00 UTC) declare 600 minutes there, but the contract does not say whether they count; state PatchWindows = WindowAccounting.Excluded or WindowAccounting.Counted on [Sla], or sla: patch_windows: excluded or counted in the contract file";

    [Theory]
    [InlineData("{|#1:Waiver(\"ZOO1008\", Reason = \"Old\", ApprovedBy = \"Ana\", Until = \"2027-03-31\")|}", "The waiver of ZOO1008 does not state Clause and Compensating; without them it excepts from nothing")]
    [InlineData("{|#1:Waiver(\"ZOO1008\", ApprovedBy = \"Ana\", Until = \"2027-03-31\", Clause = \"9\", Compensating = \"Watched\", Reason = \" \")|}", "The waiver of ZOO1008 does not state Reason; without it it excepts from nothing")]
    [InlineData("Waiver(\"ZOO1008\", {|#1:Until = \"2026-11-22\"|}, " + Whole + ")", "The waiver of ZOO1008 ended on 2026-11-22 and the build is of 2026-11-23; mend what it excepted from, or have it approved anew")]
    [InlineData("Waiver(\"ZOO1008\", {|#1:Until = \"2027-05-23\"|}, " + Whole + ")", "The waiver of ZOO1008 lasts from 2026-11-23 to 2027-05-23, 181 days; at most 180 are allowed, so let it end by 2027-05-22")]
    [InlineData("Waiver(\"ZOO1008\", Granted = \"2026-06-01\", {|#1:Until = \"2026-12-31\"|}, " + Whole + ")", "The waiver of ZOO1008 lasts from 2026-06-01 to 2026-12-31, 213 days; at most 180 are allowed, so let it end by 2026-11-28")]
    [InlineData("Waiver(\"ZOO1008\", Until = \"2027-03-31\", RequestedBy = \"ana \", Reason = \"Old\", {|#1:ApprovedBy = \"Ana\"|}, Clause = \"9\", Compensating = \"Watched\")", "Ana asked for the waiver of ZOO1008 and approved it; somebody else must approve")]
    [InlineData("Waiver({|#1:\"ZOO1018\"|}, Until = \"2027-03-31\", " + Whole + ")", "No rule is called 'ZOO1018'; did you mean ZOO1008?")]
    [InlineData("Waiver({|#1:\"ZOO9014\"|}, Until = \"2027-03-31\", " + Whole + ")", "ZOO9014 cannot be waived; mend what it finds and remove the waiver")]
    public Task A_waiver_that_does_not_hold_is_an_error_and_excepts_from_nothing(string waiver, string message) => ClientTest.RunAsync(
        new() { Attributes = $"{Sla}\n[{waiver}]" },
        Finding("ZOO1008", DiagnosticSeverity.Error, Unstated, 0),
        Finding("ZOO3001", DiagnosticSeverity.Error, message, 1));

    [Theory]
    [InlineData("2027-05-22", DiagnosticSeverity.Info, "")]
    [InlineData("2026-12-24", DiagnosticSeverity.Info, "")]
    [InlineData("2026-12-23", DiagnosticSeverity.Warning, ", 30 days left")]
    [InlineData("2026-11-24", DiagnosticSeverity.Warning, ", 1 day left")]
    [InlineData("2026-11-23", DiagnosticSeverity.Warning, ", which is today")]
    public Task A_waiver_that_holds_turns_an_error_into_advice_and_warns_before_it_ends(string until, DiagnosticSeverity severity, string left) => ClientTest.RunAsync(
        new() { Attributes = $"{Sla}\n[Waiver(\"ZOO1008\", Until = \"{until}\", {Whole})]" },
        Finding("ZOO1008", severity, $"{Unstated} [waived by Ana until {until}{left}: Old]", 0));

    [Fact]
    public Task A_waiver_holds_from_the_day_it_is_granted() => ClientTest.RunAsync(
        new() { Attributes = $"{Sla}\n[Waiver(\"ZOO1008\", Granted = \"2026-11-24\", Until = \"2027-03-31\", {Whole})]" },
        Finding("ZOO1008", DiagnosticSeverity.Error, Unstated, 0));

    [Fact]
    public Task The_contract_may_allow_fewer_days() => ClientTest.RunAsync(
        new() { Attributes = $"{Sla}\n[RegimeTerms(Regime.ClientPolicy, WaiverDays = 30)]\n[Waiver(\"ZOO1008\", {{|#1:Until = \"2027-03-31\"|}}, {Whole})]" },
        Finding("ZOO1008", DiagnosticSeverity.Error, Unstated, 0),
        Finding("ZOO3001", DiagnosticSeverity.Error, "The waiver of ZOO1008 lasts from 2026-11-23 to 2027-03-31, 128 days; at most 30 are allowed, so let it end by 2026-12-23", 1));

    [Fact]
    public Task A_waiver_that_nobody_needs_is_a_warning() => ClientTest.RunAsync(
        new() { Attributes = $"[Sla(99)]\n[Signal(Promised.Availability, \"probe\", Interval = \"30s\", NoData = NoData.Down)]\n[{{|#0:Waiver(\"ZOO1008\", Until = \"2027-03-31\", {Whole})|}}]" },
        Finding("ZOO3002", DiagnosticSeverity.Warning, "Acme Corp keeps ZOO1008, so its waiver excepts from nothing; remove it", 0));

    [Fact]
    public Task A_waiver_in_the_contract_file_holds_and_is_marked_there() => ClientTest.RunAsync(
        new()
        {
            Attributes = "[Signal(Promised.Availability, \"probe\", Interval = \"30s\", NoData = NoData.Down)]",
            File = """
                client: Acme Corp
                sla:
                  availability: {|#0:99.99|}
                patch_window:
                  days: [Mon]
                  hours: [02:00-04:00 UTC]
                waivers:
                  - rule: ZOO1008
                    until: 2027-03-31
                    reason: Old
                    approved_by: Ana
                    clause: 9
                    compensating: Watched
                  - rule: ZOO1001
                    until: {|#1:2026-01-31|}
                    reason: Old
                    approved_by: Ana
                    clause: 9
                    compensating: Watched
                """,
        },
        Finding("ZOO1008", DiagnosticSeverity.Info, Unstated + " [waived by Ana until 2027-03-31: Old]", 0),
        Finding("ZOO3001", DiagnosticSeverity.Error, "The waiver of ZOO1001 ended on 2026-01-31 and the build is of 2026-11-23; mend what it excepted from, or have it approved anew", 1));

    [Fact]
    public Task Pragmas_and_SuppressMessage_of_rules_are_errors() => ClientTest.RunAsync(
        new()
        {
            Members = """
                #pragma warning disable {|#0:ZOO6001|}, CS0168
                [System.Diagnostics.CodeAnalysis.SuppressMessage("Dns", {|#1:"ZOO4001:anything"|})]
                public void Helper() { }
                #pragma warning restore ZOO6001
                #pragma warning disable CS0168
                {|#2:#pragma warning disable|}
                """,
        },
        Finding("ZOO3003", DiagnosticSeverity.Error, "#pragma warning disable silences ZOO6001 with no reason, approver or end that anybody sees; write a [Waiver] on the client, or mend what the rule finds", 0),
        Finding("ZOO3003", DiagnosticSeverity.Error, "SuppressMessage silences ZOO4001 with no reason, approver or end that anybody sees; write a [Waiver] on the client, or mend what the rule finds", 1),
        Finding("ZOO3003", DiagnosticSeverity.Error, "#pragma warning disable silences every rule with no reason, approver or end that anybody sees; write a [Waiver] on the client, or mend what the rule finds", 2));

    private static DiagnosticResult Finding(string id, DiagnosticSeverity severity, string message, int mark)
        => new DiagnosticResult(id, severity).WithMessage(message).WithLocation(mark).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);
}
