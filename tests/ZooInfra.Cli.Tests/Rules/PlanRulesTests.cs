using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;
using ZooInfra.Contracts;
using ZooInfra.Dns;

namespace ZooInfra.Cli.Tests.Rules;

public sealed class PlanRulesTests : IDisposable
{
    private const string ZoneUrn = "urn:pulumi:acme_corp::zooinfra::zoo:dns:DnsZone::acme.example";

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_violation_is_an_error_at_the_component_and_nothing_is_made()
    {
        var before = _place.Files();

        Assert.Equal(5, await ZooAsync(Judged.Platform<TextStack>(Judged.Plain, Judged.NoBadTexts), "up", "--yes"));

        Assert.Contains("  zoo:dns:DnsZone (acme.example):\n    error: ZOO1006: the text 'a bad text' is bad\n", _place.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing of zoo:dns:DnsZone 'acme.example' is made, since ZOO1006 is violated.", _place.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("acme.example/@/TXT", _place.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", _place.Output, StringComparison.Ordinal);
        Assert.Equal(before, _place.Files());
    }

    [Fact]
    public async Task A_violated_contract_stops_every_component_and_is_said_once()
    {
        var before = _place.Files();

        Assert.Equal(5, await ZooAsync(Judged.Platform<TwoZonesStack>(Judged.Hopeful), "up", "--yes"));

        Assert.Equal(2, _place.Output.Split("ZOO1001: Acme Corp promises 99.99 %").Length);
        Assert.Equal(before, _place.Files());
    }

    [Fact]
    public async Task A_waived_violation_is_told_and_the_rest_is_made()
    {
        var contract = Judged.Plain with { Waivers = new([Judged.Waiver("ZOO1006", member: "Zones")]) };

        Assert.Equal(0, await ZooAsync(Judged.Platform<TextStack>(contract, Judged.NoBadTexts), "up", "--yes"));

        Assert.Contains("info: ZOO1006: the text 'a bad text' is bad [waived by Ines Ortega until", _place.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_place.Zone("acme_corp", "acme.example")));
    }

    [Fact]
    public async Task A_waiver_that_is_about_to_end_is_a_warning_and_one_that_nothing_needs_is_too()
    {
        var contract = Judged.Plain with { Waivers = new([Judged.Waiver("ZOO1006", days: 3), Judged.Waiver("ZOO1008") with { Path = "waivers[1]" }]) };

        Assert.Equal(0, await ZooAsync(Judged.Platform<TextStack>(contract, Judged.NoBadTexts), "preview"));

        Assert.Contains("warning: ZOO1006: the text 'a bad text' is bad [waived by Ines Ortega", _place.Output, StringComparison.Ordinal);
        Assert.Contains("warning: ZOO3002: Acme Corp keeps ZOO1008, so its waiver excepts from nothing; remove it", _place.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waiver_that_has_ended_excepts_from_nothing()
    {
        var contract = Judged.Hopeful with { Waivers = new([Judged.Waiver("ZOO1001", days: -1) with { Granted = Judged.Today.PlusDays(-30) }]) };

        Assert.Equal(5, await ZooAsync(Judged.Platform<TwoZonesStack>(contract), "preview"));

        Assert.Contains("error: ZOO1001:", _place.Output, StringComparison.Ordinal);
        Assert.Contains("error: ZOO3001: The waiver of ZOO1001 ended on", _place.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_known_at_preview_is_said_and_judged_at_up_before_it_is_made()
    {
        var platform = Judged.Platform<LateTextStack>(Judged.Plain, Judged.NoBadTexts);

        Assert.True(await ZooAsync(platform, "preview") == 0, _place.Output);
        Assert.Matches("info: Not evaluable with what is known now: .*ZOO1006", _place.Output);

        Assert.Equal(5, await ZooAsync(platform, "up", "--yes"));
        Assert.Contains("error: ZOO1006: the text 'bad ", _place.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_place.Zone("acme_corp", "acme.example")));
        var state = await File.ReadAllTextAsync(_place.State("acme_corp"));
        Assert.Contains("zoo:dns:Zone::away.example", state, StringComparison.Ordinal);
        Assert.DoesNotContain("zoo:dns:Zone::acme.example", state, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_judged_and_printed_nowhere()
    {
        var sarif = Path.Combine(_place.Folder, "found.sarif");

        Assert.Equal(5, await ZooAsync(Judged.Platform<SecretStack>(Judged.Plain, Judged.NoBadTexts), "preview", "--json", "--sarif", sarif));
        var everything = _place.Output + _place.Error + await File.ReadAllTextAsync(sarif);
        Assert.Equal(5, await ZooAsync(Judged.Platform<SecretStack>(Judged.Plain, Judged.NoBadTexts), "preview", "--diff"));
        everything += _place.Output + _place.Error;
        foreach (var format in new[] { "markdown", "html", "json", "sarif" })
        {
            Assert.Equal(0, await ZooAsync(Judged.Platform<SecretStack>(Judged.Plain, Judged.NoBadTexts), "report", "--format", format));
            everything += _place.Output + _place.Error;
        }

        Assert.DoesNotContain("hunter2", everything, StringComparison.Ordinal);
        Assert.Contains("the value at args.Records[0].texts[0] is secret and is not shown", everything, StringComparison.Ordinal);
        Assert.Contains("the text 'an open bad text' is bad", everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_that_throws_leaves_its_rule_open_and_stops_nothing()
    {
        var check = new RuleCheck(new([YardstickTooCoarse.Rule]), (_, _) => throw new InvalidOperationException("hunter2"));

        Assert.Equal(0, await ZooAsync(Judged.Platform<TextStack>(Judged.Plain, check), "preview"));
        Assert.Matches("info: Not evaluable with what is known now: .*ZOO1006", _place.Output);

        Assert.Equal(0, await ZooAsync(Judged.Platform<TextStack>(Judged.Plain, check), "report"));
        Assert.Contains("| ZOO1006 | not evaluable |", _place.Output, StringComparison.Ordinal);
        Assert.Contains("the check of ZOO1006 itself failed (InvalidOperationException)", _place.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", _place.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_the_findings_as_objects()
    {
        await ZooAsync(Judged.Platform<TextStack>(Judged.Plain with { Waivers = new([Judged.Waiver("ZOO1006")]) }, Judged.NoBadTexts), "preview", "--json");

        using var document = JsonDocument.Parse(_place.Output);
        var finding = Assert.Single(document.RootElement.GetProperty("stacks")[0].GetProperty("findings").EnumerateArray().ToList());
        Assert.Equal("ZOO1006", finding.GetProperty("rule").GetString());
        Assert.Equal("info", finding.GetProperty("severity").GetString());
        Assert.Equal(ZoneUrn, finding.GetProperty("urn").GetString());
        Assert.Equal("args.Records[0].texts[0]", finding.GetProperty("path").GetString());
        Assert.Contains(finding.GetProperty("controls").EnumerateArray(), control => control.GetProperty("regime").GetString() == "nist_800_53" && control.GetProperty("id").GetString() == "SI-4");
        Assert.Equal("Ines Ortega", finding.GetProperty("waiver").GetProperty("approved_by").GetString());
        Assert.Equal(90, finding.GetProperty("waiver").GetProperty("days_left").GetInt32());
    }

    [Fact]
    public async Task Components_of_the_clients_own_classes_are_looked_into()
    {
        Assert.Equal(5, await ZooAsync(Judged.Platform<OwnComponentStack>(Judged.Plain, Judged.NoBadTexts), "preview", "--json"));

        using var document = JsonDocument.Parse(_place.Output);
        var finding = Assert.Single(document.RootElement.GetProperty("stacks")[0].GetProperty("findings").EnumerateArray().ToList());
        Assert.Equal("urn:pulumi:acme_corp::zooinfra::test:Site$zoo:dns:DnsZone::acme.example", finding.GetProperty("urn").GetString());
    }

    [Fact]
    public async Task A_resource_of_its_own_that_violates_is_not_made()
    {
        var check = new RuleCheck(new([YardstickTooCoarse.Rule]), (client, verdicts) =>
        {
            foreach (var zone in client.ComponentsOf("ZooInfra.Dns.Zone"))
            {
                verdicts.Violated(YardstickTooCoarse.Rule, zone["name"], "no zones by hand");
            }
        });

        Assert.Equal(5, await ZooAsync(Judged.Platform<BareZoneStack>(Judged.Plain, check), "up", "--yes"));

        Assert.Contains("error: ZOO1006: no zones by hand [zoo:dns:Zone 'acme.example']", _place.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_place.State("acme_corp")));
    }

    [Fact]
    public async Task Another_failure_is_no_matter_of_the_contract()
        => Assert.Equal(1, await ZooAsync(Judged.Platform<ThrowingStack>(Judged.Plain, Judged.NoBadTexts), "preview"));

    private Task<int> ZooAsync(Platform platform, params string[] args) => _place.ZooAsync(platform, "", false, args);

    private static DnsZone Zone(string name, Input<string> text, params DnsRecord[] more) => new(name, new DnsZoneArgs
    {
        NameServers = { "ns1.other.example" },
        Records = [DnsRecord.Txt("@", text), .. more],
    });

    private sealed class TextStack : TenantStack
    {
        public TextStack()
        {
            _ = Zone("acme.example", "a bad text");
            _ = Zone("fine.example", "a fine text");
        }
    }

    private sealed class TwoZonesStack : TenantStack
    {
        public TwoZonesStack()
        {
            _ = Zone("acme.example", "one");
            _ = Zone("other.example", "two");
        }
    }

    private sealed class LateTextStack : TenantStack
    {
        public LateTextStack()
        {
            var other = Zone("away.example", "known");
            _ = Zone("acme.example", Deployment.Instance.IsDryRun ? OutputUtilities.CreateUnknown("") : other.RecordSets[0].Id.Apply(id => "bad " + id));
        }
    }

    private sealed class SecretStack : TenantStack
    {
        public SecretStack() => _ = Zone("acme.example", Output.CreateSecret("bad hunter2"), DnsRecord.Txt("open", "an open bad text"));
    }

    private sealed class OwnComponentStack : TenantStack
    {
        public OwnComponentStack() => _ = new Site();

        private sealed class Site : ComponentResource
        {
            public Site()
                : base("test:Site", "site")
                => _ = new DnsZone("acme.example", new DnsZoneArgs { NameServers = { "ns1.other.example" }, Records = [DnsRecord.Txt("@", "a bad text")] }, new ComponentResourceOptions { Parent = this });
        }
    }

    private sealed class BareZoneStack : TenantStack
    {
        public BareZoneStack() => _ = new Zone("acme.example", new ZoneArgs { Name = "acme.example", NameServers = { "ns1.other.example" } });
    }

    private sealed class ThrowingStack : TenantStack
    {
        public ThrowingStack() => throw new InvalidOperationException("the tape robot is on fire");
    }
}
