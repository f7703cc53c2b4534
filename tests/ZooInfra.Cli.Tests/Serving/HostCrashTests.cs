using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace ZooInfra.Cli.Tests.Serving;

/// <summary>
/// A host is killed while it works on a request, at every step and at random instants; the next host takes it up. ZOO_CRASH_RUNS says how often, 24 times
/// when it is not set; ZOO_CRASH_SEED repeats a run.
/// </summary>
public sealed class HostCrashTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Peers = "/client/acme_corp/vpn/peers";
    private const string Declared = "carol-code-laptop";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] Before = ["accepted", "claimed", "begun"];
    private static readonly string[] After = ["applied", "ended"];

    private readonly VpnSite _site = new();
    private readonly SortedDictionary<string, int> _expected = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _deaths = new(StringComparer.Ordinal);
    private int _made;

    private enum Kind
    {
        Create,
        Rotate,
        Revoke,
    }

    public Task InitializeAsync() => _site.ZooAsync(0, "up", "-s", "acme_corp", "--yes");

    public Task DisposeAsync()
    {
        _site.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_host_that_is_killed_at_any_step_loses_doubles_and_half_makes_no_peer()
    {
        var runs = Number("ZOO_CRASH_RUNS", 24);
        var seed = Number("ZOO_CRASH_SEED", Random.Shared.Next());
        output.WriteLine($"ZOO_CRASH_SEED={seed}");
        var random = new Random(seed);
        var began = Stopwatch.GetTimestamp();
        var points = new[] { Kind.Create, Kind.Rotate, Kind.Revoke }.SelectMany(kind => PointsOf(kind).Select(point => (Kind: kind, Point: (string?)point))).ToList();
        var host = await _site.StartHostAsync();
        try
        {
            for (var run = 0; run < runs; run++)
            {
                var (kind, point) = run < points.Count ? points[run] : random.Next(2) == 0 ? points[random.Next(points.Count)] : ((Kind)random.Next(3), null);
                var request = await RequestAsync(host, kind, random);
                await DieAsync(host, request, point, random);
                await host.DisposeAsync();
                if (random.Next(8) == 0)
                {
                    Count("in recovery");
                    await HostProcess.StartAndKillAsync(_site.HostStart(), TimeSpan.FromMilliseconds(random.Next(1, 2500)));
                }

                host = await _site.StartHostAsync();
                await RepeatAsync(host, request);
                await RequireWholeAsync(host, $"run {run}: {kind} of {request.Name}, killed at {point ?? "a random instant"}, seed {seed}");
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs} runs in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s; killed: {string.Join(", ", _deaths.Select(death => $"{death.Key} {death.Value}"))}; {_expected.Count} peers in the end"));
        }
        finally
        {
            await host.DisposeAsync();
        }

        await _site.ZooAsync(0, "up", "-s", "acme_corp", "--yes", "--expect-no-changes");
    }

    private static IEnumerable<string> PointsOf(Kind kind) => [.. Before, .. kind switch
    {
        Kind.Create => (string[])["create-begins", "create-made"],
        Kind.Rotate => ["update-begins", "update-made"],
        _ => ["delete-begins", "delete-made"],
    }, .. After];

    private async Task<Request> RequestAsync(HostProcess host, Kind kind, Random random)
    {
        if (kind != Kind.Create && _expected.Count == 0)
        {
            await RepeatAsync(host, Create());
        }

        if (kind == Kind.Create)
        {
            return Create();
        }

        var name = _expected.Keys.ElementAt(random.Next(_expected.Count));
        return kind == Kind.Revoke
            ? new(kind, name, HttpMethod.Delete, $"{Peers}/{name}", null)
            : new(kind, name, HttpMethod.Post, $"{Peers}/{name}/rotate", new() { ["overlap_hours"] = random.Next(2) * 24 });
    }

    private Request Create()
    {
        var person = string.Create(CultureInfo.InvariantCulture, $"Person {++_made}");
        return new(Kind.Create, $"person-{_made}-laptop", HttpMethod.Post, Peers, new()
        {
            ["person"] = person,
            ["device"] = "laptop",
            ["purpose"] = "remote support",
            ["until"] = DateTimeOffset.UtcNow.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
    }

    /// <summary>Sends the request to a host that dies of it, or soon after.</summary>
    private async Task DieAsync(HostProcess host, Request request, string? point, Random random)
    {
        if (point is not null)
        {
            await host.ArmAsync(point);
        }

        var sending = SendAsync(host, request);
        if (point is null)
        {
            await host.KillAsync(TimeSpan.FromMicroseconds(random.Next(1, 1_500_000)));
        }

        // One that answers has not come to the point yet ('ended' comes after the answer may be sent), or was quicker than the shot.
        var answered = await sending.WaitAsync(Patience) is not null;
        if (point == "ended" && answered)
        {
            await host.ExitAsync();
        }

        Count(point ?? (answered ? "at random, answered" : "at random"));
        await host.KillAsync();
    }

    /// <summary>Whoever got no answer sends the same again, and gets what was asked for, once.</summary>
    private async Task RepeatAsync(HostProcess host, Request request)
    {
        var until = Stopwatch.StartNew();
        var said = await SendAsync(host, request);
        while (said is { Status: HttpStatusCode.Conflict } && until.Elapsed < Patience)
        {
            // The first request is still being worked on.
            said = await SendAsync(host, request);
        }

        Assert.NotNull(said);
        switch (request.Kind)
        {
            case Kind.Create:
                Assert.Equal((HttpStatusCode.Created, request.Name), (said.Status, said.Status == HttpStatusCode.Created ? said.Text("name") : said.Body));
                _expected[request.Name] = 1;
                break;
            case Kind.Rotate:
                Assert.True(said.Status == HttpStatusCode.OK, said.Body);
                _expected[request.Name]++;
                Assert.Equal(_expected[request.Name], said.Json["key_generation"]!.GetValue<int>());
                break;
            default:
                Assert.True(said.Status is HttpStatusCode.NoContent or HttpStatusCode.NotFound, said.Body);
                _expected.Remove(request.Name);
                break;
        }
    }

    private async Task RequireWholeAsync(HostProcess host, string when)
    {
        var operations = (await host.Http.GetAsync("/client/acme_corp/operations?limit=200")).Json["operations"]!.AsArray();
        Assert.All(operations, operation => Assert.Equal("succeeded", operation!["state"]!.GetValue<string>()));
        var database = (await host.Http.GetAsync($"{Peers}?limit=200")).Json["peers"]!.AsArray().Select(peer => (Name: peer!["name"]!.GetValue<string>(), Generation: peer["key_generation"]!.GetValue<int>())).ToList();
        Assert.True(database.SequenceEqual(_expected.Select(peer => (peer.Key, peer.Value))), $"the database differs ({when})");
        Assert.True(_site.RequestedPeers().SequenceEqual(_expected.Keys), $"the requests file differs ({when})");
        Assert.True(_site.StatePeers().Select(peer => peer.Name).SequenceEqual(_expected.Keys.Append(Declared).Order(StringComparer.Ordinal)), $"the state differs ({when})");
        Assert.True(_site.HubKeys().SequenceEqual(_site.StateKeys()), $"the hub accepts other keys than the state knows ({when})");
        var addresses = _site.HubAddresses();
        Assert.True(addresses.Count == addresses.Distinct(StringComparer.Ordinal).Count(), $"an address has two keys ({when})");
        Assert.True(_site.CutOff() == 0, $"the state has calls that were cut off ({when})");
    }

    private static async Task<Said?> SendAsync(HostProcess host, Request request)
    {
        try
        {
            return await host.Http.SendAsync(request.Method, request.Path, request.Body, request.Kind == Kind.Revoke ? [] : [("Idempotency-Key", request.Key)]);
        }
        catch (Exception e) when (e is HttpRequestException or System.Net.Sockets.SocketException)
        {
            return null;
        }
    }

    private void Count(string death) => _deaths[death] = _deaths.GetValueOrDefault(death) + 1;

    private static int Number(string variable, int otherwise)
        => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private sealed record Request(Kind Kind, string Name, HttpMethod Method, string Path, JsonObject? Body)
    {
        public string Key { get; } = Guid.NewGuid().ToString();
    }
}
