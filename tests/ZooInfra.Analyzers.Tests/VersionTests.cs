using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests;

/// <summary>Days of contracts and versions that cannot all be right, each at the place where it can be mended.</summary>
public sealed class VersionTests
{
    private const string NoFirstDay = "Other versions of the SLA are stated, so the one in [Sla] needs its first day; add Effective = \"YYYY-MM-DD\", or sla: effective: in the contract file";

    [Fact]
    public Task A_version_beside_a_promise_without_a_first_day_is_marked_on_the_promise() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client("[Tenant(\"a\")]\n[{|#0:Sla(Response = \"5m\")|}]\n[Signal(Promised.Response, \"desk\")]\n[SlaVersion(\"2024-01-01\", Response = \"15m\")]"),
        [],
        Verify.Diagnostic(PromiseRules.UnreadableValue, NoFirstDay).WithLocation(0));

    [Fact]
    public Task A_version_in_the_file_beside_a_promise_on_the_class_is_judged_once_and_together() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client("[Tenant(\"a\")]\n[{|#0:Sla(Response = \"5m\")|}]\n[Signal(Promised.Response, \"desk\")]"),
        [("/0/a.contract.yaml", "client: a\nsla_versions:\n  - effective: 2024-01-01\n    response: 15m\n")],
        Verify.Diagnostic(PromiseRules.UnreadableValue, NoFirstDay).WithLocation(0));

    [Fact]
    public Task A_version_in_the_file_and_its_successor_on_the_class_are_one_history() => Verify.NothingAsync<ClientAnalyzer>(
        Sources.Client("[Tenant(\"a\", Effective = \"2024-01-01\")]\n[Sla(Response = \"5m\", Effective = \"2025-01-01\")]\n[Signal(Promised.Response, \"desk\")]"),
        ("/0/a.contract.yaml", "client: a\nends: 2028-12-31\nsla_versions:\n  - effective: 2024-01-01\n    response: 15m\n"));

    [Fact]
    public Task Two_versions_of_one_day_are_marked_on_the_later_one() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client("[Tenant(\"a\")]\n[Billing(BillingModel.PerSeat, Effective = \"2024-01-01\")]\n[BillingVersion({|#0:\"2024-01-01\"|}, BillingModel.StaticMrr)]"),
        [],
        Verify.Diagnostic(PromiseRules.UnreadableValue, "Two versions of the billing begin on 2024-01-01; give each a day of its own").WithLocation(0));

    [Fact]
    public Task An_end_before_the_beginning_is_marked_where_it_is_written() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client("[Tenant(\"a\", Effective = \"2024-01-01\")]"),
        [("/0/a.contract.yaml", "client: a\nends: {|#0:2023-12-31|}\n")],
        Verify.Diagnostic(PromiseRules.UnreadableValue, "The contract ends on 2023-12-31, before it begins on 2024-01-01; the last day is on or after the first").WithLocation(0));

    [Fact]
    public Task Class_and_file_that_disagree_on_a_day_are_an_error_at_both() => Verify.DiagnosticsAsync<ClientAnalyzer>(
        Sources.Client("[Tenant(\"a\", {|#0:Ends = \"2027-12-31\"|})]"),
        [("/0/a.contract.yaml", "client: a\nends: {|#1:2028-12-31|}\n")],
        Verify.Diagnostic(
            AuthoringRules.Disagreement, "Acme says ends is '2027-12-31', but the signed contract file a.contract.yaml says '2028-12-31'; make the class say the same or leave it out").WithLocation(0).WithLocation(1));
}
