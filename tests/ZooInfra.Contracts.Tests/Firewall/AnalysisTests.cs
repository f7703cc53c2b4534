using ZooInfra.Contracts.Firewall;
using static ZooInfra.Contracts.Tests.Firewall.Given;

namespace ZooInfra.Contracts.Tests.Firewall;

public sealed class AnalysisTests
{
    [Fact]
    public void A_rule_that_two_earlier_rules_cover_together_is_redundant()
    {
        var finding = Assert.Single(Findings(
            Rule("low", "lan", "wan", "tcp/1-500"),
            Rule("high", "lan", "wan", "tcp/501-1000"),
            Rule("middle", "lan", "wan", "tcp/400-600")));

        Assert.Equal((FindingKind.Redundant, 2), (finding.Kind, finding.Rule));
        Assert.Equal([0, 1], finding.Others);
        Assert.Equal("'middle' changes nothing, since 'low', 'high' before it decide all it matches in the same way; remove it.", finding.Message);
    }

    [Fact]
    public void A_rule_that_earlier_rules_decide_otherwise_is_shadowed()
    {
        var finding = Assert.Single(Findings(
            Rule("no-mail", "lan", "any", "smtp") with { Action = "deny" },
            Rule("mail", "lan", "wan", "smtp")));

        Assert.Equal((FindingKind.Shadowed, 1), (finding.Kind, finding.Rule));
    }

    [Fact]
    public void Two_families_that_are_covered_by_a_rule_each_are_covered()
        => Assert.Equal(FindingKind.Redundant, Assert.Single(Findings(
            Rule("four", "lan", "wan", "ssh") with { Sources = ["0.0.0.0/0"] },
            Rule("six", "lan", "wan", "ssh") with { Sources = ["::/0"] },
            Rule("both", "lan", "wan", "ssh"))).Kind);

    [Fact]
    public void A_rule_whose_IPv6_half_is_not_covered_is_no_finding()
        => Assert.Empty(Findings(Rule("four", "lan", "wan", "ssh") with { Sources = ["0.0.0.0/0"] }, Rule("both", "lan", "wan", "ssh")));

    [Fact]
    public void Rules_that_decide_otherwise_on_what_they_share_conflict()
    {
        var finding = Assert.Single(Findings(
            Rule("office", "lan", "wan", "any") with { Sources = ["office"] },
            Rule("no-ssh", "lan", "wan", "ssh") with { Action = "deny" }));

        Assert.Equal((FindingKind.Conflict, 1), (finding.Kind, finding.Rule));
        Assert.Equal([0], finding.Others);
    }

    [Fact]
    public void A_narrow_exception_before_a_broad_rule_is_how_rules_are_written()
        => Assert.Empty(Findings(
            Rule("no-ssh", "lan", "wan", "ssh") with { Action = "deny", Sources = ["10.1.2.3"] },
            Rule("ssh", "lan", "wan", "ssh")));

    [Fact]
    public void A_rule_that_allows_everything_is_any_any()
    {
        Assert.Equal(FindingKind.AnyAny, Assert.Single(Findings(Rule("all", "lan", "wan", "any"))).Kind);
        Assert.Equal(FindingKind.AnyAny, Assert.Single(Findings(Rule("all4", "lan", "wan", "any") with { Sources = ["0.0.0.0/0"] })).Kind);
        Assert.Empty(Findings(Rule("none", "lan", "wan", "any") with { Action = "deny" }));
    }

    [Fact]
    public void A_rule_from_IPv4_to_IPv6_never_matches()
        => Assert.Equal(FindingKind.NeverMatches, Assert.Single(Findings(Rule("mixed", "lan", "wan", "ssh") with { Sources = ["10.0.0.0/8"], Destinations = ["2001:db8::/32"] })).Kind);

    [Fact]
    public void A_rule_works_to_the_end_of_its_last_date_and_is_then_a_finding()
    {
        var rule = Rule("guest", "lan", "wan", "https") with { Expires = "2026-11-23", PermanentApprover = null };
        var policy = Policy(rule, Rule("same", "lan", "wan", "https"));

        Assert.Equal(FindingKind.Redundant, Assert.Single(RuleAnalysis.Analyze(policy, Today)).Kind);
        Assert.Equal(FindingKind.Expired, Assert.Single(RuleAnalysis.Analyze(policy, Today.PlusDays(1))).Kind);
        Assert.Equal(["same"], policy.On(Today.PlusDays(1)).Rules.Select(left => left.Name));
    }
}
