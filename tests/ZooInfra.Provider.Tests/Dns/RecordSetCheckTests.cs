using ZooInfra.Protocol;

namespace ZooInfra.Provider.Tests.Dns;

public sealed class RecordSetCheckTests
{
    [Theory]
    [InlineData("www", "A", "192.0.2.10")]
    [InlineData("*", "A", "192.0.2.10")]
    [InlineData("*.dev", "AAAA", "2001:DB8::1")]
    [InlineData("@", "MX", "10 mail.acme.example")]
    [InlineData("@", "MX", "0 .")]
    [InlineData("@", "TXT", "v=spf1 mx -all")]
    [InlineData("@", "TXT", "")]
    [InlineData("_dmarc", "TXT", "v=DMARC1; p=reject")]
    [InlineData("_sip._tcp", "SRV", "10 60 5060 sip.acme.example.")]
    [InlineData("_ldap._tcp", "SRV", "0 0 0 .")]
    [InlineData("@", "CAA", "0 issue \"letsencrypt.org; validationmethods=dns-01\"")]
    [InlineData("@", "CAA", "128 issuewild ;", false)]
    [InlineData("@", "CAA", "0 iodef mailto:security@acme.example")]
    [InlineData("branch", "NS", "ns1.branch.acme.example")]
    [InlineData("10", "PTR", "host.acme.example")]
    [InlineData("s1._domainkey", "CNAME", "s1._domainkey.mailer.example")]
    [InlineData("www", "A", "192.0.2.256", false)]
    [InlineData("www", "A", "192.0.2", false)]
    [InlineData("www", "A", "192.0.02.1", false)]
    [InlineData("www", "A", "0xC0.0.2.1", false)]
    [InlineData("www", "A", "2001:db8::1", false)]
    [InlineData("www", "AAAA", "192.0.2.1", false)]
    [InlineData("www", "AAAA", "fe80::1%eth0", false)]
    [InlineData("www", "AAAA", "[2001:db8::1]", false)]
    [InlineData("www", "CNAME", "192.0.2.1", false)]
    [InlineData("www", "CNAME", "server", false)]
    [InlineData("www", "CNAME", "münchen.example", false)]
    [InlineData("@", "MX", "mail.acme.example", false)]
    [InlineData("@", "MX", "65536 mail.acme.example", false)]
    [InlineData("@", "MX", "10 mail_server.acme.example", false)]
    [InlineData("@", "MX", "10 192.0.2.1", false)]
    [InlineData("_sip._tcp", "SRV", "10 60 sip.acme.example", false)]
    [InlineData("@", "CAA", "256 issue \"ca.example\"", false)]
    [InlineData("@", "CAA", "0 is-sue \"ca.example\"", false)]
    public async Task Record_data_is_checked(string name, string type, string record, bool good = true)
    {
        var result = await Given.CheckAsync(Given.RecordSet, Given.SetInputs(name, type, record));

        Assert.Equal(good ? [] : ["records[0]"], result.Failures.Select(failure => failure.Property));
    }

    [Theory]
    [InlineData("www.acme.example", "repeats the zone")]
    [InlineData("www.other.example.", "relative to its zone")]
    [InlineData("acme.example", "repeats the zone")]
    [InlineData("", "is empty")]
    [InlineData("a..b", "empty label")]
    [InlineData("-a", "hyphen")]
    [InlineData("a-", "hyphen")]
    [InlineData("under_score", "underscore")]
    [InlineData("a.*.b", "letters, digits")]
    [InlineData("a b", "letters, digits")]
    [InlineData("zoë", "A-label")]
    [InlineData("0/25", "RFC 2317")]
    [InlineData("$INCLUDE", "letters, digits")]
    [InlineData("www\n@", "letters, digits")]
    [InlineData("www;", "letters, digits")]
    [InlineData("../../etc/passwd", "empty label")]
    public async Task Names_are_checked(string name, string reason)
    {
        var failure = Assert.Single((await Given.CheckAsync(Given.RecordSet, Given.SetInputs(name, "A", "192.0.2.1"))).Failures);

        Assert.Equal("name", failure.Property);
        Assert.Contains(reason, failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_and_names_have_their_lengths()
    {
        Assert.Empty((await Given.CheckAsync(Given.RecordSet, Given.SetInputs(new string('a', 63), "A", "192.0.2.1"))).Failures);
        Assert.NotEmpty((await Given.CheckAsync(Given.RecordSet, Given.SetInputs(new string('a', 64), "A", "192.0.2.1"))).Failures);
        var longest = string.Join('.', new string('a', 63), new string('b', 63), new string('c', 63), new string('d', 253 - 13 - 192));
        Assert.Empty((await Given.CheckAsync(Given.RecordSet, Given.SetInputs(longest, "A", "192.0.2.1"))).Failures);
        Assert.NotEmpty((await Given.CheckAsync(Given.RecordSet, Given.SetInputs(longest + "d", "A", "192.0.2.1"))).Failures);
    }

    [Fact]
    public async Task A_cname_is_alone_and_never_at_the_apex()
    {
        Assert.Equal("name", Assert.Single((await Given.CheckAsync(Given.RecordSet, Given.SetInputs("@", "CNAME", "www.acme.example"))).Failures).Property);
        Assert.Equal("records", Assert.Single((await Given.CheckAsync(Given.RecordSet, Given.SetInputs("ftp", "CNAME", "a.acme.example", "b.acme.example"))).Failures).Property);
    }

    [Fact]
    public async Task Name_servers_of_the_zone_itself_belong_to_the_zone()
        => Assert.Contains("nameServers", Assert.Single((await Given.CheckAsync(Given.RecordSet, Given.SetInputs("@", "NS", "ns1.acme.example"))).Failures).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task The_same_record_in_two_spellings_is_an_error()
        => Assert.Equal("records[1]", Assert.Single((await Given.CheckAsync(Given.RecordSet, Given.SetInputs("@", "MX", "10 mail.acme.example", "10 MAIL.acme.example."))).Failures).Property);

    [Fact]
    public async Task Every_failure_is_reported_with_its_path()
    {
        var inputs = Given.SetInputs("www", "A", "192.0.2.1", "nonsense", "192.0.2.300").With("ttl", PropertyValue.Of(-1)).With("recods", PropertyValue.Of("x"));

        var failures = (await Given.CheckAsync(Given.RecordSet, inputs)).Failures;

        Assert.Equal(["recods", "records[1]", "records[2]", "ttl"], failures.Select(failure => failure.Property).Order());
        Assert.Contains("did you mean 'records'?", failures.Single(failure => failure.Property == "recods").Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0d, true)]
    [InlineData(2147483647d, true)]
    [InlineData(2147483648d, false)]
    [InlineData(-1d, false)]
    [InlineData(1.5, false)]
    public async Task A_ttl_is_whole_seconds_of_31_bits(double ttl, bool good)
        => Assert.Equal(good, (await Given.CheckAsync(Given.RecordSet, Given.SetInputs("www", "A", "192.0.2.1").With("ttl", PropertyValue.Of(ttl)))).Failures.IsEmpty);

    [Fact]
    public async Task Unknown_values_pass_and_stay()
    {
        var inputs = Given.SetInputs("www", "A").With("zone", PropertyValue.Unknown).With("ttl", PropertyValue.Unknown)
            .With("records", PropertyValue.Of(PropertyValue.Unknown, PropertyValue.Of("192.0.2.1")));

        var result = await Given.CheckAsync(Given.RecordSet, inputs);

        Assert.Empty(result.Failures);
        Assert.Equal(inputs, result.Inputs);
    }

    [Fact]
    public async Task A_secret_is_looked_through_stays_marked_and_is_never_quoted()
    {
        var secret = PropertyValue.Secret(Given.Texts("hunter2"));

        var failure = Assert.Single((await Given.CheckAsync(Given.RecordSet, Given.SetInputs("www", "A").With("records", secret))).Failures);
        Assert.DoesNotContain("hunter2", failure.Reason, StringComparison.Ordinal);

        var good = await Given.CheckAsync(Given.RecordSet, Given.SetInputs("www", "TXT").With("records", secret));
        Assert.Empty(good.Failures);
        Assert.Equal(secret, good.Inputs["records"]);
    }

    [Fact]
    public async Task Names_are_written_in_lower_case()
        => Assert.Equal(PropertyValue.Of("www"), (await Given.CheckAsync(Given.RecordSet, Given.SetInputs("WWW", "A", "192.0.2.1"))).Inputs["name"]);
}
