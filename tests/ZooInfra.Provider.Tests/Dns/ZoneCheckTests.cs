using ZooInfra.Protocol;

namespace ZooInfra.Provider.Tests.Dns;

public sealed class ZoneCheckTests
{
    [Fact]
    public async Task Defaults_are_filled_in()
    {
        var result = await Given.CheckAsync(Given.Zone, Given.ZoneInputs("ACME.Example."));

        Assert.Empty(result.Failures);
        Assert.Equal(PropertyValue.Of("acme.example"), result.Inputs["name"]);
        Assert.Equal(PropertyValue.Of("ns1.dns.example"), result.Inputs["primaryNameServer"]);
        Assert.Equal(PropertyValue.Of("hostmaster.acme.example"), result.Inputs["contact"]);
        Assert.Equal(PropertyValue.Of(3600), result.Inputs["ttl"]);
        Assert.Equal(PropertyValue.Of(86400), result.Inputs["refresh"]);
        Assert.Equal(PropertyValue.Of(7200), result.Inputs["retry"]);
        Assert.Equal(PropertyValue.Of(3600000), result.Inputs["expire"]);
        Assert.Equal(PropertyValue.Of(3600), result.Inputs["negativeTtl"]);
    }

    [Theory]
    [InlineData("name", "../evil")]
    [InlineData("name", "")]
    [InlineData("name", "acme..example")]
    [InlineData("name", "acme example")]
    [InlineData("name", "acme.example\n$INCLUDE /etc/passwd")]
    [InlineData("contact", "hostmaster")]
    [InlineData("contact", "host master@acme.example")]
    [InlineData("contact", "a@b@acme.example")]
    [InlineData("contact", "x;@acme.example")]
    [InlineData("primaryNameServer", "ns1")]
    [InlineData("ttl", "3600")]
    [InlineData("nameServers", "ns1.acme.example")]
    public async Task Bad_texts_are_refused_at_their_path(string input, string text)
        => Assert.Equal(input, Assert.Single((await Given.CheckAsync(Given.Zone, Given.ZoneInputs().With(input, PropertyValue.Of(text)))).Failures).Property);

    [Fact]
    public async Task Name_servers_are_checked_one_by_one()
    {
        var failures = (await Given.CheckAsync(Given.Zone, Given.ZoneInputs("acme.example", "ns1.acme.example", "192.0.2.1", "NS1.acme.example."))).Failures;

        Assert.Equal(["nameServers[1]", "nameServers[2]"], failures.Select(failure => failure.Property));
    }

    [Fact]
    public async Task No_name_server_and_no_name_are_errors()
    {
        Assert.Equal("nameServers", Assert.Single((await Given.CheckAsync(Given.Zone, Given.ZoneInputs().With("nameServers", Given.Texts()))).Failures).Property);
        Assert.Equal(["name", "nameServers"], (await Given.CheckAsync(Given.Zone, PropertyMap.Empty)).Failures.Select(failure => failure.Property));
    }

    [Fact]
    public async Task Timers_fit_each_other()
    {
        var slowRetry = await Given.CheckAsync(Given.Zone, Given.ZoneInputs().With("retry", PropertyValue.Of(86400)));
        Assert.Equal("retry", Assert.Single(slowRetry.Failures).Property);

        var earlyExpire = await Given.CheckAsync(Given.Zone, Given.ZoneInputs().With("expire", PropertyValue.Of(90000)));
        Assert.Equal("expire", Assert.Single(earlyExpire.Failures).Property);
    }

    [Fact]
    public async Task Defaults_that_depend_on_unknown_values_are_unknown()
    {
        var result = await Given.CheckAsync(Given.Zone, PropertyMap.Empty.With("name", PropertyValue.Unknown).With("nameServers", PropertyValue.Unknown));

        Assert.Empty(result.Failures);
        Assert.Equal(PropertyValue.Unknown, result.Inputs["contact"]);
        Assert.Equal(PropertyValue.Unknown, result.Inputs["primaryNameServer"]);
    }
}
