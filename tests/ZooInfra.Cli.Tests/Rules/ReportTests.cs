using System.Text.Json;
using Pulumi;
using ZooInfra.Contracts;
using ZooInfra.Dns;

namespace ZooInfra.Cli.Tests.Rules;

public sealed class ReportTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task The_examples_are_reported_and_nothing_is_written()
    {
        var before = _place.Files();

        Assert.Equal(0, await _place.ZooAsync("report", "--all", "--fail-on-violation"));

        Assert.Equal(before, _place.Files());
        Assert.Contains("# Acme Corp: contract rules", _place.Output, StringComparison.Ordinal);
        Assert.Contains("## HIPAA, tier 2 (MSA 7, tier 2 by Q2)", _place.Output, StringComparison.Ordinal);
        Assert.Contains("| ZOO1002 | satisfied |", _place.Output, StringComparison.Ordinal);
        Assert.Contains("| ZOO9010 | not evaluable | Contract file cannot be read: it is judged at build, where the source is |", _place.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_violation_is_in_the_table_and_fails_only_when_asked()
    {
        Assert.Equal(0, await ReportAsync(Judged.Hopeful));
        Assert.Contains("| ZOO1001 | violated | Availability is promised that counted patch windows do not leave: Acme Corp promises 99.99 % a month", _place.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("did not run to its end", _place.Output, StringComparison.Ordinal);

        Assert.Equal(5, await ReportAsync(Judged.Hopeful, "--fail-on-violation"));
    }

    [Fact]
    public async Task An_exception_stands_in_the_ledger_with_everything_that_was_granted()
    {
        Assert.Equal(0, await ReportAsync(Waived, "--fail-on-violation", "--commit", "4f2a9c1"));

        Assert.Contains("commit `4f2a9c1`", _place.Output, StringComparison.Ordinal);
        Assert.Contains("| ZOO1001 | waived |", _place.Output, StringComparison.Ordinal);
        Assert.Contains($"| ZOO1001 | in force, excepts from 1 finding | {Judged.Today:uuuu'-'MM'-'dd}", _place.Output.Replace($"{Judged.Today.PlusDays(90):uuuu'-'MM'-'dd}", $"{Judged.Today:uuuu'-'MM'-'dd}", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("| 90 | Ines Ortega | the robot is being repaired | a person looks every hour | Amendment 3 |", _place.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_stable_and_complete()
    {
        await ReportAsync(Waived with { Regimes = new([new(Regime.PciDss, null, null)]) }, "--format", "json");

        using var document = JsonDocument.Parse(_place.Output);
        Assert.Equal(1, document.RootElement.GetProperty("version").GetInt32());
        var client = document.RootElement.GetProperty("clients")[0];
        Assert.Equal(
            ["client", "name", "date", "commit", "complete", "problems", "contract", "counts", "rules", "exceptions", "regimes"],
            client.EnumerateObject().Select(property => property.Name));
        Assert.True(client.GetProperty("complete").GetBoolean());
        Assert.Equal(RuleBook.All.Select(rule => rule.Id), client.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("rule").GetString()!));
        Assert.Equal("waived", client.GetProperty("rules").EnumerateArray().Single(rule => rule.GetProperty("rule").GetString() == "ZOO1001").GetProperty("verdict").GetString());
        Assert.Equal("Ines Ortega", client.GetProperty("exceptions")[0].GetProperty("approved_by").GetString());
        Assert.Contains("1.2.8", client.GetProperty("regimes")[0].GetProperty("controls_without_rule").EnumerateArray().Select(control => control.GetString()));
    }

    [Fact]
    public async Task Html_is_one_page_that_needs_nothing_and_escapes_what_people_wrote()
    {
        var file = Path.Combine(_place.Folder, "reports", "acme.html");
        Assert.Equal(0, await ReportAsync(Waived with { Name = "<script>alert('x')</script> & Co" }, "--format", "html", "--output", file));

        var html = await File.ReadAllTextAsync(file);
        Assert.Empty(_place.Output);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("<h1>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; Co</h1>", html, StringComparison.Ordinal);
        Assert.Contains("name=\"viewport\"", html, StringComparison.Ordinal);
        Assert.Contains("@media print", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"waived\">waived</span>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_has_rules_with_their_controls_and_results_at_resources()
    {
        await ReportAsync(Waived, "--format", "sarif");

        using var document = JsonDocument.Parse(_place.Output);
        Sarif.Validate(document.RootElement);
        var run = document.RootElement.GetProperty("runs")[0];
        var result = run.GetProperty("results").EnumerateArray().Single(result => result.GetProperty("ruleId").GetString() == "ZOO1001");
        Assert.Equal("note", result.GetProperty("level").GetString());
        Assert.Equal("accepted", result.GetProperty("suppressions")[0].GetProperty("status").GetString());
        Assert.Equal("contract:acme_corp#sla.availability", result.GetProperty("locations")[0].GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString());
        Assert.Equal("MA-2", result.GetProperty("taxa")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Sarif_of_a_plan_names_the_urn_and_the_property()
    {
        var file = Path.Combine(_place.Folder, "plan.sarif");
        Assert.Equal(5, await _place.ZooAsync(Judged.Platform<TextStack>(Judged.Plain, Judged.NoBadTexts), "", false, "preview", "--sarif", file));

        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        Sarif.Validate(document.RootElement);
        var result = Assert.Single(document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToList());
        Assert.Equal("error", result.GetProperty("level").GetString());
        Assert.Equal(
            "urn:pulumi:acme_corp::zooinfra::zoo:dns:DnsZone::acme.example#args.Records[0].texts[0]",
            result.GetProperty("locations")[0].GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString());
    }

    [Fact]
    public async Task A_program_that_throws_leaves_rules_open_not_passed()
    {
        Assert.Equal(0, await _place.ZooAsync(Judged.Platform<ThrowingStack>(Judged.Plain), "", false, "report", "--format", "json"));

        using var document = JsonDocument.Parse(_place.Output);
        var client = document.RootElement.GetProperty("clients")[0];
        Assert.False(client.GetProperty("complete").GetBoolean());
        Assert.Contains("the tape robot is on fire", client.GetProperty("problems")[0].GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(client.GetProperty("rules").EnumerateArray(), rule => rule.GetProperty("verdict").GetString() == "not_applicable");
    }

    [Theory]
    [InlineData(2, "Argument 'pdf' not recognized. Must be one of:", "report", "-s", "acme_corp", "--format", "pdf")]
    [InlineData(6, "No stack named 'nobody'. Stacks: acme_corp, biggov, orgx", "report", "-s", "nobody")]
    [InlineData(2, "No regime is called 'hippa'. Regimes: hipaa, pci_dss, nist_800_53, hipaa_proposed_2025, client_policy", "rules", "--regime", "hippa")]
    public async Task Wrong_words_end_in_one_sentence(int code, string sentence, params string[] args)
    {
        Assert.Equal(code, await _place.ZooAsync(args));
        Assert.Equal($"error: {sentence}", _place.Error.Split('\n')[0].TrimEnd());
    }

    [Fact]
    public async Task Rules_lists_every_rule_and_each_regime_with_what_no_rule_covers()
    {
        Assert.Equal(0, await _place.ZooAsync("rules"));

        Assert.All(RuleBook.All, rule => Assert.Contains($"    {rule.Id}  ", _place.Output, StringComparison.Ordinal));
        Assert.Matches(@"HIPAA: \d+ of 22 controls have a rule\.", _place.Output);
        Assert.Contains("1.2.8   Configuration files of network controls are guarded and match what runs: no rule", _place.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_of_one_regime_are_only_those()
    {
        Assert.Equal(0, await _place.ZooAsync("rules", "--regime", "pci-dss", "--json"));

        using var document = JsonDocument.Parse(_place.Output);
        Assert.All(document.RootElement.GetProperty("rules").EnumerateArray(), rule => Assert.Contains(rule.GetProperty("controls").EnumerateArray(), control => control.GetProperty("regime").GetString() == "pci_dss"));
        var regime = Assert.Single(document.RootElement.GetProperty("regimes").EnumerateArray().ToList());
        Assert.Contains(regime.GetProperty("controls").EnumerateArray(), control => control.GetProperty("id").GetString() == "12.3.1" && control.GetProperty("rules").EnumerateArray().Any(rule => rule.GetString() == "ZOO3001"));
    }

    private static TenantContract Waived => Judged.Hopeful with { Waivers = new([Judged.Waiver("ZOO1001")]) };

    private Task<int> ReportAsync(TenantContract contract, params string[] args)
        => _place.ZooAsync(Judged.Platform<FineStack>(contract), "", false, ["report", .. args]);

    private sealed class FineStack : TenantStack
    {
        public FineStack() => _ = new DnsZone("acme.example", new DnsZoneArgs { NameServers = { "ns1.other.example" } });
    }

    private sealed class TextStack : TenantStack
    {
        public TextStack() => _ = new DnsZone("acme.example", new DnsZoneArgs { NameServers = { "ns1.other.example" }, Records = [DnsRecord.Txt("@", "a bad text")] });
    }

    private sealed class ThrowingStack : TenantStack
    {
        public ThrowingStack() => throw new RunException("the tape robot is on fire");
    }
}
