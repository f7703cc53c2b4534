using CsCheck;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Tests.Dns;

public sealed class ZonePlanTests
{
    [Theory]
    [InlineData("recordSets[\"www/CNAME\"]", "beside A records", "www/A=192.0.2.1", "www/CNAME=other.example.net")]
    [InlineData("recordSets[\"@/CNAME\"]", "The zone itself cannot have a CNAME", "@/CNAME=other.example.net")]
    [InlineData("recordSets[\"b/CNAME\"]", "a → b → a", "a/CNAME=b.acme.example", "b/CNAME=a.acme.example")]
    [InlineData("recordSets[\"a/CNAME\"]", "a → a", "a/CNAME=a.acme.example")]
    [InlineData("recordSets[\"ftp/CNAME\"]", "points to www.acme.example, which has no records", "ftp/CNAME=www.acme.example")]
    [InlineData("recordSets[\"@/MX\"]", "points to mail.acme.example, which has no records", "@/MX=10 mail.acme.example")]
    [InlineData("recordSets[\"@/MX\"]", "is an alias", "@/MX=10 mail.acme.example", "mail/CNAME=www.other.example")]
    [InlineData("recordSets[\"_sip._tcp/SRV\"]", "no A or AAAA", "_sip._tcp/SRV=1 2 3 sip.acme.example", "sip/TXT=here")]
    [InlineData("recordSets[\"@/TXT\"]", "2 SPF records", "@/TXT=v=spf1 -all|V=SPF1 +all")]
    [InlineData("recordSets[\"_dmarc/TXT\"]", "more than one DMARC", "_dmarc/TXT=v=DMARC1; p=none|v=DMARC1; p=reject")]
    [InlineData("recordSets[\"@/TXT\"]", "needs 11 lookups", "@/TXT=v=spf1 include:a.b include:b.b include:c.b include:d.b include:e.b include:f.b include:g.b include:h.b a:i.b exists:j.b redirect=k.b")]
    [InlineData("recordSets[\"@/TXT\"]", "3 names that have nothing to answer", "@/TXT=v=spf1 mx a include:x.acme.example -all")]
    [InlineData("recordSets[\"child/DS\"]", "no NS records", "child/DS=12345 13 1 0123456789012345678901234567890123456789")]
    public async Task What_is_wrong_in_the_whole_zone_is_said_in_the_plan(string path, string reason, params string[] sets)
    {
        var failure = Assert.Single((await Given.CheckAsync(Given.Zone, Planned(sets))).Failures);

        Assert.Equal(path, failure.Property);
        Assert.Contains(reason, failure.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("www/A=192.0.2.1", "ftp/CNAME=www.acme.example", "@/MX=10 www.acme.example")]
    [InlineData("*/A=192.0.2.1", "@/MX=10 anything.acme.example")]
    [InlineData("child/NS=ns.child.acme.example", "child/DS=12345 13 1 0123456789012345678901234567890123456789", "@/MX=10 mail.child.acme.example")]
    [InlineData("a/CNAME=b.acme.example", "b/CNAME=c.acme.example", "c/CNAME=elsewhere.example")]
    [InlineData("a.b/A=192.0.2.1", "x/CNAME=y.other.example", "@/TXT=v=spf1 include:%{i}.x.acme.example mx -all|google-site-verification=1")]
    public async Task A_sound_zone_passes(params string[] sets) => Assert.Empty((await Given.CheckAsync(Given.Zone, Planned(sets))).Failures);

    [Fact]
    public async Task Name_servers_in_the_zone_need_addresses_and_names_made_elsewhere_can_be_listed()
    {
        var inputs = Planned("www/A=192.0.2.1").With("nameServers", Given.Texts("ns1.acme.example", "ns.other.example"));

        Assert.Equal("nameServers[0]", Assert.Single((await Given.CheckAsync(Given.Zone, inputs)).Failures).Property);
        Assert.Empty((await Given.CheckAsync(Given.Zone, inputs.With("otherNames", Given.Texts("NS1")))).Failures);
    }

    [Fact]
    public async Task What_is_not_known_is_not_judged()
    {
        var sets = PropertyMap.Empty
            .With("www/A", PropertyValue.Unknown)
            .With("ftp/CNAME", Set(PropertyValue.Of("www.acme.example")))
            .With("mail/CNAME", Set(PropertyValue.Unknown));

        Assert.Empty((await Given.CheckAsync(Given.Zone, Given.ZoneInputs().With("recordSets", PropertyValue.Of(sets)))).Failures);
        Assert.Empty((await Given.CheckAsync(Given.Zone, Given.ZoneInputs().With("recordSets", PropertyValue.Unknown))).Failures);
    }

    [Fact]
    public async Task The_state_keeps_digests_and_no_record_sets()
    {
        var inputs = (await Given.CheckAsync(Given.Zone, Planned("www/A=192.0.2.1"))).Inputs;

        Assert.False(inputs.ContainsKey("recordSets"));
        Assert.Equal(["@/NS", "@/SOA", "www/A"], ((PropertyValue.ObjectValue)inputs["__planned"]).Properties.Keys);
    }

    [Fact]
    public async Task More_than_30_percent_needs_an_override()
    {
        string[] ten = [.. Enumerable.Range(0, 10).Select(i => $"h{i}/A=192.0.2.{i}")];
        Assert.Empty(await SecondPlanAsync(Planned(ten), Planned([.. ten.Skip(3)])));
        Assert.Empty(await SecondPlanAsync(Planned(ten), Planned([.. ten, "new1/A=192.0.2.1", "new2/A=192.0.2.1", "new3/A=192.0.2.1", "new4/A=192.0.2.1"])));

        var failure = Assert.Single(await SecondPlanAsync(Planned(ten), Planned([.. ten.Skip(3).Select(set => set.Replace("h3/A=192.0.2.3", "h3/A=192.0.2.33", StringComparison.Ordinal))])));

        Assert.Equal("recordSets", failure.Property);
        Assert.StartsWith("This plan removes or changes 4 of the 10 record sets of the zone (h0/A, h1/A, h2/A, h3/A), more than 30 %.", failure.Reason, StringComparison.Ordinal);
        Assert.Empty(await SecondPlanAsync(Planned(ten), Planned([.. ten.Skip(4)]).With("override", Override(1))));
        Assert.Contains("has ended", Assert.Single(await SecondPlanAsync(Planned(ten), Planned([.. ten.Skip(4)]).With("override", Override(-1)))).Reason, StringComparison.Ordinal);
        Assert.Empty(await SecondPlanAsync(Planned("a/A=192.0.2.1"), Planned("a/A=192.0.2.2")));
    }

    [Theory]
    [InlineData("@/MX=20 mail.other.example", "recordSets[\"@/MX\"]")]
    [InlineData("_dmarc/TXT=v=DMARC1; p=none", "recordSets[\"_dmarc/TXT\"]")]
    public async Task Mail_and_its_policy_need_an_override(string changed, string path)
    {
        string[] sets = ["@/MX=10 mail.other.example", "_dmarc/TXT=v=DMARC1; p=reject", "a/A=192.0.2.1", "b/A=192.0.2.1"];
        var key = changed.Split('=')[0];
        PropertyMap other = Planned([.. sets.Where(set => !set.StartsWith(key, StringComparison.Ordinal)), changed]);

        Assert.Equal(path, Assert.Single(await SecondPlanAsync(Planned(sets), other)).Property);
        Assert.Equal(path, Assert.Single(await SecondPlanAsync(Planned(sets), Planned([.. sets.Where(set => !set.StartsWith(key, StringComparison.Ordinal))]))).Property);
        Assert.Empty(await SecondPlanAsync(Planned(sets), other.With("override", Override(1))));
    }

    [Fact]
    public async Task Name_servers_and_SOA_need_an_override_and_a_TTL_does_not()
    {
        var zone = Given.ZoneInputs();

        Assert.Equal("nameServers", Assert.Single(await SecondPlanAsync(zone, zone.With("nameServers", Given.Texts("ns1.dns.example")))).Property);
        Assert.Equal("name", Assert.Single(await SecondPlanAsync(zone, zone.With("refresh", PropertyValue.Of(7201)))).Property);
        Assert.Empty(await SecondPlanAsync(zone, zone.With("nameServers", Given.Texts("NS1.dns.example.", "ns2.dns.example")).With("primaryNameServer", PropertyValue.Of("NS1.dns.example."))));
        Assert.Empty(await SecondPlanAsync(zone, zone.With("ttl", PropertyValue.Of(60))));
    }

    [Fact]
    public async Task Taking_drift_back_needs_no_override()
    {
        using var folder = new TempFolder();
        var provider = await Given.ProviderAsync(folder);
        var inputs = (await Given.CheckAsync(Given.Zone, Given.ZoneInputs())).Inputs;
        var made = await provider.MakeAsync(Given.Zone, Given.ZoneInputs());
        var text = await File.ReadAllTextAsync(folder.ZonePath());
        await File.WriteAllTextAsync(folder.ZonePath(), text.Replace("86400\t; refresh", "43200\t; refresh", StringComparison.Ordinal));
        var read = (await provider.ReadAsync(new(Given.Urn(Given.Zone), made.Id, inputs, made.Outputs), default))!;

        Assert.Equal(PropertyValue.Of(43200), read.Inputs["refresh"]);
        Assert.Empty((await provider.CheckAsync(new(Given.Urn(Given.Zone), read.Inputs, Given.ZoneInputs()), default)).Failures);
    }

    [Theory]
    [InlineData("", "why", "2026-01-01")]
    [InlineData("who", " ", "2026-01-01")]
    [InlineData("who", "why", "tomorrow")]
    [InlineData("who", "why", "2999-01-01")]
    public async Task An_override_without_name_reason_and_near_end_is_refused(string who, string why, string until)
    {
        var inputs = Given.ZoneInputs().With("override", PropertyValue.Of(PropertyMap.Empty
            .With("who", PropertyValue.Of(who)).With("why", PropertyValue.Of(why)).With("until", PropertyValue.Of(until))));

        Assert.StartsWith("override", Assert.Single((await Given.CheckAsync(Given.Zone, inputs)).Failures).Property, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_plan_is_checked_without_a_crash_and_passes_again_unchanged() => Gen.Select(
        ZoneGen.OneOf("@", "a", "b", "a.b", "*", "*.a", "_dmarc", "A B", "\"", ""),
        ZoneGen.OneOf("A", "CNAME", "MX", "NS", "TXT", "SRV", "DS", "SOA", "x"),
        ZoneGen.OneOf("192.0.2.1", "a.acme.example", "acme.example", "10 b.acme.example", "v=spf1 a mx include:a.acme.example", "\n", "1 2 3 a.b.acme.example."),
        (name, type, data) => ($"{name}/{type}", data)).List[0, 12].Sample(sets =>
        {
            var inputs = Given.ZoneInputs().With("recordSets", PropertyValue.Of(PropertyMap.From(sets.DistinctBy(set => set.Item1).Select(set => KeyValuePair.Create(set.Item1, Set(PropertyValue.Of(set.data)))))));
            var first = Check(PropertyMap.Empty, inputs);
            var second = Check(first.Inputs, inputs);
            Assert.Equal(first.Failures.Select(failure => failure.Reason), second.Failures.Select(failure => failure.Reason));
        }, iter: 500);

    private static CheckResult Check(PropertyMap old, PropertyMap inputs)
        => new ZooProvider(Path.GetTempPath()).CheckAsync(new(Given.Urn(Given.Zone), old, inputs), default).AsTask().GetAwaiter().GetResult();

    private static async Task<IEnumerable<CheckFailure>> SecondPlanAsync(PropertyMap first, PropertyMap second)
    {
        var old = await Given.CheckAsync(Given.Zone, first);
        Assert.Empty(old.Failures);
        return (await new ZooProvider(Path.GetTempPath()).CheckAsync(new(Given.Urn(Given.Zone), old.Inputs, second), default)).Failures;
    }

    private static PropertyMap Planned(params string[] sets) => Given.ZoneInputs().With("recordSets", PropertyValue.Of(PropertyMap.From(sets.Select(set =>
        KeyValuePair.Create(set[..set.IndexOf('=')], Set([.. set[(set.IndexOf('=') + 1)..].Split('|').Select(PropertyValue.Of)]))))));

    private static PropertyValue Set(params PropertyValue[] records) => PropertyValue.Of(PropertyMap.Empty.With("records", PropertyValue.Of(records)));

    private static PropertyValue Override(int days) => PropertyValue.Of(PropertyMap.Empty
        .With("who", PropertyValue.Of("A. Engineer"))
        .With("why", PropertyValue.Of("the client moves"))
        .With("until", PropertyValue.Of(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));
}
