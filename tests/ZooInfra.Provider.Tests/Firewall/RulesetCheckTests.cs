using ZooInfra.Protocol;
using static ZooInfra.Provider.Tests.Firewall.GivenFirewall;

namespace ZooInfra.Provider.Tests.Firewall;

public sealed class RulesetCheckTests
{
    private static readonly PropertyMap Web = Rule("web", "lan", "wan", "https");

    [Fact]
    public async Task Wrong_words_are_reported_at_their_paths()
    {
        Assert.Equal("rules[0].services[0]", await FailureAsync(Web.With("services", "tcp/443; flush ruleset")));
        Assert.Equal("rules[0].name", await FailureAsync(Web.With("name", PropertyValue.Of("web\" accept"))));
        Assert.Equal("rules[0].sources[0]", await FailureAsync(Web.With("sources", "10.0.0.0/8 }\nflush ruleset")));
        Assert.Equal("rules[0].from[0]", await FailureAsync(Web.With("from", "lan\"")));
        Assert.Equal("rules[0].reason", await FailureAsync(Web.With("reason", PropertyValue.Of("x\nflush ruleset"))));
        Assert.Equal("rules[0].ticket", await FailureAsync(Web.Without("ticket")));
        Assert.Equal("rules[0].expires", await FailureAsync(Web.Without("permanentApprover")));
        Assert.Equal("rules[0].log", await FailureAsync(Web.With("log", PropertyValue.Of("yes"))));
        Assert.Equal("rules[0].from", await FailureAsync(Web.With("from", PropertyValue.Of("lan"))));
    }

    [Fact]
    public async Task Members_that_are_not_known_are_refused_with_the_nearest_one()
    {
        var failure = Assert.Single((await Given.CheckAsync(Ruleset, Inputs(Web.With("service", "https")))).Failures);
        Assert.Equal("rules[0]", failure.Property);
        Assert.Contains("did you mean 'services'?", failure.Reason, StringComparison.Ordinal);
        Assert.Equal("rule", Assert.Single((await Given.CheckAsync(Ruleset, Inputs().With("rule", PropertyValue.Null).With("rule", PropertyValue.Of(true)))).Failures).Property);
    }

    [Fact]
    public async Task Configuration_that_makes_no_sense_is_refused()
    {
        var provider = new ZooProvider(Path.GetTempPath());
        Assert.Equal("firewallBackend", await FailureAsync(("firewallBackend", "iptables")));
        Assert.Equal("firewallNamespace", await FailureAsync(("firewallNamespace", "edge")));
        Assert.Equal("firewallNamespace", await FailureAsync(("firewallBackend", "nftables"), ("firewallNamespace", "-n")));
        Assert.Equal("firewallNamespace", await FailureAsync(("firewallBackend", "nftables"), ("firewallNamespace", "../x")));

        async Task<string> FailureAsync(params (string Key, string Value)[] config)
            => Assert.Single((await provider.CheckConfigAsync(PropertyMap.From(config.Select(pair => KeyValuePair.Create(pair.Key, PropertyValue.Of(pair.Value)))), default)).Failures).Property;
    }

    private static async Task<string> FailureAsync(PropertyMap rule) => Assert.Single((await Given.CheckAsync(Ruleset, Inputs(rule))).Failures).Property;
}
