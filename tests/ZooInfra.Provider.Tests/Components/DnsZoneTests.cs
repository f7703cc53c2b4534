using Pulumi;
using ZooInfra.Contracts;
using ZooInfra.Dns;
using ZooInfra.Protocol;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Tests.Components;

/// <summary>The component, run as a program.</summary>
[Collection(Programs.Collection)]
public sealed class DnsZoneTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_zone_with_records_becomes_a_zone_file()
    {
        var monitor = new ProviderMonitor(await Given.ProviderAsync(_folder));

        var exitCode = await monitor.RunAsync(() => Deployment.RunAsync(() =>
        {
            _ = new DnsZone("acme.example", new DnsZoneArgs
            {
                NameServers = { "ns1.acme.example", "ns2.acme.example" },
                Records =
                {
                    DnsRecord.A("ns1", "192.0.2.1"),
                    DnsRecord.A("ns2", "192.0.2.2"),
                    DnsRecord.A("mail", "192.0.2.3"),
                    DnsRecord.A("sip", "192.0.2.4"),
                    DnsRecord.A("www", "192.0.2.10", Output.CreateSecret("192.0.2.11")).WithTtl(300),
                    DnsRecord.Mx("@", 10, "mail.acme.example"),
                    DnsRecord.Mx("@", 20, Output.Create("backup.mail.example")),
                    DnsRecord.Txt("@", "v=spf1 mx -all"),
                    DnsRecord.Caa("@", 0, "issue", "letsencrypt.org; policy=\"ev\""),
                    DnsRecord.Srv("_sip._tcp", 10, 60, 5060, "sip.acme.example"),
                    DnsRecord.Cname("ftp", "www.acme.example"),
                },
            });
        }));

        Assert.Empty(monitor.Errors);
        Assert.Equal(0, exitCode);
        var text = await File.ReadAllTextAsync(_folder.ZonePath());
        Assert.EndsWith("""
            @	IN	NS	ns1.acme.example.
            @	IN	NS	ns2.acme.example.
            @	IN	CAA	0 issue "letsencrypt.org; policy=\"ev\""
            @	IN	MX	10 mail.acme.example.
            @	IN	MX	20 backup.mail.example.
            @	IN	TXT	"v=spf1 mx -all"
            _sip._tcp	IN	SRV	10 60 5060 sip.acme.example.
            ftp	IN	CNAME	www.acme.example.
            mail	IN	A	192.0.2.3
            ns1	IN	A	192.0.2.1
            ns2	IN	A	192.0.2.2
            sip	IN	A	192.0.2.4
            www	300	IN	A	192.0.2.10
            www	300	IN	A	192.0.2.11

            """, text, StringComparison.Ordinal);

        var component = Assert.Single(monitor.Registered, request => request.Type == "zoo:dns:DnsZone");
        Assert.False(component.Custom);
        Assert.Equal(
            ["acme.example", "acme.example/@/CAA", "acme.example/@/MX", "acme.example/@/TXT", "acme.example/_sip._tcp/SRV", "acme.example/ftp/CNAME", "acme.example/mail/A", "acme.example/ns1/A", "acme.example/ns2/A", "acme.example/sip/A", "acme.example/www/A"],
            monitor.Registered.Where(request => request.Custom).Select(request => request.Name).Order(StringComparer.Ordinal));
        var urn = ResourceUrn.Create("acme_corp", "zoo", null, "zoo:dns:DnsZone", "acme.example").Text;
        Assert.All(monitor.Registered.Where(request => request.Custom), request => Assert.Equal(urn, request.Parent));
        var zone = monitor.Registered.Single(request => request.Type == Given.Zone);
        Assert.All(monitor.Registered.Where(request => request.Type == Given.RecordSet), request => Assert.Contains(request.Dependencies, dependency => dependency.EndsWith("zoo:dns:Zone::acme.example", StringComparison.Ordinal)));
        Assert.True(zone.AcceptSecrets);
        var outputs = PropertyMarshaller.FromStruct(monitor.Outputs.Single(request => request.Urn == urn).Outputs);
        Assert.Equal(PropertyMap.Empty.With("zoneName", PropertyValue.Of("acme.example")).With("nameServers", Given.Texts("ns1.acme.example", "ns2.acme.example")), outputs);
        var www = PropertyMarshaller.FromStruct(monitor.Registered.Single(request => request.Name == "acme.example/www/A").Object);
        Assert.True(www["records"].HoldsSecret());
    }

    [Fact]
    public async Task What_only_the_whole_zone_shows_stops_before_anything_is_made()
    {
        var error = await ErrorOfAsync(DnsRecord.Cname("ftp", "www.acme.example"));

        Assert.Contains("points to www.acme.example, which has no records", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_views_of_one_zone_are_two_files()
    {
        var monitor = new ProviderMonitor(await Given.ProviderAsync(_folder));
        await monitor.RunAsync(() => Deployment.RunAsync(() =>
        {
            foreach (var (view, address) in new[] { ("internal", "10.0.0.5"), ("external", "192.0.2.5") })
            {
                _ = new DnsZone($"acme.example-{view}", new DnsZoneArgs { ZoneName = "acme.example", View = view, NameServers = { "ns.dns.example" }, Records = { DnsRecord.A("www", address) } });
            }
        }));

        Assert.Empty(monitor.Errors);
        Assert.Contains("10.0.0.5", await File.ReadAllTextAsync(Path.Combine(_folder.Out, "acme_corp", "dns", "internal", "acme.example.zone")), StringComparison.Ordinal);
        Assert.Contains("192.0.2.5", await File.ReadAllTextAsync(Path.Combine(_folder.Out, "acme_corp", "dns", "external", "acme.example.zone")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4h", null, 3600)]
    [InlineData("1h", null, 1800)]
    [InlineData("1m", null, 60)]
    [InlineData("1h", 7200, 7200)]
    [InlineData(null, null, 3600)]
    public async Task The_TTL_leaves_half_of_the_promised_recovery_time_for_the_repair(string? recovery, int? stated, int expected)
    {
        var sla = recovery is null ? null : new SlaPromise(null, null, ContractDuration.Parse(recovery), default, null);
        var monitor = new ProviderMonitor(await Given.ProviderAsync(_folder));
        await monitor.RunAsync(() => Deployment.RunAsync(() =>
        {
            _ = new DnsZone("acme.example", new DnsZoneArgs
            {
                NameServers = { "ns.dns.example" },
                Contract = new TenantContract("acme_corp", "Acme", sla, null, default, default, default),
                Ttl = stated is { } ttl ? (Input<int>)ttl : null,
            });
        }));

        Assert.Empty(monitor.Errors);
        Assert.Contains($"$TTL {expected}\n", await File.ReadAllTextAsync(_folder.ZonePath()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_exchangers_come_after_addresses()
    {
        var monitor = new ProviderMonitor(await Given.ProviderAsync(_folder));
        await monitor.RunAsync(() => Deployment.RunAsync(() =>
        {
            _ = new DnsZone("acme.example", new DnsZoneArgs { NameServers = { "ns.dns.example" }, Records = { DnsRecord.Mx("@", 10, "mail.acme.example"), DnsRecord.A("mail", "192.0.2.3") } });
        }));

        Assert.Contains(monitor.Registered.Single(request => request.Name == "acme.example/@/MX").Dependencies, dependency => dependency.EndsWith("::acme.example/mail/A", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Records_that_contradict_each_other_stop_the_program_with_a_sentence()
    {
        Assert.Contains("a CNAME cannot share its name", await ErrorOfAsync(DnsRecord.A("www", "192.0.2.1"), DnsRecord.Cname("WWW", "web.acme.example")), StringComparison.Ordinal);
        Assert.Contains("state the TTLs 60 and 300", await ErrorOfAsync(DnsRecord.A("www", "192.0.2.1").WithTtl(60), DnsRecord.A("www", "192.0.2.2").WithTtl(300)), StringComparison.Ordinal);
    }

    private async Task<string> ErrorOfAsync(params DnsRecord[] records)
    {
        var monitor = new ProviderMonitor(await Given.ProviderAsync(_folder));
        var exitCode = await monitor.RunAsync(() => Deployment.RunAsync(() =>
        {
            _ = new DnsZone("acme.example", new DnsZoneArgs { NameServers = { "ns1.dns.example" }, Records = [.. records] });
        }));
        Assert.NotEqual(0, exitCode);
        Assert.False(Directory.Exists(_folder.Out));
        return Assert.Single(monitor.Errors);
    }
}
