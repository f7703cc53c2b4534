using System.Text;
using CsCheck;
using ZooInfra.Protocol;
using ZooInfra.Provider.Dns;

namespace ZooInfra.Provider.Tests.Dns;

public sealed class NamedCheckzoneTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [NamedCheckzoneFact]
    public async Task Bind_loads_a_zone_with_all_types()
    {
        var provider = await Given.ProviderAsync(_folder);
        await provider.MakeAsync(Given.Zone, Given.ZoneInputs("acme.example", "ns1.acme.example", "ns.other.example").With("contact", PropertyValue.Of("host.master@acme.example")));
        foreach (var set in (PropertyMap[])[
            Given.SetInputs("ns1", "A", "192.0.2.1"),
            Given.SetInputs("mail", "A", "192.0.2.2"),
            Given.SetInputs("mail", "AAAA", "2001:db8::2", "::ffff:192.0.2.1"),
            Given.SetInputs("@", "MX", "10 mail.acme.example"),
            Given.SetInputs("@", "TXT", "v=spf1 mx -all", new string('x', 700)),
            Given.SetInputs("@", "CAA", "0 issue \"letsencrypt.org; policy=ev\"", "0 iodef \"mailto:a\\\"b@acme.example\""),
            Given.SetInputs("ftp", "CNAME", "mail.acme.example"),
            Given.SetInputs("*.dev", "CNAME", "mail.acme.example").With("ttl", PropertyValue.Of(0)),
            Given.SetInputs("_sip._tcp", "SRV", "10 60 5060 mail.acme.example"),
            Given.SetInputs("_ldap._tcp", "SRV", "0 0 0 ."),
            Given.SetInputs("branch", "NS", "ns1.acme.example"),
            Given.SetInputs("nomail", "MX", "0 ."),
            Given.SetInputs("10", "PTR", "mail.acme.example")])
        {
            await provider.MakeAsync(Given.RecordSet, set);
        }

        var loaded = await NamedCheckzone.RequireGoodAsync("acme.example", _folder.ZonePath());

        Assert.Contains("host\\.master.acme.example.", loaded, StringComparison.Ordinal);
        Assert.Contains(" 14 86400 7200 3600000 3600", loaded, StringComparison.Ordinal);
    }

    [NamedCheckzoneFact]
    public async Task Bind_loads_random_zones()
    {
        var file = Path.Combine(_folder.Path, "random.zone");
        foreach (var zone in ZoneGen.Zone.Array[20].Single())
        {
            await File.WriteAllTextAsync(file, ZoneWriter.ToText(zone), Encoding.ASCII);
            await NamedCheckzone.RequireGoodAsync("acme.example", file);
        }
    }

    [NamedCheckzoneFact]
    public async Task Injected_lines_stay_text()
    {
        string[] attacks =
        [
            "\"\nevil A 192.0.2.66\n",
            "x\" \nevil IN A 192.0.2.66\n\"",
            "\\\nevil A 192.0.2.66",
            "\n$INCLUDE /etc/passwd\n",
            "); evil A 192.0.2.66",
            "a\r\nevil A 192.0.2.66",
            "\0\u0001\u007f;é😀",
        ];
        var provider = await Given.ProviderAsync(_folder);
        await provider.MakeAsync(Given.Zone, Given.ZoneInputs());
        await provider.MakeAsync(Given.RecordSet, Given.SetInputs("@", "TXT", attacks));

        var loaded = await NamedCheckzone.RequireGoodAsync("acme.example", _folder.ZonePath());

        Assert.Equal(attacks.Length, loaded.Split('\n').Count(line => line.Contains("\tTXT", StringComparison.Ordinal) || line.Contains(" TXT", StringComparison.Ordinal)));
        Assert.DoesNotContain(loaded.Split('\n'), line => line.StartsWith("evil", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A", "192.0.2.1\nevil A 192.0.2.66")]
    [InlineData("MX", "10 mail.acme.example.\nevil A 192.0.2.66")]
    [InlineData("MX", "10 mail.acme.example. ; comment")]
    [InlineData("CNAME", "www.acme.example.\n$INCLUDE /etc/passwd")]
    [InlineData("CNAME", "www.acme.example.;")]
    [InlineData("SRV", "1 2 3 a.example.(")]
    [InlineData("CAA", "0 issue \"a\"\nevil A 192.0.2.66")]
    [InlineData("CAA", "0 issue \"a\" ; b")]
    [InlineData("CAA", "0 issue \"a")]
    [InlineData("CAA", "0 issue \"a\\010b\"")]
    [InlineData("NS", "ns1.acme.example.\t\nx")]
    [InlineData("PTR", "\"a\".acme.example")]
    [InlineData("AAAA", "::1\0")]
    public async Task Injection_into_other_types_is_refused(string type, string data)
        => Assert.Equal("records[0]", Assert.Single((await Given.CheckAsync(Given.RecordSet, Given.SetInputs("host", type, data))).Failures).Property);
}
