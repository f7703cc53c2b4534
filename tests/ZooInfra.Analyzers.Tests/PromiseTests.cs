using ZooInfra.CodeFixes;
using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests;

public sealed class PromiseTests
{
    private const string Counted =
        "Acme Corp promises 99.99 % a month, which allows 4.464 minutes of downtime in March 2027, but its patch windows count and declare 1200 minutes there (Mon, Wed 02:00-04:00 UTC); promise at most 97.3118 %, or limit or exclude the downtime of the windows (clause MSA 4.2)";

    private const string FileCounted =
        "BigGov promises 99.99 % a month, which allows 4.464 minutes of downtime in March 2027, but its patch windows count and declare 1200 minutes there (Mon, Wed 02:00-04:00 UTC); promise at most 97.3118 %, or limit or exclude the downtime of the windows";

    private const string Unstated =
        "Acme Corp promises 99.99 % a month, which allows 4.464 minutes of downtime in March 2027, and its patch windows (Mon, Wed 02:00-04:00 UTC) declare 1200 minutes there, but the contract does not say whether they count; state PatchWindows = WindowAccounting.Excluded or WindowAccounting.Counted on [Sla], or sla: patch_windows: excluded or counted in the contract file";

    private const string Window = "[PatchWindow(\"Mon, Wed\", \"02:00-04:00\", Zone = \"UTC\")]";

    [Fact]
    public Task Sla_below_counted_windows_is_an_error() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client($$"""
            [Tenant("acme_corp", Name = "Acme Corp")]
            [Sla({|#0:99.99|}, PatchWindows = WindowAccounting.Counted, Clause = "MSA 4.2")]
            {{Window}}
            """),
        [],
        Verify.Diagnostic(AvailabilityBelowCountedWindows.Rule, Counted).WithLocation(0));

    [Theory]
    [InlineData("97.3118", "Counted", "")]
    [InlineData("99.99", "Excluded", "")]
    [InlineData("99.95", "Counted", ", MaxDowntime = \"2m\"")]
    public Task Sla_that_counted_windows_leave_is_fine(string availability, string accounting, string limit) => Verify.NothingAsync<ClientAnalyzer>(
        Sources.Client($$"""
            [Tenant("acme_corp")]
            [Sla({{availability}}, PatchWindows = WindowAccounting.{{accounting}})]
            [PatchWindow("Mon, Wed", "02:00-04:00", Zone = "UTC"{{limit}})]
            """));

    [Fact]
    public Task The_next_promise_above_the_honest_one_is_an_error() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client($$"""
            [Tenant("acme_corp", Name = "Acme Corp")]
            [Sla({|#0:97.3119|}, PatchWindows = WindowAccounting.Counted, Clause = "MSA 4.2")]
            {{Window}}
            """),
        [],
        Verify.Diagnostic(AvailabilityBelowCountedWindows.Rule, Counted.Replace("99.99", "97.3119", StringComparison.Ordinal).Replace("4.464", "1199.96784", StringComparison.Ordinal)).WithLocation(0));

    [Fact]
    public Task A_promise_by_constant_is_judged_like_a_literal() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client(
            $$"""
            [Tenant("acme_corp", Name = "Acme Corp")]
            [Sla({|#0:availability: Acme.Gold + 0.99|}, PatchWindows = WindowAccounting.Counted, Clause = "MSA 4.2")]
            {{Window}}
            """,
            "public sealed partial class Acme : TenantStack { public const double Gold = 99; }"),
        [],
        Verify.Diagnostic(AvailabilityBelowCountedWindows.Rule, Counted).WithLocation(0));

    [Fact]
    public Task A_signed_promise_below_its_windows_is_marked_in_the_file_and_on_the_class() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client("""
            [Tenant("biggov")]
            [{|#1:Sla(PatchWindows = WindowAccounting.Counted)|}]
            """),
        [("/0/contracts/biggov.contract.yaml", Sources.BigGovFile.Replace("99.99", "{|#0:99.99|}", StringComparison.Ordinal))],
        Verify.Diagnostic(AvailabilityBelowCountedWindows.Rule, FileCounted).WithLocation(0).WithLocation(1));

    [Fact]
    public Task A_signed_promise_whose_windows_are_excluded_on_the_class_is_fine() => Verify.NothingAsync<ClientAnalyzer>(
        Sources.Client("""
            [Tenant("biggov")]
            [Sla(PatchWindows = WindowAccounting.Excluded)]
            """),
        ("/0/contracts/biggov.contract.yaml", Sources.BigGovFile));

    [Fact]
    public Task A_high_promise_must_say_whether_windows_count() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client($$"""
            [Tenant("acme_corp", Name = "Acme Corp")]
            [Sla({|#0:99.99|})]
            {{Window}}
            """),
        [],
        Verify.Diagnostic(WindowAccountingUnstated.Rule, Unstated).WithLocation(0));

    [Fact]
    public Task The_seed_contract_must_say_whether_windows_count() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client("[{|#1:Tenant(\"biggov\")|}]"),
        [("/0/contracts/biggov.contract.yaml", Sources.BigGovFile.Replace("99.99", "{|#0:99.99|}", StringComparison.Ordinal))],
        Verify.Diagnostic(WindowAccountingUnstated.Rule, Unstated.Replace("Acme Corp", "BigGov", StringComparison.Ordinal)).WithLocation(0).WithLocation(1));

    [Theory]
    [InlineData("Excluded", "[Sla({|#0:99.99|}, Clause = \"4\")]", "[Sla(99.99, Clause = \"4\", PatchWindows = WindowAccounting.Excluded)]")]
    [InlineData("Excluded", "[Sla({|#0:99.99|}, PatchWindows = WindowAccounting.Unstated, Clause = \"4\")]", "[Sla(99.99, PatchWindows = WindowAccounting.Excluded, Clause = \"4\")]")]
    public Task The_fix_states_whether_windows_count(string choice, string before, string after) => Verify.FixAsync<ClientAnalyzer, WindowAccountingFix>(
        Sources.Client($"[Tenant(\"acme_corp\", Name = \"Acme Corp\")]\n{before}\n{Window}"),
        Sources.Client($"[Tenant(\"acme_corp\", Name = \"Acme Corp\")]\n{after}\n{Window}"),
        [Verify.Diagnostic(WindowAccountingUnstated.Rule, Unstated + " (clause 4)").WithLocation(0)],
        choice);

    [Fact]
    public Task A_fix_that_counts_windows_leaves_the_sum_to_the_next_rule() => Verify.FixAsync<ClientAnalyzer, WindowAccountingFix>(
        Sources.Client("[Tenant(\"acme_corp\", Name = \"Acme Corp\")]\n[Sla({|#0:99.99|})]\n[PatchWindow(\"Mon\", \"02:00-04:00\", Zone = \"UTC\", MaxDowntime = \"30s\")]"),
        Sources.Client("[Tenant(\"acme_corp\", Name = \"Acme Corp\")]\n[Sla(99.99, PatchWindows = WindowAccounting.Counted)]\n[PatchWindow(\"Mon\", \"02:00-04:00\", Zone = \"UTC\", MaxDowntime = \"30s\")]"),
        [Verify.Diagnostic(
            WindowAccountingUnstated.Rule,
            Unstated.Replace("Mon, Wed 02:00-04:00 UTC", "Mon 02:00-04:00 UTC, at most 30s", StringComparison.Ordinal)
                .Replace("1200", "2.5", StringComparison.Ordinal).Replace("4.464", "4.176", StringComparison.Ordinal).Replace("March 2027", "February 2044", StringComparison.Ordinal)).WithLocation(0)],
        "Counted");

    [Theory]
    [InlineData("[Sla(99.5)]", Window)]
    [InlineData("[Sla(99.99)]", "")]
    [InlineData("[Sla(Response = \"5m\")]", Window)]
    [InlineData("", Window)]
    public Task Nothing_is_asked_of_other_promises(string sla, string window)
        => Verify.NothingAsync<ClientAnalyzer>(Sources.Client($"[Tenant(\"acme_corp\")]\n{sla}\n{window}"));

    [Theory]
    [InlineData("[Sla({|#0:101|})]", "Availability '101' is not a percentage above 0 and at most 100 with at most four decimals; write it like 99.99")]
    [InlineData("[Sla({|#0:99.99999|})]", "Availability '99.99999' is not a percentage above 0 and at most 100 with at most four decimals; write it like 99.99")]
    [InlineData("[Sla({|#0:double.NaN|})]", "Availability 'NaN' is not a percentage above 0 and at most 100 with at most four decimals; write it like 99.99")]
    [InlineData("[Sla(99, {|#0:Response = \"5 minutes\"|})]", "Response time '5 minutes' is not a duration; write it like 5m, 1h30m or PT5M")]
    [InlineData("[Sla(99, {|#0:Recovery = \"P1Y\"|})]", "Recovery time 'P1Y' is not a duration; write it like 5m, 1h30m or PT5M")]
    [InlineData("[Sla(99, {|#0:PatchWindows = (WindowAccounting)7|})]", "Window accounting '7' is unknown; write counted or excluded")]
    [InlineData("[Billing({|#0:(BillingModel)9|})]", "Billing model '9' is unknown; it is one of per-seat, static_mrr, static_mrr_plus_usage, tiered")]
    [InlineData("[Regime(Regime.Hipaa, {|#0:Tier = -1|})]", "Tier -1 is not a tier; tiers start at 1")]
    [InlineData("[PatchWindow(\"Mon\", \"02:00-04:00\", Zone = \"UTC\", {|#0:MaxDowntime = \"0m\"|})]", "Downtime '0m' is not a duration; write it like 5m, 1h30m or PT5M")]
    [InlineData("[StoryCard(\"Move\", {|#0:MaxDowntime = \"soon\"|})]", "Downtime 'soon' is not a duration; write it like 5m, 1h30m or PT5M")]
    public Task A_value_that_cannot_be_read_is_an_error(string attribute, string message) => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client("[Tenant(\"acme_corp\")]\n" + attribute),
        [],
        Verify.Diagnostic(PromiseRules.UnreadableValue, message).WithLocation(0));

    [Fact]
    public Task Arithmetic_is_silent_while_a_fact_cannot_be_read() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client($$"""
            [Tenant("acme_corp")]
            [Sla(99.99, {|#0:Response = "x"|}, PatchWindows = WindowAccounting.Counted)]
            {{Window}}
            """),
        [],
        Verify.Diagnostic(PromiseRules.UnreadableValue, "Response time 'x' is not a duration; write it like 5m, 1h30m or PT5M").WithLocation(0));

    [Fact]
    public Task A_class_that_is_no_tenant_is_left_alone()
        => Verify.NothingAsync<ClientAnalyzer>(Sources.Client("[Sla(400)]"));
}
