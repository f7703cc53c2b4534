using ZooInfra.Analyzers.Tests.Cases;
using ZooInfra.CodeFixes;

namespace ZooInfra.Analyzers.Tests;

/// <summary>The edits of rules on promises, credits, cards and regimes.</summary>
public sealed class PromiseFixTests
{
    private const string Signal = "[Signal(Promised.Availability, \"probe\", NoData = NoData.Down)]";

    [Fact]
    public Task A_promise_above_its_dependencies_becomes_the_highest_they_leave() => FixAsync(
        Two($"[Sla({{|ZOO1004:99.9|}})]\n{Signal}\n[Dependency(\"line\", Availability = 99.5)]", $"[Sla({{|ZOO1004:99.8|}})]\n{Signal}\n[Dependency(\"line\", Availability = 99.7)]\n[Dependency(\"host\", Availability = 99.9)]"),
        Two($"[Sla(99.5)]\n{Signal}\n[Dependency(\"line\", Availability = 99.5)]", $"[Sla(99.6003)]\n{Signal}\n[Dependency(\"line\", Availability = 99.7)]\n[Dependency(\"host\", Availability = 99.9)]"));

    [Fact]
    public Task An_agent_comes_often_enough_for_two_visits() => FixAsync(
        new()
        {
            Attributes = """
                [PatchWindow("Mon", "02:00-02:30", Zone = "UTC")]
                [PatchFlow("monthly", {|ZOO1007:AgentInterval = "25m"|}, Reboots = true, Verify = "ping")]
                [PatchFlow("weekly", Reboots = true, Verify = "ping", {|ZOO1007:AgentInterval = "1h"|})]
                """,
        },
        new()
        {
            Attributes = """
                [PatchWindow("Mon", "02:00-02:30", Zone = "UTC")]
                [PatchFlow("monthly", AgentInterval = "15m", Reboots = true, Verify = "ping")]
                [PatchFlow("weekly", Reboots = true, Verify = "ping", AgentInterval = "15m")]
                """,
        });

    [Fact]
    public Task A_card_allows_what_there_is() => FixAsync(
        new()
        {
            Attributes = """
                [PatchWindow("Mon", "02:00-03:30", Zone = "UTC")]
                [StoryCard("Move mail", Contract = "MSA 7", {|ZOO7001:MaxDowntime = "2h"|})]
                [StoryCard("Move files", {|ZOO7001:MaxDowntime = "4h"|}, Contract = "MSA 7", Window = "Mon 03:00-03:30 UTC")]
                """,
        },
        new()
        {
            Attributes = """
                [PatchWindow("Mon", "02:00-03:30", Zone = "UTC")]
                [StoryCard("Move mail", Contract = "MSA 7", MaxDowntime = "1h30m")]
                [StoryCard("Move files", MaxDowntime = "30m", Contract = "MSA 7", Window = "Mon 03:00-03:30 UTC")]
                """,
        });

    [Fact]
    public Task A_credit_table_begins_with_the_promise_and_never_falls() => FixAsync(
        new() { Attributes = $"[Sla(99.9)]\n{Signal}\n[Credit({{|ZOO9001:99.5|}}, 20)]\n[Credit(99, {{|ZOO9001:10|}})]\n[Credit(98, {{|ZOO9001:percent: 5|}})]" },
        new() { Attributes = $"[Sla(99.9)]\n{Signal}\n[Credit(99.9, 20)]\n[Credit(99, 20)]\n[Credit(98, percent: 20)]" });

    [Fact]
    public Task Documentation_is_kept_for_six_years() => FixAsync(
        Two(Hipaa + "[{|ZOO3108:Safeguard(SafeguardKind.DocumentRetention)|}]", Hipaa + "[Safeguard(SafeguardKind.DocumentRetention, {|ZOO3108:KeepDays = 365|})]"),
        Two(Hipaa + "[Safeguard(SafeguardKind.DocumentRetention, KeepDays = 2192)]", Hipaa + "[Safeguard(SafeguardKind.DocumentRetention, KeepDays = 2192)]"));

    [Fact]
    public Task Backup_and_recovery_become_as_fast_as_proposed() => FixAsync(
        new()
        {
            Attributes = """
                [Regime(Regime.HipaaProposed2025)]
                [Sla({|ZOO3109:Recovery = "5d"|}, Clause = "MSA 4")]
                [Signal(Promised.Recovery, "probe")]
                [{|ZOO3109:Safeguard(SafeguardKind.Backup)|}]
                """,
        },
        new()
        {
            Attributes = """
                [Regime(Regime.HipaaProposed2025)]
                [Sla(Recovery = "72h", Clause = "MSA 4")]
                [Signal(Promised.Recovery, "probe")]
                [Safeguard(SafeguardKind.Backup, Every = "48h")]
                """,
        });

    [Fact]
    public Task Patches_come_as_often_as_the_strictest_regime_asks() => FixAsync(
        new()
        {
            Attributes = """
                [RegimeTerms(Regime.ClientPolicy, PatchWithinDays = 14)]
                [PatchFlow("quarterly", {|ZOO3202:Every = "90d"|})]
                [PatchFlow("monthly", {|ZOO3202:Every = "30d"|}, Verify = "ping")]
                """,
        },
        new()
        {
            Attributes = """
                [RegimeTerms(Regime.ClientPolicy, PatchWithinDays = 14)]
                [PatchFlow("quarterly", Every = "14d")]
                [PatchFlow("monthly", Every = "14d", Verify = "ping")]
                """,
        });

    private const string Hipaa = """
        [Regime(Regime.Hipaa)]
        [Safeguard(SafeguardKind.BusinessAssociateContract, Document = "BAA 1")]
        [Safeguard(SafeguardKind.Backup, Document = "Report 2")]
        [Safeguard(SafeguardKind.DisasterRecovery, Document = "Plan 3")]
        [Safeguard(SafeguardKind.EncryptionAtRest, Document = "Report 4")]
        [Safeguard(SafeguardKind.EncryptionInTransit, Document = "Report 5")]

        """;

    /// <summary>Two clients in one document; the second stands where members of the first would.</summary>
    private static RuleCase.Text Two(string first, string second) => new()
    {
        Attributes = first,
        Members = "}\n\n[Tenant(\"other\")]\n" + second + "\npublic sealed partial class Other : TenantStack\n{",
    };

    private static Task FixAsync(RuleCase.Text before, RuleCase.Text after) => ClientTest.FixAsync<RuleFixes>(before, after, []);
}
