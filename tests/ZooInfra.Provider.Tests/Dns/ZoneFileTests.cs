using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Tests.Dns;

public sealed class ZoneFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_zone_is_written_in_canonical_order()
    {
        var provider = await Given.ProviderAsync(_folder);
        Assert.Equal("acme.example", (await provider.MakeAsync(Given.Zone, Given.ZoneInputs())).Id);
        Assert.Equal("acme.example/www/A", (await provider.MakeAsync(Given.RecordSet, Given.SetInputs("www", "A", "192.0.2.11", "192.0.2.9"))).Id);
        await provider.MakeAsync(Given.RecordSet, Given.SetInputs("*.www", "A", "192.0.2.12").With("ttl", PropertyValue.Of(60)));
        await provider.MakeAsync(Given.RecordSet, Given.SetInputs("alpha", "CNAME", "www.acme.example"));
        await provider.MakeAsync(Given.RecordSet, Given.SetInputs("@", "TXT", "v=spf1 mx -all"));
        await provider.MakeAsync(Given.RecordSet, Given.SetInputs("@", "MX", "10 mail.acme.example", "5 MX.acme.example."));

        Assert.Equal("""
            ; The zone acme.example as ZooInfra wrote it. A change made by hand shows as drift, and the next update takes it back.
            $ORIGIN acme.example.
            $TTL 3600
            @	IN	SOA	ns1.dns.example. hostmaster.acme.example. (
            	6	; serial
            	86400	; refresh
            	7200	; retry
            	3600000	; expire
            	3600	; negative TTL
            	)
            @	IN	NS	ns1.dns.example.
            @	IN	NS	ns2.dns.example.
            @	IN	MX	5 mx.acme.example.
            @	IN	MX	10 mail.acme.example.
            @	IN	TXT	"v=spf1 mx -all"
            alpha	IN	CNAME	www.acme.example.
            www	IN	A	192.0.2.9
            www	IN	A	192.0.2.11
            *.www	60	IN	A	192.0.2.12

            """, await File.ReadAllTextAsync(_folder.ZonePath()));
        Assert.Equal(["acme.example.zone"], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(_folder.ZonePath())!).Select(Path.GetFileName));
    }

    [Fact]
    public async Task The_file_is_the_same_in_any_order_of_creation_also_in_parallel()
    {
        var sets = Enumerable.Range(0, 60).Select(i => Given.SetInputs($"host{i}", i % 2 == 0 ? "A" : "TXT", i % 2 == 0 ? $"192.0.2.{i}" : $"text {i}")).ToArray();
        var texts = new List<string>();
        for (var run = 0; run < 4; run++)
        {
            var stack = $"stack{run}";
            var provider = await Given.ProviderAsync(_folder);
            await provider.MakeAsync(Given.Zone, Given.ZoneInputs(), stack);
            var order = sets.ToArray();
            new Random(run).Shuffle(order);
            await Task.WhenAll(order.Select(set => Task.Run(() => provider.MakeAsync(Given.RecordSet, set, stack))));
            texts.Add(await File.ReadAllTextAsync(_folder.ZonePath(stack: stack)));
        }

        Assert.Single(texts.Distinct());
        Assert.Contains("61\t; serial", texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_providers_on_one_folder_lose_nothing()
    {
        ZooProvider[] providers = [await Given.ProviderAsync(_folder), await Given.ProviderAsync(_folder)];
        await providers[0].MakeAsync(Given.Zone, Given.ZoneInputs());

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => providers[i % 2].MakeAsync(Given.RecordSet, Given.SetInputs($"host{i}", "A", $"192.0.2.{i}")))));

        var text = await File.ReadAllTextAsync(_folder.ZonePath());
        Assert.All(Enumerable.Range(0, 40), i => Assert.Contains($"host{i}\tIN\tA\t192.0.2.{i}\n", text, StringComparison.Ordinal));
        Assert.Contains("41\t; serial", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Making_the_same_again_changes_nothing_and_making_other_content_is_refused()
    {
        var provider = await Given.ProviderAsync(_folder);
        await provider.MakeAsync(Given.Zone, Given.ZoneInputs());
        await provider.MakeAsync(Given.RecordSet, Given.SetInputs("www", "A", "192.0.2.1"));
        var before = await File.ReadAllTextAsync(_folder.ZonePath());

        await provider.MakeAsync(Given.Zone, Given.ZoneInputs());
        await provider.MakeAsync(Given.RecordSet, Given.SetInputs("www", "A", "192.0.2.1"));
        var zone = await Assert.ThrowsAsync<ProviderException>(() => provider.MakeAsync(Given.Zone, Given.ZoneInputs("acme.example", "other.dns.example")));
        var set = await Assert.ThrowsAsync<ProviderException>(() => provider.MakeAsync(Given.RecordSet, Given.SetInputs("www", "A", "192.0.2.2")));

        Assert.Contains("exists already", zone.Message, StringComparison.Ordinal);
        Assert.Contains("pulumi import zoo:dns:RecordSet NAME acme.example/www/A", set.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("192.0.2", set.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(_folder.ZonePath()));
    }

    [Fact]
    public async Task A_cname_beside_other_data_is_refused()
    {
        var provider = await Given.ProviderAsync(_folder);
        await provider.MakeAsync(Given.Zone, Given.ZoneInputs());
        await provider.MakeAsync(Given.RecordSet, Given.SetInputs("www", "A", "192.0.2.1"));
        await provider.MakeAsync(Given.RecordSet, Given.SetInputs("ftp", "CNAME", "www.acme.example"));

        var cname = await Assert.ThrowsAsync<ProviderException>(() => provider.MakeAsync(Given.RecordSet, Given.SetInputs("www", "CNAME", "web.acme.example")));
        var other = await Assert.ThrowsAsync<ProviderException>(() => provider.MakeAsync(Given.RecordSet, Given.SetInputs("ftp", "TXT", "text")));

        Assert.StartsWith("www.acme.example has A records", cname.Message, StringComparison.Ordinal);
        Assert.StartsWith("ftp.acme.example has CNAME records", other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_set_without_its_zone_says_so_and_leaves_nothing()
    {
        var provider = await Given.ProviderAsync(_folder);

        var failure = await Assert.ThrowsAsync<ProviderException>(() => provider.MakeAsync(Given.RecordSet, Given.SetInputs("www", "A", "192.0.2.1")));

        Assert.Contains("zoo:dns:Zone", failure.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Out));
    }

    [Fact]
    public async Task A_zone_with_record_sets_is_not_deleted_and_an_empty_one_takes_its_folders_with_it()
    {
        var provider = await Given.ProviderAsync(_folder);
        await provider.MakeAsync(Given.Zone, Given.ZoneInputs());
        await provider.MakeAsync(Given.RecordSet, Given.SetInputs("www", "A", "192.0.2.1"));

        var refused = await Assert.ThrowsAsync<ProviderException>(() => DeleteAsync(provider, Given.Zone, "acme.example"));
        Assert.Contains("www A", refused.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.ZonePath()));

        await DeleteAsync(provider, Given.RecordSet, "acme.example/www/A");
        await DeleteAsync(provider, Given.RecordSet, "acme.example/www/A");
        Assert.Contains("3\t; serial", await File.ReadAllTextAsync(_folder.ZonePath()), StringComparison.Ordinal);
        await DeleteAsync(provider, Given.Zone, "acme.example");
        await DeleteAsync(provider, Given.Zone, "acme.example");
        await DeleteAsync(provider, Given.RecordSet, "acme.example/www/A");
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Files_of_others_stay()
    {
        var provider = await Given.ProviderAsync(_folder);
        await provider.MakeAsync(Given.Zone, Given.ZoneInputs());
        var notes = Path.Combine(_folder.Out, "acme_corp", "notes.txt");
        await File.WriteAllTextAsync(notes, "mine");

        await DeleteAsync(provider, Given.Zone, "acme.example");

        Assert.Equal([notes], Directory.EnumerateFileSystemEntries(Path.Combine(_folder.Out, "acme_corp")));
    }

    [Fact]
    public async Task A_preview_touches_nothing_and_says_what_is_known()
    {
        var provider = await Given.ProviderAsync(_folder);
        var inputs = Given.SetInputs("www", "A").With("records", PropertyValue.Unknown);

        var made = await provider.CreateAsync(new(Given.Urn(Given.RecordSet), inputs, Preview: true), default);

        Assert.Equal(PropertyValue.Of("www.acme.example"), made.Outputs["fqdn"]);
        Assert.Equal(PropertyValue.Unknown, made.Outputs["records"]);
        Assert.False(Directory.Exists(_folder.Out));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../evil")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData(".hidden")]
    [InlineData("a\nb")]
    public async Task A_hostile_stack_name_never_reaches_the_file_system(string stack)
    {
        var provider = await Given.ProviderAsync(_folder);

        await Assert.ThrowsAsync<ProviderException>(() => provider.MakeAsync(Given.Zone, Given.ZoneInputs(), stack));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_hostile_id_never_reaches_the_file_system()
    {
        var provider = await Given.ProviderAsync(_folder);

        await Assert.ThrowsAsync<ProviderException>(() => DeleteAsync(provider, Given.Zone, "../../evil"));
        await Assert.ThrowsAsync<ProviderException>(() => DeleteAsync(provider, Given.RecordSet, "../www/A"));
    }

    [Fact]
    public async Task A_failed_write_leaves_the_old_file()
    {
        var provider = await Given.ProviderAsync(_folder);
        await provider.MakeAsync(Given.Zone, Given.ZoneInputs());
        var before = await File.ReadAllTextAsync(_folder.ZonePath());
        var obstacle = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(_folder.ZonePath())!, ".acme.example.tmp"));

        var failure = await Assert.ThrowsAsync<ProviderException>(() => provider.MakeAsync(Given.RecordSet, Given.SetInputs("www", "A", "192.0.2.1")));
        Assert.Contains("Nothing was changed", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(_folder.ZonePath()));

        obstacle.Delete();
        await provider.MakeAsync(Given.RecordSet, Given.SetInputs("www", "A", "192.0.2.1"));
        Assert.Contains("2\t; serial", await File.ReadAllTextAsync(_folder.ZonePath()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_dead_process_left_behind_is_no_obstacle()
    {
        var provider = await Given.ProviderAsync(_folder);
        await provider.MakeAsync(Given.Zone, Given.ZoneInputs());
        var zones = Path.GetDirectoryName(_folder.ZonePath())!;
        await File.WriteAllTextAsync(Path.Combine(zones, ".acme.example.lock"), "stale");
        await File.WriteAllTextAsync(Path.Combine(zones, ".acme.example.tmp"), "half a zone");

        await provider.MakeAsync(Given.RecordSet, Given.SetInputs("www", "A", "192.0.2.1"));

        Assert.Equal([_folder.ZonePath()], Directory.EnumerateFileSystemEntries(zones));
    }

    [Fact]
    public async Task A_cancelled_change_is_withdrawn()
    {
        var provider = await Given.ProviderAsync(_folder);
        await provider.MakeAsync(Given.Zone, Given.ZoneInputs());
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await provider.CreateAsync(new(Given.Urn(Given.RecordSet), Given.SetInputs("www", "A", "192.0.2.1"), false), cancelled));
        await provider.MakeAsync(Given.RecordSet, Given.SetInputs("mail", "A", "192.0.2.2"));

        Assert.DoesNotContain("www", await File.ReadAllTextAsync(_folder.ZonePath()), StringComparison.Ordinal);
    }

    private static async Task DeleteAsync(ZooProvider provider, string type, string id)
        => await provider.DeleteAsync(new(Given.Urn(type), id, PropertyMap.Empty, PropertyMap.Empty), default);
}
