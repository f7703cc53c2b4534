using ZooInfra.Analyzers.Tests.Cases;
using ZooInfra.CodeFixes;

namespace ZooInfra.Analyzers.Tests;

/// <summary>The edits that rules state, one and all of a document.</summary>
public sealed class RuleFixTests
{
    [Fact]
    public Task Silence_is_made_to_mean_down() => FixAsync(
        new() { Attributes = "[Sla(99.9)]\n[{|ZOO1002:Signal(Promised.Availability, \"a\")|}]\n[Signal(Promised.Availability, \"b\", {|ZOO1002:NoData = NoData.Up|}, Interval = \"1m\")]" },
        new() { Attributes = "[Sla(99.9)]\n[Signal(Promised.Availability, \"a\", NoData = NoData.Down)]\n[Signal(Promised.Availability, \"b\", NoData = NoData.Down, Interval = \"1m\")]" });

    [Fact]
    public Task A_coarse_signal_gets_the_next_interval_that_sees() => FixAsync(
        new() { Attributes = "[Sla(99.9)]\n[Signal(Promised.Availability, \"a\", {|ZOO1006:Interval = \"1h\"|}, {|ZOO1006:MinimumOutage = \"2h\"|}, NoData = NoData.Down, {|ZOO1006:Unit = SignalUnit.Seconds|})]" },
        new() { Attributes = "[Sla(99.9)]\n[Signal(Promised.Availability, \"a\", Interval = \"30m\", MinimumOutage = \"30m\", NoData = NoData.Down, Unit = SignalUnit.Ratio)]" });

    [Fact]
    public Task A_promise_that_windows_do_not_leave_becomes_the_honest_one() => FixAsync(
        new() { Attributes = "[Sla({|ZOO1001:99.99|}, PatchWindows = WindowAccounting.Counted)]\n[PatchWindow(\"Mon, Wed\", \"02:00-04:00\", Zone = \"UTC\")]\n[Signal(Promised.Availability, \"a\", NoData = NoData.Down)]" },
        new() { Attributes = "[Sla(97.3118, PatchWindows = WindowAccounting.Counted)]\n[PatchWindow(\"Mon, Wed\", \"02:00-04:00\", Zone = \"UTC\")]\n[Signal(Promised.Availability, \"a\", NoData = NoData.Down)]" });

    [Fact]
    public Task A_waiver_that_lasts_too_long_is_shortened_and_one_that_nobody_needs_goes() => FixAsync(
        new() { Attributes = "[Sla(Clause = \"1\")]\n[Waiver(\"ZOO1008\", {|ZOO3001:Until = \"2028-01-01\"|}, Reason = \"a\", ApprovedBy = \"b\", Clause = \"c\", Compensating = \"d\")]" },
        new() { Attributes = "[Sla(Clause = \"1\")]" },
        rounds: 2);

    [Fact]
    public Task A_pragma_and_a_SuppressMessage_are_removed() => FixAsync(
        new()
        {
            Members = """
                #pragma warning disable {|ZOO3003:ZOO6001|}
                    [System.Diagnostics.CodeAnalysis.SuppressMessage("Dns", {|ZOO3003:"ZOO4001"|})]
                    public void Helper() { }
                """,
        },
        new() { Members = "public void Helper() { }" });

    private static Task FixAsync(RuleCase.Text before, RuleCase.Text after, int rounds = 1) => ClientTest.FixAsync<RuleFixes>(before, after, [], rounds: rounds);
}
