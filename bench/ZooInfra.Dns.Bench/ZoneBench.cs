using System.Diagnostics;
using System.Globalization;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Dns.Bench;

/// <summary>Takes a large zone through its life, as an engine calls the provider.</summary>
internal sealed class ZoneBench(string backend, IResourceProvider provider, string zone, int count, int parallel)
{
    private const string ZoneType = "zoo:dns:Zone";
    private const string SetType = "zoo:dns:RecordSet";

    private readonly (string Id, PropertyMap Inputs, PropertyMap Outputs)[] _made = new (string, PropertyMap, PropertyMap)[count];

    public async Task RunAsync()
    {
        PropertyMap zoneInputs = PropertyMap.Empty;
        await TimeAsync($"{backend}: plan (check of the zone as a whole and of each set, preview)", async () =>
        {
            zoneInputs = await CheckAsync(ZoneType, PropertyMap.Empty, ZoneInputs());
            await EachAsync(async i => await provider.CreateAsync(new(Urn(SetType, i), await CheckAsync(SetType, PropertyMap.Empty, SetInputs(i, 0), i), Preview: true), default));
        });
        var zoneMade = await provider.CreateAsync(new(Urn(ZoneType, 0), zoneInputs, Preview: false), default);
        await TimeAsync($"{backend}: make", () => EachAsync(async i =>
        {
            var inputs = await CheckAsync(SetType, PropertyMap.Empty, SetInputs(i, 0), i);
            var made = await provider.CreateAsync(new(Urn(SetType, i), inputs, Preview: false), default);
            _made[i] = (made.Id, inputs, made.Outputs);
        }));
        await TimeAsync($"{backend}: plan again, nothing to do", async () =>
        {
            await CheckAsync(ZoneType, zoneInputs, ZoneInputs());
            await EachAsync(async i =>
            {
                var inputs = await CheckAsync(SetType, _made[i].Inputs, SetInputs(i, 0), i);
                Require((await provider.DiffAsync(new(Urn(SetType, i), _made[i].Id, _made[i].Inputs, _made[i].Outputs, inputs), default)).Changes.IsEmpty);
            });
        });
        await TimeAsync($"{backend}: refresh all", () => EachAsync(async i =>
            Require((await provider.ReadAsync(new(Urn(SetType, i), _made[i].Id, _made[i].Inputs, _made[i].Outputs), default))?.Outputs.Equals(_made[i].Outputs) == true)));
        await TimeAsync($"{backend}: change one in ten", () => EachAsync(async i =>
        {
            if (i % 10 == 0)
            {
                var inputs = await CheckAsync(SetType, _made[i].Inputs, SetInputs(i, 1), i);
                _made[i] = (_made[i].Id, inputs, await provider.UpdateAsync(new(Urn(SetType, i), _made[i].Id, _made[i].Inputs, _made[i].Outputs, inputs, Preview: false), default));
            }
        }));
        await TimeAsync($"{backend}: remove all", async () =>
        {
            await EachAsync(async i => await provider.DeleteAsync(new(Urn(SetType, i), _made[i].Id, _made[i].Inputs, _made[i].Outputs), default));
            await provider.DeleteAsync(new(Urn(ZoneType, 0), zoneMade.Id, zoneInputs, zoneMade.Outputs), default);
        });
    }

    public static async Task TimeAsync(string what, Func<Task> act)
    {
        var started = Stopwatch.GetTimestamp();
        await act();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} |"));
    }

    private Task EachAsync(Func<int, ValueTask> act)
        => Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = parallel }, (i, _) => act(i));

    private PropertyMap ZoneInputs() => PropertyMap.Empty
        .With("name", PropertyValue.Of(zone))
        .With("nameServers", PropertyValue.Of(PropertyValue.Of($"ns1.{zone}")))
        .With("otherNames", PropertyValue.Of(PropertyValue.Of("ns1")))
        .With("recordSets", PropertyValue.Of(PropertyMap.From(Enumerable.Range(0, count).Select(i =>
            KeyValuePair.Create(string.Create(CultureInfo.InvariantCulture, $"host{i}/A"), PropertyValue.Of(PropertyMap.Empty.With("records", Records(i, 0))))))));

    private PropertyMap SetInputs(int i, int version) => PropertyMap.Empty
        .With("zone", PropertyValue.Of(zone))
        .With("name", PropertyValue.Of(string.Create(CultureInfo.InvariantCulture, $"host{i}")))
        .With("type", PropertyValue.Of("A"))
        .With("records", Records(i, version));

    private static PropertyValue Records(int i, int version)
        => PropertyValue.Of(PropertyValue.Of(string.Create(CultureInfo.InvariantCulture, $"10.{version * 100 + i / 65536}.{i / 256 % 256}.{i % 256}")));

    private async ValueTask<PropertyMap> CheckAsync(string type, PropertyMap old, PropertyMap inputs, int i = 0)
    {
        var check = await provider.CheckAsync(new(Urn(type, i), old, inputs), default);
        return check.Failures is [var failure, ..] ? throw new InvalidOperationException($"{failure.Property}: {failure.Reason}") : check.Inputs;
    }

    private static ResourceUrn Urn(string type, int i) => ResourceUrn.Create("bench", "zoo", null, type, string.Create(CultureInfo.InvariantCulture, $"it{i}"));

    private static void Require(bool right)
    {
        if (!right)
        {
            throw new InvalidOperationException("The zone is not as it was made.");
        }
    }
}
