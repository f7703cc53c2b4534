using ZooInfra.Analyzers.Tests.Cases;
using ZooInfra.CodeFixes;

namespace ZooInfra.Analyzers.Tests;

/// <summary>The edits of rules on assets and runbooks.</summary>
public sealed class AssetFixTests
{
    private const string Stated = "Owner = \"Ana Ruiz\", Criticality = Criticality.High";

    [Fact]
    public Task What_must_not_be_rebooted_is_taken_out_of_the_targets() => FixAsync(
        $$"""
        [Asset("erp", Species.Possum, {{Stated}})]
        [Asset("till", Species.SacredCow, {{Stated}})]
        [Asset("web", Species.Cattle, {{Stated}})]
        [PatchFlow("monthly", {|ZOO2001:{|ZOO2001:Targets = new[] { "erp", "web", "till" }|}|}, Reboots = true, Verify = "ping")]
        [PatchFlow("weekly", Reboots = true, Verify = "ping", {|ZOO2001:Targets = new[] { "till", "web" }|})]
        """,
        $$"""
        [Asset("erp", Species.Possum, {{Stated}})]
        [Asset("till", Species.SacredCow, {{Stated}})]
        [Asset("web", Species.Cattle, {{Stated}})]
        [PatchFlow("monthly", Targets = new[] { "web" }, Reboots = true, Verify = "ping")]
        [PatchFlow("weekly", Reboots = true, Verify = "ping", Targets = new[] { "web" })]
        """);

    [Fact]
    public Task What_is_not_ours_is_taken_out_of_the_targets() => FixAsync(
        $$"""
        [Asset("line", Species.Zebra, {{Stated}}, Ownership = Ownership.Observed)]
        [Asset("web", Species.Cattle, {{Stated}})]
        [PatchFlow("monthly", {|ZOO2004:Targets = new[] { "line", "web" }|})]
        [PatchFlow("weekly", {|ZOO2004:Targets = new[] { "web", "line" }|})]
        """,
        $$"""
        [Asset("line", Species.Zebra, {{Stated}}, Ownership = Ownership.Observed)]
        [Asset("web", Species.Cattle, {{Stated}})]
        [PatchFlow("monthly", Targets = new[] { "web" })]
        [PatchFlow("weekly", Targets = new[] { "web" })]
        """);

    [Fact]
    public Task A_search_gets_an_end() => FixAsync(
        """
        [{|ZOO2003:Asset("nas", Species.Ghost, Criticality = Criticality.Low)|}]
        [{|ZOO2003:Asset("fax", Species.Ghost, Criticality = Criticality.Low)|}]
        """,
        """
        [Asset("nas", Species.Ghost, Criticality = Criticality.Low, SearchUntil = "2027-02-21")]
        [Asset("fax", Species.Ghost, Criticality = Criticality.Low, SearchUntil = "2027-02-21")]
        """);

    [Fact]
    public Task A_slip_in_a_name_is_mended() => FixAsync(
        $$"""
        [Asset("erp", Species.Cattle, {{Stated}}, Groups = new[] { "database servers" })]
        [PatchFlow("monthly", {|ZOO2006:{|ZOO2006:Targets = new[] { "Erp", "web", "databse-servers" }|}|})]
        [Asset("web", Species.Cattle, {{Stated}})]
        [Runbook("move", {|ZOO2006:Assets = new[] { "we" }|})]
        [RunbookStep("move", "look", {|ZOO2006:Asset = "ERP"|})]
        """,
        $$"""
        [Asset("erp", Species.Cattle, {{Stated}}, Groups = new[] { "database servers" })]
        [PatchFlow("monthly", Targets = new[] { "erp", "web", "database servers" })]
        [Asset("web", Species.Cattle, {{Stated}})]
        [Runbook("move", Assets = new[] { "web" })]
        [RunbookStep("move", "look", Asset = "erp")]
        """);

    [Fact]
    public Task A_slip_in_the_name_of_a_runbook_is_mended() => FixAsync(
        """
        [Runbook("Break the glass")]
        [RunbookStep({|ZOO8005:"Brake the glass"|}, "open")]
        [Failover("www.acme.example", {|ZOO8005:Runbook = "break the glas"|})]
        """,
        """
        [Runbook("Break the glass")]
        [RunbookStep("Break the glass", "open")]
        [Failover("www.acme.example", Runbook = "Break the glass")]
        """);

    private static Task FixAsync(string before, string after)
        => ClientTest.FixAsync<RuleFixes>(new() { Attributes = before }, new() { Attributes = after }, []);
}
