using System.Text.Json;
using Pulumi;
using ZooInfra.Contracts;
using ZooInfra.Dns;

namespace ZooInfra.Cli.Tests;

/// <summary>Many stacks in one process: at the same time, apart from each other, and again only those that failed.</summary>
public sealed class FleetTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Programs_of_several_stacks_run_at_the_same_time()
    {
        // Each program ends only when both have begun.
        var (begun, both) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        Task<int> RunAsync() => Deployment.RunAsync(async () =>
        {
            if (Interlocked.Increment(ref begun) % 2 == 0)
            {
                both.TrySetResult();
            }

            await both.Task.WaitAsync(Patience);
        });

        Assert.Equal(0, await ZooAsync(new Platform(Client("one", RunAsync), Client("two", RunAsync)), "preview", "--all", "--parallel-stacks", "2"));
    }

    [Fact]
    public async Task No_more_stacks_than_asked_for_are_worked_on_at_once()
    {
        var (now, most) = (0, 0);
        var clients = Enumerable.Range(0, 12).Select(i => Client($"c{i:00}", () => Deployment.RunAsync(async () =>
        {
            var running = Interlocked.Increment(ref now);
            InterlockedMax(ref most, running);
            await Task.Yield();
            Interlocked.Decrement(ref now);
        })));

        Assert.Equal(0, await ZooAsync(new Platform(clients), "preview", "--all", "--parallel-stacks", "3"));

        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task Every_stack_sees_its_own_name_and_configuration()
    {
        var names = Enumerable.Range(0, 24).Select(i => $"c{i:00}").ToList();
        foreach (var name in names)
        {
            _place.Config(name, $"config:\n  zooinfra:domain: {name}.example\n");
        }

        var platform = new Platform(names.Select(name => Client(name, () => Deployment.RunAsync(async () =>
        {
            await Task.Yield();
            Zone(new Config().Require("domain"));
            Assert.Equal(name, Deployment.Instance.StackName);
        }))));

        Assert.Equal(0, await ZooAsync(platform, "up", "--all", "--yes"));

        Assert.All(names, name => Assert.Contains($"{name}.example", File.ReadAllText(_place.Zone(name, $"{name}.example")), StringComparison.Ordinal));
        Assert.All(names, name => Assert.DoesNotContain(names.Where(other => other != name), other => File.ReadAllText(_place.State(name)).Contains($"{other}.example", StringComparison.Ordinal)));
        Assert.Equal(names.Select(name => $"Previewing update ({name})"), _place.Output.Split('\n').Where(line => line.StartsWith("Previewing", StringComparison.Ordinal)));
        Assert.Contains("    24 stacks: + ", _place.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_configuration_of_a_client_is_in_no_environment_that_a_process_could_inherit()
    {
        _place.Config("one", "config:\n  zooinfra:token: hunter2\n");
        var inherited = new List<string>();
        var platform = new Platform(Client("one", () =>
        {
            // Here the program is being started, and this is what a process would get that any other stack starts now.
            inherited.AddRange(Environment.GetEnvironmentVariables().Values.Cast<string>());
            return Deployment.RunAsync(() => Assert.Equal("hunter2", new Config().Require("token")));
        }));

        Assert.Equal(0, await ZooAsync(platform, "preview", "--all"));

        Assert.NotEmpty(inherited);
        Assert.DoesNotContain(inherited, value => value.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cancelled_in_mid_run_what_has_not_begun_is_left_alone_and_nothing_stays_locked()
    {
        using var cancel = new CancellationTokenSource();
        var names = new[] { "a", "b", "c" };
        var platform = new Platform(names.Select(name => Client(name, () => Deployment.RunAsync(async () =>
        {
            Zone($"{name}.example");
            if (name == "b")
            {
                await cancel.CancelAsync();
            }
        }))));
        var (output, error) = (new StringWriter(), new StringWriter());

        var code = await ZooCommandLine.RunAsync(["up", "--all", "--yes", "--parallel-stacks", "1"], platform, new Terminal(output, error, TextReader.Null, _place.Folder, IsInteractive: false), cancel.Token);

        Assert.Equal(8, code);
        Assert.Matches("    c +failed: Cancelled before it was done.", output.ToString());
        Assert.All(names, name => Assert.False(File.Exists(_place.State(name))));
        Assert.Empty(StackFiles("locks"));
    }

    [Fact]
    public async Task A_failing_stack_stops_no_other_and_failed_runs_only_it_again()
    {
        var (fails, runs) = (true, new System.Collections.Concurrent.ConcurrentBag<string>());
        Client Make(string name, bool mayFail) => Client(name, () => Deployment.RunAsync(() =>
        {
            runs.Add(name);
            Zone($"{name}.example");
            if (mayFail && fails)
            {
                throw new RunException("the tape robot is on fire");
            }
        }));
        var platform = new Platform(Make("bad", mayFail: true), Make("good", mayFail: false), Make("worse", mayFail: true));
        _place.Config("worse", "config: [");

        Assert.Equal(1, await ZooAsync(platform, "up", "--all", "--yes"));

        Assert.True(File.Exists(_place.State("good")));
        Assert.False(File.Exists(_place.State("bad")));
        Assert.Contains("    bad    failed", _place.Output, StringComparison.Ordinal);
        Assert.Matches(@"\n    worse  failed: .*Pulumi\.worse\.yaml\(2,1\): this is not YAML", _place.Output);
        Assert.Contains("    3 stacks, 2 failed: + ", _place.Output, StringComparison.Ordinal);

        (fails, _) = (false, _place);
        runs.Clear();
        _place.Config("worse", "config: {}");
        Assert.Equal(0, await ZooAsync(platform, "up", "--failed", "--yes"));
        Assert.Equal(["bad", "worse"], runs.Distinct().Order(StringComparer.Ordinal));
        Assert.True(File.Exists(_place.State("bad")));

        Assert.Equal(0, await ZooAsync(platform, "up", "--failed", "--yes"));
        Assert.Contains("No stack failed last time.", _place.Output, StringComparison.Ordinal);
        Assert.Equal(2, await ZooAsync(platform, "up", "--failed", "--all", "--yes"));
    }

    [Fact]
    public async Task A_damaged_state_of_one_client_leaves_the_others_alone()
    {
        var platform = new Platform(new[] { "a", "b", "c" }.Select(name => Client(name, () => Deployment.RunAsync(() => Zone($"{name}.example")))));
        Assert.Equal(0, await ZooAsync(platform, "up", "-s", "b", "--yes"));
        await File.WriteAllTextAsync(_place.State("b"), "{");

        Assert.Equal(1, await ZooAsync(platform, "up", "--all", "--yes", "--json"));

        using var document = JsonDocument.Parse(_place.Output);
        Assert.Equal(["succeeded", "failed", "succeeded"], document.RootElement.GetProperty("stacks").EnumerateArray().Select(stack => stack.GetProperty("result").GetString()));
        Assert.Equal("{", await File.ReadAllTextAsync(_place.State("b")));
        Assert.True(File.Exists(_place.Zone("c", "c.example")));
    }

    [Fact]
    public async Task Many_stacks_are_asked_about_once()
    {
        var platform = new Platform(new[] { "a", "b", "c" }.Select(name => Client(name, () => Deployment.RunAsync(() => Zone($"{name}.example")))));

        Assert.Equal(8, await _place.ZooAsync(platform, "no\n", interactive: true, "up", "--all"));

        Assert.Equal(2, _place.Output.Split("Make these changes?").Length);
        Assert.False(Directory.Exists(Path.Combine(_place.Folder, ".zoo", "out")));
        Assert.Equal(0, await _place.ZooAsync(platform, "yes\n", interactive: true, "up", "--all"));
        Assert.Equal(3, StackFiles().Count(path => path.EndsWith(".json", StringComparison.Ordinal)));
        Assert.DoesNotContain(StackFiles("locks"), _ => true);
    }

    private List<string> StackFiles(string part = "stacks") => [.. Directory.EnumerateFiles(Path.Combine(_place.Folder, ".zoo", "state", ".pulumi", part), "*", SearchOption.AllDirectories)];

    private Task<int> ZooAsync(Platform platform, params string[] args) => _place.ZooAsync(platform, "", interactive: false, args);

    private static Client Client(string id, Func<Task<int>> run) => new(new TenantContract(id, id, null, null, default, default, default), run, []);

    private static void Zone(string name) => _ = new DnsZone(name, new DnsZoneArgs
    {
        NameServers = { $"ns1.{name}" },
        Records = { DnsRecord.A("ns1", "192.0.2.1") },
    });

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }
}
