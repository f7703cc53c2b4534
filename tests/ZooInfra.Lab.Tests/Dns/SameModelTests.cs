using System.Collections.Immutable;
using CsCheck;
using ZooInfra.Protocol;
using ZooInfra.Provider;

namespace ZooInfra.Lab.Tests.Dns;

/// <summary>Files and servers mean the same: what one writes, the other reads, whatever the zone holds.</summary>
public sealed class SameModelTests(BindServer bind, KnotServer knot) : IClassFixture<BindServer>, IClassFixture<KnotServer>
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Char['\0', '\u02ff'].Array[0, 300].Select(letters => new string(letters)),
        Gen.Int[0, 4].Select(i => ((string[])["\"", "\\", "\n$INCLUDE /etc/passwd\n", "\"\nevil A 192.0.2.66\n;", "; ( comment"])[i]));

    private static readonly Gen<PropertyMap> Set = Gen.Int[0, 6].SelectMany(kind => Gen.Select(Gen.Int[0, 5], Gen.Int[-500, 500], Text, Gen.Byte.Array[16], (name, ttl, text, octets) =>
    {
        var host = $"h{name}";
        var inputs = kind switch
        {
            0 => Given.SetIn("random.example", host, "A", string.Join('.', octets[..4]), "192.0.2.1"),
            1 => Given.SetIn("random.example", host, "AAAA", new System.Net.IPAddress(octets).ToString()),
            2 => Given.SetIn("random.example", $"_x.{host}", "TXT", text, "second"),
            3 => Given.SetIn("random.example", host, "CAA", $"{octets[0]} issue \"ca{name}.example; a=\\\"b\\\"\""),
            4 => Given.SetIn("random.example", $"_sip._tcp.{host}", "SRV", $"{octets[0]} {octets[1]} 5060 sip.other.example"),
            5 => Given.SetIn("random.example", $"_443._tcp.{host}", "TLSA", $"3 1 0 {Convert.ToHexString(octets)}"),
            _ => Given.SetIn("random.example", $"alias{name}", "CNAME", $"{host}.other.example"),
        };
        return ttl < 0 ? inputs : inputs.With("ttl", PropertyValue.Of(ttl));
    }));

    [DnsServersFact]
    public async Task Random_zones_read_back_from_both_servers_as_they_were_written()
    {
        foreach (var server in (DnsLabServer[])[bind, knot])
        {
            var provider = await server.ProviderAsync();
            for (var round = 0; round < 10; round++)
            {
                var made = await Task.WhenAll(Sample().Select(inputs => provider.MakeAsync(Given.RecordSet, inputs)));
                foreach (var set in made)
                {
                    Assert.Equal(set, await provider.RefreshAsync(set));
                }

                await Task.WhenAll(made.Select(async set => await provider.DeleteAsync(set)));
            }
        }
    }

    [DnsServersFact]
    public async Task A_server_that_loads_our_file_answers_what_the_live_backend_would_have_made()
    {
        var sets = Sample();
        var files = new ZooProvider(bind.Folder);
        await files.ConfigureAsync(PropertyMap.Empty, default);
        await files.MakeAsync(Given.Zone, Given.ZoneInputs("random.example"));
        var made = await Task.WhenAll(sets.Select(inputs => files.MakeAsync(Given.RecordSet, inputs)));
        await files.MakeAsync(Given.RecordSet, Given.SetIn("random.example", "ns1", "A", "192.0.2.53"));

        var loaded = new BindServer { Given = (Path.Combine(bind.Folder, ".zoo", "out", "acme_corp", "dns", "random.example.zone"), "random.example") };
        try
        {
            await loaded.InitializeAsync();
            var live = await loaded.ProviderAsync();
            foreach (var set in made)
            {
                var read = await live.ReadAsync(new(ResourceUrn.Create("acme_corp", "zoo", null, set.Type, "it"), set.Id, set.Inputs, PropertyMap.Empty), default);
                Assert.Equal(set.Inputs, read?.Inputs);
            }
        }
        finally
        {
            await loaded.DisposeAsync();
        }
    }

    private static ImmutableArray<PropertyMap> Sample()
        => [.. Set.Array[15].Single().DistinctBy(inputs => $"{inputs["name"]}/{inputs["type"]}")];
}
