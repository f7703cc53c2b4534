using NodaTime;

namespace ZooInfra.Contracts.Tests;

/// <summary>What is not known is neither good nor bad.</summary>
public sealed class ContractVerdictTests
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    [Fact]
    public void Nothing_is_late_where_the_day_is_not_known()
    {
        var contract = Contract(
            Item("assets", 0, ("name", "nas"), ("species", "ghost"), ("criticality", "low"), ("search_until", "2001-01-01"), ("support_ends", "2001-01-01")),
            Item("runbooks", 0, ("name", "move"), ("rehearse_every", "90d"), ("rehearsed", "2001-01-01")),
            Item("safeguards", 0, ("kind", "ruleset_review"), ("verified", "2001-01-01"))) with
        {
            Regimes = new([new(Regime.PciDss, null, null)]),
            Cards = new([new("Move", default, default, null, false, "MSA 7") { Deadline = new(2001, 1, 1) }]),
        };
        var verdicts = RuleBook.Judge(new(contract));

        Assert.Empty(verdicts.Findings);
        Assert.All(
            [GhostUnsought.Rule, SupportEnded.Rule, RunbookStale.Rule, RulesetReviewOverdue.Rule, CardOverdue.Rule],
            rule => Assert.Equal(Verdict.NotEvaluable, verdicts.Of(rule)));
    }

    [Fact]
    public void A_client_of_another_repository_leaves_the_shared_time_open()
    {
        var contract = Contract(Item("assets", 0, ("name", "edge"), ("species", "cattle"), ("owner", "Ana Ruiz"), ("criticality", "high"), ("shared_with", "acme_crop"))) with { PatchWindows = Windows.BigGov };
        var view = new ClientView(contract) { Today = Today };
        var verdicts = RuleBook.JudgeAmong(view, new([view, new(Contract() with { Id = "acme_corp" })]));

        Assert.Equal(Verdict.NotEvaluable, verdicts.Of(NoLawfulTime.Rule));
        Assert.Equal("no client here is called 'acme_crop' (the nearest is 'acme_corp')", Assert.Single(verdicts.Unevaluated, open => open.Rule == NoLawfulTime.Rule).Reason);
    }

    [Fact]
    public void A_client_that_states_no_windows_leaves_the_shared_time_open()
    {
        var contract = Contract(Item("assets", 0, ("name", "edge"), ("species", "cattle"), ("owner", "Ana Ruiz"), ("criticality", "high"), ("shared_with", "other"))) with { PatchWindows = Windows.BigGov };
        var view = new ClientView(contract) { Today = Today };
        var verdicts = RuleBook.JudgeAmong(view, new([view, new(Contract() with { Id = "other", Name = "Other" })]));

        Assert.Equal("Other states no patch windows", Assert.Single(verdicts.Unevaluated, open => open.Rule == NoLawfulTime.Rule).Reason);
    }

    [Fact]
    public void An_unknown_dependency_leaves_a_promise_open_that_the_known_ones_keep()
    {
        var contract = Contract(Item("dependencies", 0, ("name", "cloud")), Item("dependencies", 1, ("name", "line"), ("availability", "99.99"))) with
        {
            Sla = new(new Availability(999_900), null, null, WindowAccounting.Unstated, null),
        };

        Assert.Equal(Verdict.NotEvaluable, RuleBook.Judge(new(contract)).Of(PromiseAboveDependencies.Rule));
    }

    [Fact]
    public void What_the_contract_does_not_state_at_all_is_open()
    {
        var contract = Contract(
            Item("patch_flows", 0, ("name", "monthly"), ("targets", "web"), ("reboots", "true"), ("verify", "ping"), ("agent_interval", "30m")),
            Item("runbooks", 0, ("name", "move"))) with
        {
            Sla = new(null, null, ContractDuration.Parse("1h"), WindowAccounting.Unstated, null),
            Regimes = new([new(Regime.HipaaProposed2025, null, null)]),
            Cards = new([new("Move", default, default, null, false, "MSA 7") { Window = Windows.One("Mon", "02:00-04:00 UTC") }]),
        };
        var verdicts = RuleBook.Judge(new(contract) { Today = Today });

        Assert.All(
            [UnknownAsset.Rule, WindowTooShortForAgent.Rule, RunbookTooLong.Rule, PatchTooSlow.Rule, CardOutsideWindows.Rule],
            rule => Assert.Equal(Verdict.NotEvaluable, verdicts.Of(rule)));
    }

    [Fact]
    public void An_unreadable_start_is_a_problem_of_the_contract()
    {
        var problems = ContractReader.Read(new() { Id = "t", Items = new([Item("patch_flows", 0, ("name", "monthly"), ("starts", "Mon 2 UTC"))]) }).Problems;

        Assert.Equal("'starts' of a patch flow is 'Mon 2 UTC'; it is not a start; write weekdays, a time and its zone, like Mon 02:00 UTC", Assert.Single(problems).Message);
    }

    private static FactItem Item(string list, int index, params (string Key, string Value)[] entries)
        => new(list, index, false, new(entries.Select(entry => new FactEntry(entry.Key, new([entry.Value])))));

    private static TenantContract Contract(params FactItem[] items)
    {
        var (contract, problems) = ContractReader.Read(new() { Id = "t", Items = new(items) });
        Assert.Empty(problems);
        return contract!;
    }
}
