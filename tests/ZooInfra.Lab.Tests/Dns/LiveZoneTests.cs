using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Lab.Tests.Dns;

/// <summary>The rfc2136 backend against Knot.</summary>
public sealed class KnotTests(KnotServer server) : LiveZoneTests(server), IClassFixture<KnotServer>;

/// <summary>The rfc2136 backend against BIND.</summary>
public sealed class BindTests(BindServer server) : LiveZoneTests(server), IClassFixture<BindServer>
{
    [DnsServersFact]
    public async Task Two_views_of_one_name_are_two_zones()
    {
        var provider = await Server.ProviderAsync(views: BindServer.InternalViews);
        var inside = Given.Set("intranet", "A", "10.0.0.5").With("view", PropertyValue.Of("internal"));
        var set = await provider.MakeAsync(Given.RecordSet, inside);

        Assert.Equal("internal:acme.example/intranet/A", set.Id);
        Assert.Equal(["10.0.0.5"], await Server.DigAsync("intranet.acme.example", "A", "zoo-internal", DnsLabServer.OtherSecret));
        Assert.Empty(await Server.DigAsync("intranet.acme.example", "A"));
        await provider.DeleteAsync(set);
        var unknown = Given.Set("intranet", "A", "10.0.0.5").With("view", PropertyValue.Of("guests"));
        Assert.Contains("zoo:dnsViews", (await Assert.ThrowsAsync<ProviderException>(() => provider.MakeAsync(Given.RecordSet, unknown))).Message, StringComparison.Ordinal);
    }
}

/// <summary>What every server must do with us.</summary>
public abstract class LiveZoneTests(DnsLabServer server)
{
    protected DnsLabServer Server { get; } = server;

    [DnsServersFact]
    public async Task All_types_are_made_read_changed_and_removed()
    {
        var provider = await Server.ProviderAsync();
        PropertyMap[] sets =
        [
            Given.Set("all", "A", "192.0.2.11", "192.0.2.9"),
            Given.Set("all", "AAAA", "2001:db8::1"),
            Given.Set("all", "TXT", "plain", new string('x', 700), "quote \" back \\ slash\nline é"),
            Given.Set("mail", "A", "192.0.2.20"),
            Given.Set("all", "MX", "10 mail.acme.example", "20 backup.example.net"),
            Given.Set("all", "CAA", "0 issue \"letsencrypt.org; policy=ev\""),
            Given.Set("alias-all", "CNAME", "all.acme.example").With("ttl", PropertyValue.Of(60)),
            Given.Set("_sip._tcp.all", "SRV", "10 60 5060 all.acme.example"),
            Given.Set("_443._tcp.all", "TLSA", "3 1 1 " + string.Concat(Enumerable.Repeat("0aF1", 16))),
            Given.Set("branch-all", "NS", "ns.branch.example"),
            Given.Set("branch-all", "DS", "12345 13 2 " + string.Concat(Enumerable.Repeat("0aF1", 16))),
            Given.Set("10.all", "PTR", "host.acme.example"),
            Given.Set("*.wild-all", "A", "192.0.2.77"),
        ];

        foreach (var inputs in sets)
        {
            var made = await provider.MakeAsync(Given.RecordSet, inputs);
            Assert.Equal(PropertyValue.Of(Server.Address), made.Outputs["server"]);
            Assert.Equal(made, await provider.RefreshAsync(made));
            var (_, changes) = await provider.UpAsync(made, inputs);
            Assert.Equal(0, changes);
        }

        Assert.Equal(["192.0.2.11", "192.0.2.9"], await Server.DigAsync("all.acme.example", "A"));
        Assert.Equal(["3 1 1 0AF10AF10AF10AF10AF10AF10AF10AF10AF10AF10AF10AF10AF10AF1 0AF10AF1"], await Server.DigAsync("_443._tcp.all.acme.example", "TLSA"));
        Assert.Equal(["192.0.2.77"], await Server.DigAsync("any.wild-all.acme.example", "A"));

        var www = await provider.MakeAsync(Given.RecordSet, Given.Set("www-all", "A", "192.0.2.1"));
        (www, _) = await provider.UpAsync(www, Given.Set("www-all", "A", "192.0.2.2", "192.0.2.3").With("ttl", PropertyValue.Of(120)));
        Assert.Equal(["192.0.2.2", "192.0.2.3"], await Server.DigAsync("www-all.acme.example", "A"));
        await provider.DeleteAsync(www);
        await provider.DeleteAsync(www);
        Assert.Empty(await Server.DigAsync("www-all.acme.example", "A"));
        Assert.Null(await provider.RefreshAsync(www));
    }

    [DnsServersFact]
    public async Task Drift_is_seen_and_the_next_update_takes_it_back()
    {
        var provider = await Server.ProviderAsync();
        var inputs = Given.Set("drift", "A", "192.0.2.1");
        var made = await provider.MakeAsync(Given.RecordSet, inputs);

        await Server.NsupdateAsync("update delete drift.acme.example. A\nupdate add drift.acme.example. 3600 A 198.51.100.66");
        var drifted = (await provider.RefreshAsync(made))!;
        Assert.Equal(Given.Texts("198.51.100.66"), drifted.Inputs["records"]);
        var (repaired, changes) = await provider.UpAsync(drifted, inputs);

        Assert.Equal(1, changes);
        Assert.Equal(["192.0.2.1"], await Server.DigAsync("drift.acme.example", "A"));
        Assert.Equal(made, await provider.RefreshAsync(repaired));

        await Server.NsupdateAsync("update delete drift.acme.example. A");
        Assert.Null(await provider.RefreshAsync(made));
    }

    [DnsServersFact]
    public async Task What_somebody_changed_since_the_last_update_is_not_overwritten()
    {
        var provider = await Server.ProviderAsync();
        var made = await provider.MakeAsync(Given.RecordSet, Given.Set("theirs", "A", "192.0.2.1"));
        await Server.NsupdateAsync("update add theirs.acme.example. 3600 A 198.51.100.66");

        var update = await Assert.ThrowsAsync<ProviderException>(() => provider.UpAsync(made, Given.Set("theirs", "A", "192.0.2.2")));
        var delete = await Assert.ThrowsAsync<ProviderException>(async () => await provider.DeleteAsync(made));
        var create = await Assert.ThrowsAsync<ProviderException>(() => provider.MakeAsync(Given.RecordSet, Given.Set("theirs", "A", "192.0.2.3")));

        Assert.Contains("run a refresh", update.Message, StringComparison.Ordinal);
        Assert.Contains("run a refresh", delete.Message, StringComparison.Ordinal);
        Assert.Contains("pulumi import zoo:dns:RecordSet NAME acme.example/theirs/A", create.Message, StringComparison.Ordinal);
        Assert.Equal(["192.0.2.1", "198.51.100.66"], await Server.DigAsync("theirs.acme.example", "A"));
    }

    [DnsServersFact]
    public async Task A_change_between_our_reading_and_our_update_is_detected_by_the_server()
    {
        var made = await (await Server.ProviderAsync()).MakeAsync(Given.RecordSet, Given.Set("race", "A", "192.0.2.1"));
        await using var meddler = new Meddler(Server, number => number == 1 ? Server.NsupdateAsync("update add race.acme.example. 3600 A 198.51.100.66") : Task.CompletedTask);
        var behind = await Server.ProviderAsync(meddler.Address);
        var moved = made with { Outputs = made.Outputs.With("server", PropertyValue.Of(meddler.Address)) };

        var failure = await Assert.ThrowsAsync<ProviderException>(() => behind.UpAsync(moved, Given.Set("race", "A", "192.0.2.2")));

        Assert.Contains("somebody changed", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["192.0.2.1", "198.51.100.66"], await Server.DigAsync("race.acme.example", "A"));
    }

    [DnsServersFact]
    public async Task A_change_of_other_records_at_the_same_time_does_no_harm()
    {
        await using var meddler = new Meddler(Server, number => Server.NsupdateAsync($"update add other{number}.acme.example. 3600 A 198.51.100.66"));
        var provider = await Server.ProviderAsync(meddler.Address);

        var one = await provider.MakeAsync(Given.RecordSet, Given.Set("beside", "A", "192.0.2.1"));
        var (two, _) = await provider.UpAsync(one, Given.Set("beside", "A", "192.0.2.2"));

        Assert.Equal(two, await provider.RefreshAsync(two));
        Assert.Equal(["198.51.100.66"], await Server.DigAsync("other2.acme.example", "A"));
    }

    [DnsServersFact]
    public async Task Somebody_who_is_always_faster_is_named_as_the_cause()
    {
        await using var meddler = new Meddler(Server, number => Server.NsupdateAsync(number % 2 == 1
            ? "update add busy.acme.example. 3600 A 198.51.100.66"
            : "update delete busy.acme.example. A\nupdate add busy.acme.example. 3600 A 198.51.100.67"));
        var provider = await Server.ProviderAsync(meddler.Address);

        var failure = await Assert.ThrowsAsync<ProviderException>(() => provider.MakeAsync(Given.RecordSet, Given.Set("busy", "A", "192.0.2.1")));

        Assert.Contains("busy.acme.example has A records already", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("192.0.2.1", await Server.DigAsync("busy.acme.example", "A"));
    }

    [DnsServersFact]
    public async Task The_zone_itself_is_taken_over_changed_and_drift_in_it_seen()
    {
        var provider = await Server.ProviderAsync();
        var inputs = Given.ZoneInputs("many.example").With("contact", PropertyValue.Of("host.master@many.example"));
        var zone = await provider.MakeAsync(Given.Zone, inputs);
        Assert.Contains("host\\.master.many.example.", Assert.Single(await Server.DigAsync("many.example", "SOA")), StringComparison.Ordinal);
        Assert.Equal(zone, await provider.RefreshAsync(zone));

        // The address of the name server came with the zone; a record set without TTL follows the zone's, one with its own does not.
        await provider.MakeAsync(Given.RecordSet, Given.SetIn("many.example", "follows", "A", "192.0.2.1"));
        await provider.MakeAsync(Given.RecordSet, Given.SetIn("many.example", "own", "A", "192.0.2.2").With("ttl", PropertyValue.Of(77)));
        (zone, _) = await provider.UpAsync(zone, inputs.With("ttl", PropertyValue.Of(900)));
        Assert.Contains("\t900\t", await AnswerAsync("follows.many.example", "A"), StringComparison.Ordinal);
        Assert.Contains("\t77\t", await AnswerAsync("own.many.example", "A"), StringComparison.Ordinal);

        var two = inputs.With("ttl", PropertyValue.Of(900)).With("nameServers", Given.Texts("ns1.many.example", "ns.other.example")).With("override", Override());
        (zone, _) = await provider.UpAsync(zone, two);
        Assert.Equal(["ns.other.example.", "ns1.many.example."], await Server.DigAsync("many.example", "NS"));
        (zone, _) = await provider.UpAsync(zone, two.With("nameServers", Given.Texts("ns.other.example")));
        Assert.Equal(["ns.other.example."], await Server.DigAsync("many.example", "NS"));

        await Server.NsupdateAsync("zone many.example.\nupdate add many.example. 900 NS ns.evil.example.");
        var drifted = (await provider.RefreshAsync(zone))!;
        Assert.Equal(Given.Texts("ns.evil.example", "ns.other.example"), drifted.Inputs["nameServers"]);
        (zone, var changes) = await provider.UpAsync(drifted, two.With("nameServers", Given.Texts("ns.other.example")).Without("override"));
        Assert.Equal(1, changes);
        Assert.Equal(["ns.other.example."], await Server.DigAsync("many.example", "NS"));
        await provider.DeleteAsync(zone);
    }

    [DnsServersFact]
    public async Task Many_record_sets_at_once_go_in_few_messages()
    {
        var messages = 0;
        await using var meddler = new Meddler(Server, _ =>
        {
            Interlocked.Increment(ref messages);
            return Task.CompletedTask;
        });
        var provider = await Server.ProviderAsync(meddler.Address);

        var made = await Task.WhenAll(Enumerable.Range(0, 2000).Select(i => Task.Run(() =>
            provider.MakeAsync(Given.RecordSet, Given.SetIn("random.example", $"host{i}", "A", $"192.0.{i / 250}.{i % 250}")))));

        Assert.InRange(messages, 1, 200);
        Assert.Equal(["192.0.7.249"], await Server.DigAsync("host1999.random.example", "A"));
        await Task.WhenAll(made.Select(set => Task.Run(async () => await provider.DeleteAsync(set))));
        Assert.Empty(await Server.DigAsync("host1999.random.example", "A"));
    }

    [DnsServersFact]
    public async Task A_wrong_secret_an_unknown_key_and_a_zone_that_is_not_there_are_told_apart()
    {
        Assert.Contains("Check zoo:dnsKeySecret", await FailureAsync(await Server.ProviderAsync(secret: DnsLabServer.OtherSecret), "acme.example"), StringComparison.Ordinal);
        Assert.Contains("does not know the key nobody", await FailureAsync(await Server.ProviderAsync(keyName: "nobody"), "acme.example"), StringComparison.Ordinal);
        var absent = await FailureAsync(await Server.ProviderAsync(), "absent.example");
        Assert.Contains("absent.example", absent, StringComparison.Ordinal);
        Assert.Contains("configur", absent, StringComparison.Ordinal);
    }

    [DnsServersFact]
    public async Task A_server_that_is_down_is_named_with_what_to_check()
    {
        var provider = await Server.ProviderAsync($"127.0.0.1:{DnsTools.FreePort()}");

        var message = await FailureAsync(provider, "acme.example");

        Assert.Contains("cannot be reached", message, StringComparison.Ordinal);
        Assert.Contains("Check zoo:dnsServer", message, StringComparison.Ordinal);
    }

    private async Task<string> AnswerAsync(string name, string type)
        => await DnsTools.RunAsync("dig", ["+tcp", "+noall", "+answer", "@127.0.0.1", "-p", DnsTools.Text(Server.Port), "-y", $"hmac-sha256:zoo:{DnsLabServer.Secret}", name, type]);

    private static async Task<string> FailureAsync(IResourceProvider provider, string zone)
    {
        var failure = (await Assert.ThrowsAsync<ProviderException>(() => provider.MakeAsync(Given.RecordSet, Given.SetIn(zone, "www", "A", "192.0.2.1")))).Message;
        Assert.DoesNotContain(DnsLabServer.Secret, failure, StringComparison.Ordinal);
        Assert.DoesNotContain(DnsLabServer.OtherSecret, failure, StringComparison.Ordinal);
        return failure;
    }

    private static PropertyValue Override() => PropertyValue.Of(PropertyMap.Empty
        .With("who", PropertyValue.Of("an engineer"))
        .With("why", PropertyValue.Of("new name server"))
        .With("until", PropertyValue.Of(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));
}
