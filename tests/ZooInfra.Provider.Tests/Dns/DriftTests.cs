using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Tests.Dns;

public sealed class DriftTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private ZooProvider _provider = null!;
    private CreateResult _zone = null!;
    private CreateResult _www = null!;

    public async Task InitializeAsync()
    {
        _provider = await Given.ProviderAsync(_folder);
        _zone = await _provider.MakeAsync(Given.Zone, Given.ZoneInputs());
        _www = await _provider.MakeAsync(Given.RecordSet, Given.SetInputs("www", "A").With("records", PropertyValue.Secret(Given.Texts("192.0.2.2", "192.0.2.1"))));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_did_not_change_reads_as_it_was_written()
    {
        Assert.Equal(_zone.Outputs, (await ReadZoneAsync())!.Outputs);
        Assert.Equal(_www.Outputs, (await ReadWwwAsync())!.Outputs);
    }

    [Fact]
    public async Task An_address_changed_by_hand_shows_and_the_next_update_takes_it_back()
    {
        await EditAsync("192.0.2.2", "198.51.100.7");

        var read = (await ReadWwwAsync())!;
        Assert.Equal(PropertyValue.Secret(Given.Texts("192.0.2.1", "198.51.100.7")), read.Outputs["records"]);
        var diff = await _provider.DiffAsync(new(Given.Urn(Given.RecordSet), _www.Id, read.Inputs, read.Outputs, WwwInputs), default);
        Assert.NotEmpty(diff.Changes);

        await _provider.UpdateAsync(new(Given.Urn(Given.RecordSet), _www.Id, read.Inputs, read.Outputs, WwwInputs, false), default);
        Assert.Equal(_www.Outputs, (await ReadWwwAsync())!.Outputs);
        Assert.Contains("3\t; serial", await File.ReadAllTextAsync(_folder.ZonePath()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zone_timers_and_servers_changed_by_hand_show()
    {
        await EditAsync("86400\t; refresh", "43200 ; faster");
        await EditAsync("@\tIN\tNS\tns2.dns.example.\n", "@ IN NS ns3.dns.example.\n");

        var read = (await ReadZoneAsync())!;

        Assert.Equal(PropertyValue.Of(43200), read.Inputs["refresh"]);
        Assert.Equal(Given.Texts("ns1.dns.example", "ns3.dns.example"), read.Inputs["nameServers"]);
        Assert.Equal(_zone.Outputs["contact"], read.Inputs["contact"]);
    }

    [Fact]
    public async Task What_is_gone_reads_as_not_there()
    {
        await EditAsync("www\tIN\tA\t192.0.2.1\nwww\tIN\tA\t192.0.2.2\n", "");
        Assert.Null(await ReadWwwAsync());

        File.Delete(_folder.ZonePath());
        Assert.Null(await ReadZoneAsync());
        var failure = await Assert.ThrowsAsync<ProviderException>(async () =>
            await _provider.UpdateAsync(new(Given.Urn(Given.Zone), _zone.Id, _zone.Outputs, _zone.Outputs, ZoneInputs, false), default));
        Assert.Contains("Run a refresh", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_added_by_hand_survive_an_update_and_can_be_imported()
    {
        await File.AppendAllTextAsync(_folder.ZonePath(), """
            ; the old printer
            PRINTER 300 IN A (
              192.0.2.40 ) ; second floor
                    TXT "first part, " "second\032part"
            scanner.acme.example. CNAME printer

            """);
        await _provider.MakeAsync(Given.RecordSet, Given.SetInputs("mail", "A", "192.0.2.3"));

        Assert.Contains("printer\t300\tIN\tA\t192.0.2.40\nprinter\tIN\tTXT\t\"first part, second part\"\nscanner\tIN\tCNAME\tprinter.acme.example.\n", await File.ReadAllTextAsync(_folder.ZonePath()), StringComparison.Ordinal);
        var imported = (await _provider.ReadAsync(new(Given.Urn(Given.RecordSet), "acme.example/printer/A", PropertyMap.Empty, PropertyMap.Empty), default))!;
        Assert.Equal(Given.SetInputs("printer", "A", "192.0.2.40").With("ttl", PropertyValue.Of(300)), imported.Inputs);
        Assert.Empty((await _provider.CheckAsync(new(Given.Urn(Given.RecordSet), PropertyMap.Empty, imported.Inputs), default)).Failures);
    }

    [Theory]
    [InlineData("@ IN SSHFP 4 2 1234\n", "type SSHFP is not known")]
    [InlineData("$INCLUDE other.zone\n", "only '$ORIGIN")]
    [InlineData("$GENERATE 1-9 host$ A 192.0.2.$\n", "only '$ORIGIN")]
    [InlineData("www.other.example. A 192.0.2.1\n", "not in the zone")]
    [InlineData("txt TXT \"open\n", "not closed")]
    [InlineData("txt TXT ( \"open\"\n", "parenthesis is not closed")]
    [InlineData("www 60 A 192.0.2.3\n", "different TTLs")]
    [InlineData("bad A 192.0.2.999\n", "no IPv4 address")]
    [InlineData("@ IN SOA a.dns.example. b.dns.example. 1 2 3 4 5\n", "one SOA record")]
    public async Task What_is_not_known_stops_with_its_line_and_nothing_is_written(string line, string reason)
    {
        await File.AppendAllTextAsync(_folder.ZonePath(), line);
        var before = await File.ReadAllTextAsync(_folder.ZonePath());

        var failure = await Assert.ThrowsAsync<ProviderException>(() => _provider.MakeAsync(Given.RecordSet, Given.SetInputs("mail", "A", "192.0.2.3")));

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Contains(", line ", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(_folder.ZonePath()));
    }

    private PropertyMap ZoneInputs => _zone.Outputs.Without("file");

    private PropertyMap WwwInputs => _www.Outputs.Without("fqdn").Without("file");

    private async Task EditAsync(string from, string to)
    {
        var text = await File.ReadAllTextAsync(_folder.ZonePath());
        Assert.Contains(from, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(_folder.ZonePath(), text.Replace(from, to, StringComparison.Ordinal));
    }

    private async Task<ReadResult?> ReadZoneAsync() => await _provider.ReadAsync(new(Given.Urn(Given.Zone), _zone.Id, ZoneInputs, _zone.Outputs), default);

    private async Task<ReadResult?> ReadWwwAsync() => await _provider.ReadAsync(new(Given.Urn(Given.RecordSet), _www.Id, WwwInputs, _www.Outputs), default);
}
