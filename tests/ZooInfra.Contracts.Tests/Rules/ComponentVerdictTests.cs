using CsCheck;
using ZooInfra.Contracts.Components;
using static ZooInfra.Contracts.Tests.Rules.Nodes;

namespace ZooInfra.Contracts.Tests.Rules;

/// <summary>What is not known is never good and never bad.</summary>
public sealed class ComponentVerdictTests
{
    private static readonly Gen<(int Seed, double Share)> Hidings = Gen.Select(Gen.Int, Gen.Double[0, 0.4]);

    public static TheoryData<string> Rules => [.. Programs.Broken.Keys];

    [Fact]
    public void Every_rule_on_components_has_a_program_that_breaks_it()
        => Assert.Equal(
            new[] { DnsRules.Chapter, NetworkRules.Chapter, FirewallRules.Chapter, IdentityRules.Chapter }.SelectMany(chapter => chapter.Rules).Select(rule => rule.Id).Order(StringComparer.Ordinal),
            Programs.Broken.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_tells_a_clean_program_from_a_broken_one(string rule)
    {
        Assert.Equal(Verdict.Satisfied, Programs.Judge(Programs.Clean, rule));
        Assert.Equal(Verdict.Violated, Programs.Judge(Programs.Broken[rule], rule));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Hiding_parts_of_a_clean_program_never_makes_it_broken(string rule)
        => Hidings.Sample(hiding => Programs.Judge(Hide(Programs.Clean, hiding), rule) is Verdict.Satisfied or Verdict.NotEvaluable, iter: 200);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Hiding_parts_of_a_broken_program_never_lets_it_pass(string rule)
        => Hidings.Sample(hiding => Programs.Judge(Hide(Programs.Broken[rule], hiding), rule) is Verdict.Violated or Verdict.NotEvaluable, iter: 200);

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_program_that_is_not_read_to_its_end_is_not_judged_clean(string rule)
        => Assert.Equal(Verdict.NotEvaluable, Programs.Judge(Programs.Client() with { ComponentsAreComplete = false }, rule));

    [Fact]
    public void Without_a_day_nothing_is_late()
    {
        foreach (var rule in new[] { "ZOO4105", "ZOO5101", "ZOO5102", "ZOO5103", "ZOO6004" })
        {
            Assert.Equal(Verdict.NotEvaluable, Programs.Judge(Programs.Broken[rule] with { Today = null }, rule));
        }
    }

    [Fact]
    public void A_program_under_a_regime_that_makes_no_boundary_is_one_finding_for_each_regime()
    {
        var client = Programs.Client([.. Programs.Clean.Components.Where(component => component.Type != "ZooInfra.Identity.IdentityBoundary")]);

        var verdicts = RuleBook.Judge(client);

        Assert.Equal(
            [("ZOO3103", FactPath.Regime(0)), ("ZOO3120", FactPath.Regime(1)), ("ZOO3130", FactPath.Regime(2))],
            verdicts.Findings.Where(finding => IdentityRules.Chapter.Rules.Contains(finding.Rule)).Select(finding => (finding.Rule.Id, finding.Place.Path!)));
        Assert.Equal(Verdict.NotEvaluable, verdicts.Of(IdentityRules.Authentication));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_proposed_HIPAA_rule_demands_all_and_repeats_nothing_of_todays(int? tierToday)
    {
        var client = Programs.Client([.. Programs.Broken["ZOO3101"].Components]);
        RegimeScope[] today = tierToday is null ? [] : [new(Regime.Hipaa, tierToday, null)];
        client = client with { Contract = client.Contract with { Regimes = new([.. today, new RegimeScope(Regime.HipaaProposed2025, null, null)]) } };

        var finding = Assert.Single(RuleBook.Judge(client).Findings, finding => finding.Rule == IdentityRules.Authentication);

        Assert.StartsWith($"Acme Corp is under {(tierToday == 2 ? "HIPAA tier 2" : "HIPAA (proposed 2025)")}, and", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contract_without_a_program_is_not_broken_by_it()
        => Assert.DoesNotContain(RuleBook.Judge(Programs.Client()).Findings, finding => IdentityRules.Chapter.Rules.Contains(finding.Rule));

    [Fact]
    public void Two_clients_with_one_zone_are_both_told_unless_each_has_a_view()
    {
        Assert.Equal((1, 1), Findings(null, null));
        Assert.Equal((1, 1), Findings("inside", "inside"));
        Assert.Equal((0, 0), Findings("inside", "outside"));
        Assert.Equal((0, 0), Findings(null, "outside"));

        static (int, int) Findings(string? view, string? otherView)
        {
            var mine = Programs.Client(Component("ZooInfra.Dns.DnsZone", "Shop.example.", ("View", view)));
            var other = Programs.Neighbour with { Components = [Component("ZooInfra.Dns.DnsZone", "x", ("ZoneName", "shop.example"), ("View", otherView))] };
            return (Count(mine, other), Count(other, mine));
        }

        static int Count(ClientView client, ClientView other) => RuleBook.JudgeAmong(client, new([client, other])).Findings.Count(finding => finding.Rule.Id == "ZOO4104");
    }

    [Fact]
    public void Networks_of_two_clients_on_one_hub_must_not_overlap()
    {
        Assert.Equal(1, Findings("hub.msp.example", "10.8.0.0/16"));
        Assert.Equal(0, Findings("hub.msp.example", "10.9.0.0/16"));
        Assert.Equal(0, Findings("other.msp.example", "10.8.0.0/16"));

        static int Findings(string host, string prefix)
        {
            var mine = Programs.Client(Hub("HUB.msp.example", "10.8.4.0/24"));
            var other = Programs.Neighbour with { Components = [Hub(host, prefix)] };
            return RuleBook.JudgeAmong(mine, new([mine, other])).Findings.Count(finding => finding.Rule.Id == "ZOO5001");
        }

        static FactNode Hub(string host, string prefix) => Component("ZooInfra.Vpn.VpnService", "hub", ("Host", host), ("Prefixes", List(prefix)));
    }

    [Fact]
    public void A_key_never_comes_into_a_message()
    {
        const string Key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
        var client = Programs.Client(Component("Acme.Tunnel", "t", ("PrivateKey", Key), ("Motd", "-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----")));

        var findings = RuleBook.Judge(client).Findings.Where(finding => finding.Rule.Id == "ZOO5101").ToList();

        Assert.Equal(2, findings.Count);
        Assert.All(findings, finding => Assert.DoesNotContain(Key, finding.Message + finding.Fix?.Text, StringComparison.Ordinal));
    }

    private static ClientView Hide(ClientView client, (int Seed, double Share) hiding)
    {
        var chance = new Random(hiding.Seed);
        return client with { Components = [.. client.Components.Select(component => HideIn(component, chance, hiding.Share))] };
    }
}
