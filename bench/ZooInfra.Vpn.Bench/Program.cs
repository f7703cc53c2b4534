using System.Diagnostics;
using System.Globalization;
using ZooInfra.Protocol;
using ZooInfra.Provider;
using ZooInfra.Provider.Vpn;

// Plans, makes and lists 1,000 peers with the files backend. Exit code 1 when a limit of the issue is not kept.
const int Count = 1000;
const int Rounds = 5;
var folder = Directory.CreateTempSubdirectory("zoo-bench-vpn-").FullName;
try
{
    var provider = new ZooProvider(folder);
    await provider.ConfigureAsync(PropertyMap.Empty.With("out", PropertyValue.Of("out")), default);
    var network = await MakeAsync("zoo:vpn:Network", "staff", PropertyMap.Empty
        .With("name", PropertyValue.Of("staff"))
        .With("prefixes", Texts("10.8.0.0/16", "fd00:8::/64"))
        .With("host", PropertyValue.Of("vpn.acme.example")));
    var inputs = Enumerable.Range(0, Count).Select(i => Peer(network.Outputs, $"peer{i.ToString(CultureInfo.InvariantCulture)}", i)).ToArray();

    var planNew = await BestAsync(async () =>
    {
        foreach (var peer in inputs)
        {
            var check = await provider.CheckAsync(new(Urn("zoo:vpn:Peer", "peer"), PropertyMap.Empty, peer), default);
            await provider.CreateAsync(new(Urn("zoo:vpn:Peer", "peer"), check.Inputs, Preview: true), default);
        }
    });

    var started = Stopwatch.GetTimestamp();
    // Side by side, as an engine does it.
    var made = await Task.WhenAll(inputs.Select((peer, i) => Task.Run(() => MakeAsync("zoo:vpn:Peer", $"peer{i.ToString(CultureInfo.InvariantCulture)}", peer))));
    var make = Stopwatch.GetElapsedTime(started);

    var configuration = ((PropertyValue.SecretValue)made[0].Outputs["configuration"]).Inner is PropertyValue.StringValue { Value: var text } ? text : "";
    var codes = await BestAsync(() =>
    {
        for (var i = 0; i < Count / 10; i++)
        {
            PeerQr.Png(configuration);
        }

        return Task.CompletedTask;
    });

    var planSame = await BestAsync(async () =>
    {
        for (var i = 0; i < Count; i++)
        {
            var check = await provider.CheckAsync(new(Urn("zoo:vpn:Peer", "peer"), made[i].Inputs, inputs[i]), default);
            var diff = await provider.DiffAsync(new(Urn("zoo:vpn:Peer", "peer"), made[i].Id, made[i].Inputs, made[i].Outputs, check.Inputs), default);
            if (diff.Changes.Count > 0)
            {
                throw new InvalidOperationException($"Nothing was changed, but the plan says {string.Join(", ", diff.Changes.Keys)}.");
            }
        }
    });

    var path = Path.Combine(folder, "out", "acme_corp", "vpn", "staff.conf");
    var list = await BestAsync(async () =>
    {
        if (HubReader.Read("staff", await File.ReadAllTextAsync(path)).Peers.Count != Count)
        {
            throw new InvalidOperationException("The list is not complete.");
        }
    });
    var rawRead = await BestAsync(async () => _ = await File.ReadAllTextAsync(path));

    Report("plan 1,000 new peers (check, preview)", planNew, 1000);
    Report("plan 1,000 unchanged peers (check, diff)", planSame, 1000);
    Report("make 1,000 peers (keys, QR codes, file)", make, null);
    Report("  of which 100 QR codes, one after the other", codes, null);
    Report("list 1,000 peers from the file", list, 10);
    Report("  for comparison: only read the file", rawRead, null);
    return planNew.TotalMilliseconds <= 1000 && planSame.TotalMilliseconds <= 1000 && list.TotalMilliseconds <= 10 ? 0 : 1;

    async Task<(string Id, PropertyMap Inputs, PropertyMap Outputs)> MakeAsync(string type, string name, PropertyMap wanted)
    {
        var check = await provider.CheckAsync(new(Urn(type, name), PropertyMap.Empty, wanted), default);
        var result = await provider.CreateAsync(new(Urn(type, name), check.Inputs, Preview: false), default);
        return (result.Id, check.Inputs, result.Outputs);
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static async Task<TimeSpan> BestAsync(Func<Task> work)
{
    var best = TimeSpan.MaxValue;
    for (var i = 0; i < Rounds; i++)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        var elapsed = Stopwatch.GetElapsedTime(started);
        best = elapsed < best ? elapsed : best;
    }

    return best;
}

static void Report(string what, TimeSpan elapsed, double? limit)
    => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-45} {elapsed.TotalMilliseconds,9:0.0} ms{(limit is null ? "" : $"   limit {limit:0} ms")}"));

static PropertyMap Peer(PropertyMap network, string name, int number) => PropertyMap.Empty
    .With("network", network["name"])
    .With("name", PropertyValue.Of(name))
    .With("person", PropertyValue.Of("Alice Archer"))
    .With("device", PropertyValue.Of("laptop"))
    .With("purpose", PropertyValue.Of("remote support"))
    .With("until", PropertyValue.Of("2999-12-31"))
    .With("slotHint", PropertyValue.Of(number + 1))
    .With("prefixes", network["prefixes"])
    .With("hubPublicKey", network["publicKey"])
    .With("hubEndpoint", network["endpoint"])
    .With("routes", Texts("10.20.0.0/16"));

static PropertyValue Texts(params string[] texts) => PropertyValue.Of(texts.Select(PropertyValue.Of));

static ResourceUrn Urn(string type, string name) => ResourceUrn.Create("acme_corp", "zoo", null, type, name);
