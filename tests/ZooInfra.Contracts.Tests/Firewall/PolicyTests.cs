using ZooInfra.Contracts.Firewall;
using static ZooInfra.Contracts.Tests.Firewall.Given;

namespace ZooInfra.Contracts.Tests.Firewall;

public sealed class PolicyTests
{
    private static readonly RuleSpec Ssh = Rule("ssh", "lan", "wan", "ssh");

    public static TheoryData<string, string> BadRules => new()
    {
        { "rules[0].name", "Bad" },
        { "rules[0].action", "alow" },
        { "rules[0].from[0]", "lam" },
        { "rules[0].to[0]", "net" },
        { "rules[0].sources[0]", "10.0.0.1/8" },
        { "rules[0].destinations[0]", "offfice" },
        { "rules[0].services[0]", "tcp/99999" },
        { "rules[0].owner", "" },
        { "rules[0].reason", "two\nlines" },
        { "rules[0].ticket", "a\u2028b" },
        { "rules[0].created", "23.11.2026" },
    };

    [Theory]
    [MemberData(nameof(BadRules))]
    public void A_bad_word_in_a_rule_is_reported_where_it_is(string path, string word)
    {
        var rule = path[9..] switch
        {
            "name" => Ssh with { Name = word },
            "action" => Ssh with { Action = word },
            "from[0]" => Ssh with { From = [word] },
            "to[0]" => Ssh with { To = [word] },
            "sources[0]" => Ssh with { Sources = [word] },
            "destinations[0]" => Ssh with { Destinations = [word] },
            "services[0]" => Ssh with { Services = [word] },
            "owner" => Ssh with { Owner = word },
            "reason" => Ssh with { Reason = word },
            "ticket" => Ssh with { Ticket = word },
            _ => Ssh with { Created = word },
        };

        var result = PolicyCompiler.Compile(Office with { Rules = [rule] });

        Assert.Null(result.Policy);
        Assert.Equal(path, Assert.Single(result.Problems).Path);
    }

    [Fact]
    public void A_rule_has_an_end_or_an_approver_and_not_both()
    {
        Assert.Equal("rules[0].expires", ProblemOf(Ssh with { PermanentApprover = null }).Path);
        Assert.Equal("rules[0].expires", ProblemOf(Ssh with { Expires = "2027-01-01" }).Path);
        Assert.Equal("The last date is before the date the rule was made.", ProblemOf(Ssh with { Expires = "2026-01-01", PermanentApprover = null }).Message);
    }

    [Fact]
    public void A_mistyped_zone_gets_the_one_that_was_meant() => Assert.Equal("'lam' is no zone; did you mean 'lan'?", ProblemOf(Ssh with { From = ["lam"] }).Message);

    [Fact]
    public void An_interface_is_in_one_zone_and_no_wildcard()
    {
        Assert.Equal("zones[1].interfaces[0]", Problem(Office with { Zones = [new() { Name = "a", Interfaces = ["eth0"] }, new() { Name = "b", Interfaces = ["eth0"] }] }).Path);
        Assert.Equal("zones[0].interfaces[0]", Problem(Office with { Zones = [new() { Name = "a", Interfaces = ["eth*"] }] }).Path);
        Assert.Equal("zones[0].interfaces[0]", Problem(Office with { Zones = [new() { Name = "a", Interfaces = ["e\" }"] }] }).Path);
        Assert.Equal("zones[0].name", Problem(Office with { Zones = [new() { Name = "any", Interfaces = ["eth0"] }] }).Path);
    }

    [Fact]
    public void Networks_of_two_clients_do_not_overlap_unless_a_translation_tells_them_apart()
    {
        var shared = Office with
        {
            Zones =
            [
                new() { Name = "acme", Interfaces = ["vpn1"], Networks = ["10.0.0.0/16"], Client = "acme_corp" },
                new() { Name = "orgx", Interfaces = ["vpn2"], Networks = ["10.0.5.0/24"], Client = "orgx" },
            ],
        };

        var problem = Problem(shared);
        Assert.Equal("zones[1].networks", problem.Path);
        Assert.StartsWith("10.0.5.0/24 of 'orgx' (orgx) is in 'acme' (acme_corp), too.", problem.Message, StringComparison.Ordinal);
        Good(shared with { Nat = [new() { Name = "orgx", Kind = "one-to-one", Zone = "orgx", Inside = "10.0.5.0/24", Outside = "100.64.5.0/24" }] });
        Problem(shared with { Nat = [new() { Name = "orgx", Kind = "one-to-one", Zone = "orgx", Inside = "10.0.5.0/24", Outside = "10.0.6.0/24" }] });
        Good(shared with { Zones = [.. shared.Zones.Select(zone => zone with { Client = "acme_corp" })] });
    }

    [Theory]
    [InlineData("nat[0].outside", "one-to-one", "10.0.0.0/24", "192.0.2.0/25", null)]
    [InlineData("nat[0].outside", "source", "10.0.0.0/24", "2001:db8::1", null)]
    [InlineData("nat[0].outside", "masquerade", "10.0.0.0/24", "192.0.2.1", null)]
    [InlineData("nat[0].inside", "destination", "10.0.0.0/24", "192.0.2.1", "tcp/443")]
    [InlineData("nat[0].service", "destination", "10.0.0.1", "192.0.2.1", "ping")]
    [InlineData("nat[0].kind", "snat", "10.0.0.1", "192.0.2.1", null)]
    public void A_translation_that_makes_no_sense_is_reported_where_it_is_wrong(string path, string kind, string inside, string? outside, string? service)
        => Assert.Equal(path, Problem(Office with { Nat = [new() { Name = "n", Kind = kind, Zone = "wan", Inside = inside, Outside = outside, Service = service }] }).Path);

    private static PolicyProblem ProblemOf(RuleSpec rule) => Problem(Office with { Rules = [rule] });

    private static PolicyProblem Problem(FirewallSpec spec) => Assert.Single(PolicyCompiler.Compile(spec).Problems);
}
