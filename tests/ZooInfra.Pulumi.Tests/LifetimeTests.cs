using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi;
using Pulumirpc;

namespace ZooInfra.Pulumi.Tests;

public class LifetimeTests
{
    [Fact]
    public async Task A_program_without_an_engine_says_what_is_missing()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Programs.Start([], () => Deployment.RunAsync(() => { })));
        Assert.Contains("PULUMI_MONITOR is missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_flag_in_the_environment_is_named()
    {
        var environment = new Dictionary<string, string?> { ["PULUMI_MONITOR"] = "127.0.0.1:1", ["PULUMI_ENGINE"] = "127.0.0.1:1", ["PULUMI_PROJECT"] = "p", ["PULUMI_STACK"] = "s", ["PULUMI_DRY_RUN"] = "perhaps" };
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Programs.Start(environment, () => Deployment.RunAsync(() => { })));
        Assert.Contains("PULUMI_DRY_RUN is 'perhaps'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_works_outside_of_a_run()
    {
        await Task.Yield();
        Assert.Contains("Deployment.RunAsync", Assert.Throws<InvalidOperationException>(() => new Thing("thing")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
        Assert.Throws<InvalidOperationException>(() => new Config());
        Assert.Throws<InvalidOperationException>(() => Log.Info("x"));
    }

    [Fact]
    public async Task A_port_that_nobody_listens_on_ends_the_program_soon()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = listener.LocalEndpoint.ToString()!;
        listener.Stop();
        var watch = Stopwatch.StartNew();

        var exitCode = await Programs.RunAsync(new MonitorScript(), address, () => Deployment.RunAsync(() => { _ = new Thing("thing"); }));

        Assert.Equal(1, exitCode);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public async Task An_engine_that_is_killed_in_mid_run_ends_the_program()
    {
        var asked = new TaskCompletionSource();
        var never = new TaskCompletionSource<RegisterResourceResponse>();
        var script = new MonitorScript();
        script.OnRegister = (request, _) =>
        {
            if (request.Name != "thing")
            {
                return Task.FromResult(script.Echo(request));
            }

            asked.TrySetResult();
            return never.Task;
        };
        await using var monitor = await RecordingMonitor.StartAsync(script);

        var run = Programs.RunAsync(monitor, () => Deployment.RunAsync(() => { _ = new Thing("thing"); }));
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await monitor.KillAsync();

        Assert.NotEqual(0, await run);
        never.TrySetCanceled();
    }

    [Theory]
    [InlineData(false, 1_000)]
    [InlineData(true, 1_200)]
    public async Task A_thousand_registrations_are_under_way_unless_the_engine_may_call_back(bool callsBack, int most)
    {
        const int Things = 1_200;
        var (now, seen) = (0, 0);
        var full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var script = new MonitorScript();
        script.OnRegister = async (request, _) =>
        {
            if (request.Type == "pulumi:pulumi:Stack")
            {
                return script.Echo(request);
            }

            lock (script)
            {
                seen = Math.Max(seen, ++now);
                if (now == most)
                {
                    full.TrySetResult();
                }
            }

            await full.Task;
            lock (script)
            {
                now--;
            }

            return script.Echo(request);
        };
        await using var monitor = await RecordingMonitor.StartAsync(script);

        Assert.Equal(0, await Programs.RunAsync(monitor, () => Deployment.RunAsync(() =>
        {
            var options = callsBack ? new CustomResourceOptions { ResourceTransforms = { (_, _) => Task.FromResult<ResourceTransformResult?>(null) } } : null;
            foreach (var i in Enumerable.Range(0, Things))
            {
                _ = new Thing($"thing-{i}", options: options);
            }
        })));
        Assert.Equal(most, seen);
    }

    [Fact]
    public async Task A_failed_program_does_not_wait_for_what_is_under_way()
    {
        var script = new MonitorScript();
        script.OnRegister = async (request, context) =>
        {
            if (request.Name == "slow")
            {
                var cancelled = new TaskCompletionSource();
                await using var registration = context.CancellationToken.Register(cancelled.SetResult);
                await cancelled.Task;
            }

            return script.Echo(request);
        };
        await using var monitor = await RecordingMonitor.StartAsync(script);

        var exitCode = await Programs.RunAsync(monitor, () => Deployment.RunAsync((Action)(() =>
        {
            _ = new Thing("slow");
            throw new RunException("enough");
        })));

        Assert.Equal(32, exitCode);
        Assert.Equal("enough", Assert.Single(script.Logs).Message);
    }

    [Fact]
    public async Task An_engine_from_before_the_shutdown_call_is_no_error()
    {
        var script = new MonitorScript { OnShutdown = _ => throw new RpcException(new(StatusCode.Unimplemented, "what?")) };
        await using var monitor = await RecordingMonitor.StartAsync(script);
        Assert.Equal(0, await Programs.RunAsync(monitor, () => Deployment.RunAsync(() => { })));
    }

    [Fact]
    public async Task A_program_waits_for_the_engine_to_finish()
    {
        var finish = new TaskCompletionSource();
        var shutDown = new TaskCompletionSource();
        var script = new MonitorScript
        {
            OnShutdown = _ =>
            {
                shutDown.SetResult();
                return finish.Task;
            },
        };
        await using var monitor = await RecordingMonitor.StartAsync(script);
        var run = Programs.RunAsync(monitor, () => Deployment.RunAsync(() => { }));
        await shutDown.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(run.IsCompleted);
        finish.SetResult();
        Assert.Equal(0, await run);
    }

    [Fact]
    public async Task Many_programs_at_a_time_in_one_process_know_only_themselves()
    {
        var monitors = new ConcurrentBag<RecordingMonitor>();
        try
        {
            await Task.WhenAll(Enumerable.Range(0, 16).Select(async number =>
            {
                var monitor = await RecordingMonitor.StartAsync(new() { Stack = $"stack{number}", DryRun = number % 2 == 0, Config = new() { ["proj:n"] = $"{number}" } });
                monitors.Add(monitor);
                var exitCode = await Programs.RunAsync(monitor, () => Deployment.RunAsync(async () =>
                {
                    var pair = new Pair("pair");
                    await Task.Yield();
                    var late = new Thing("late", new() { Text = pair.Both });
                    return new Dictionary<string, object?>
                    {
                        ["stack"] = late.Urn.Apply(_ => Deployment.Instance.StackName),
                        ["dryRun"] = Deployment.Instance.IsDryRun,
                        ["n"] = new Config().RequireInt32("n"),
                    };
                }));

                Assert.Equal(0, exitCode);
                var outputs = monitor.Script.Requests.OfType<RegisterResourceOutputsRequest>().Single(request => request.Urn.Contains("Stack::", StringComparison.Ordinal)).Outputs.Fields;
                Assert.Equal($"stack{number}", outputs["stack"].StringValue);
                Assert.Equal(number % 2 == 0, outputs["dryRun"].BoolValue);
                Assert.Equal(number, outputs["n"].NumberValue);
                Assert.All(monitor.Script.Registrations.Skip(1), request => Assert.StartsWith($"urn:pulumi:stack{number}::", request.Parent, StringComparison.Ordinal));
                Assert.Equal(5, monitor.Script.Registrations.Count());
            }));
        }
        finally
        {
            foreach (var monitor in monitors)
            {
                await monitor.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task An_exception_is_reported_once_with_the_users_file_and_line_first()
    {
        await using var monitor = await RecordingMonitor.StartAsync(new());
        await Programs.RunAsync(monitor, () => Deployment.RunAsync(async () =>
        {
            await Task.Yield();
            _ = new Thing("thing", new() { Text = Output.Create(1).Apply(Thrower), List = { Output.Create(2).Apply(value => $"{value}") } });
        }));
        var lines = Assert.Single(monitor.Script.Logs).Message.Split('\n');
        Assert.Equal("System.InvalidOperationException: thrown here", lines[1]);
        Assert.Matches(@"^   at ZooInfra\.Pulumi\.Tests\.LifetimeTests\.Thrower in .*LifetimeTests\.cs:line \d+$", lines[2]);
    }

    [Fact]
    public async Task An_answer_of_ten_thousand_levels_is_an_error_and_no_crash()
        => Assert.Contains("Registering 'thing' (test:index:Thing) failed", await ErrorOfAsync(raw: Hostile.Registration("urn:pulumi:dev::proj::test:index:Thing::thing", 10_000)), StringComparison.Ordinal);

    [Fact]
    public async Task A_truncated_answer_is_an_error()
        => Assert.Contains("Registering 'thing' (test:index:Thing) failed", await ErrorOfAsync(raw: [0x0a, 0x7f, 1]), StringComparison.Ordinal);

    [Fact]
    public async Task A_malformed_special_object_is_an_error_with_its_place()
    {
        var message = await ErrorOfAsync(answer: Value.ForStruct(new() { Fields = { ["4dabf18193072939515e22adb298388d"] = Value.ForString("nonsense") } }));
        Assert.Equal("Registering 'thing' (test:index:Thing) failed: the engine's answer is malformed. Property 'any' is a special object of unknown kind.", message);
    }

    [Fact]
    public async Task A_string_of_fifty_mebibytes_goes_both_ways()
    {
        await using var monitor = await RecordingMonitor.StartAsync(new());
        var text = new string('x', 50 * 1024 * 1024);
        var exitCode = await Programs.RunAsync(monitor, () => Deployment.RunAsync(() => new Dictionary<string, object?>
        {
            ["length"] = new Thing("thing", new() { Text = text }).Text.Apply(back => back.Length),
        }));
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task A_value_that_contains_itself_is_an_error()
    {
        await using var monitor = await RecordingMonitor.StartAsync(new());
        var exitCode = await Programs.RunAsync(monitor, () => Deployment.RunAsync(() =>
        {
            var self = new Dictionary<string, object?>();
            self["self"] = self;
            _ = new Thing("thing", new() { Plain = self });
        }));
        Assert.Equal(32, exitCode);
        Assert.Contains("does it contain itself?", Assert.Single(monitor.Script.Logs).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deeply_nested_inputs_and_outputs_go_both_ways()
    {
        await using var monitor = await RecordingMonitor.StartAsync(new());
        var exitCode = await Programs.RunAsync(monitor, () => Deployment.RunAsync(() =>
        {
            object deep = "bottom";
            for (var i = 0; i < 200; i++)
            {
                deep = new Dictionary<string, object?> { ["down"] = deep };
            }

            var thing = new Thing("thing", new() { Any = deep });
            return new Dictionary<string, object?> { ["back"] = thing.Any };
        }));
        Assert.Equal(0, exitCode);
    }

    private static string Thrower(int value) => throw new InvalidOperationException("thrown here");

    private static async Task<string> ErrorOfAsync(Value? answer = null, byte[]? raw = null)
    {
        var script = new MonitorScript { RawAnswer = raw is null ? null : name => name == "thing" ? raw : null };
        script.OnRegister = (request, _) =>
        {
            var response = script.Echo(request);
            if (request.Custom && answer is not null)
            {
                response.Object.Fields["any"] = answer;
            }

            return Task.FromResult(response);
        };
        await using var monitor = await RecordingMonitor.StartAsync(script);
        Assert.Equal(32, await Programs.RunAsync(monitor, () => Deployment.RunAsync(() => { _ = new Thing("thing"); })));
        return Assert.Single(script.Logs).Message;
    }
}
