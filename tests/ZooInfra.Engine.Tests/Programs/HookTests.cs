using System.Collections.Concurrent;
using Google.Protobuf;
using Pulumirpc;
using ZooInfra.Engine.State;

namespace ZooInfra.Engine.Tests.Programs;

public sealed class HookTests : IAsyncLifetime
{
    private readonly Talk _talk = new();
    private readonly ConcurrentQueue<string> _ran = [];
    private CallbackHost _host = null!;

    public async Task InitializeAsync() => _host = await CallbackHost.StartAsync();

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _talk.Dispose();
    }

    [Fact]
    public async Task Hooks_run_around_create_update_and_delete()
    {
        await _talk.UpAsync(Program("x=1"));
        await _talk.UpAsync(Program("x=2"));
        await _talk.UpAsync(async (monitor, _) => await RegisterAllAsync(monitor));

        Assert.Equal(["before a ", "after a a-1", "before a a-1", "after a a-1", "before a a-1", "after a a-1"], _ran);
        Assert.Equal(["create a", "update a", "delete a"], _talk.World.Calls.Where(call => !call.StartsWith("configure", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Hooks_do_not_run_in_a_preview_unless_they_say_so()
    {
        await _talk.PreviewAsync(Program("x=1"));
        Assert.Empty(_ran);

        await _talk.PreviewAsync(Program("x=1", change: hook => hook.OnDryRun = true));
        Assert.Equal(["before a ", "after a "], _ran);
    }

    [Fact]
    public async Task Nothing_is_done_when_a_hook_before_it_fails()
    {
        var result = await _talk.UpAsync(Program("x=1", before: "not on Fridays"));

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.Equal("Hook 'before' failed: not on Fridays", _talk.Errors);
        Assert.Empty(_talk.World.Ledger);
        Assert.Empty(_talk.State().PendingOperations);
    }

    [Fact]
    public async Task What_was_done_is_kept_when_a_hook_after_it_fails()
    {
        var result = await _talk.UpAsync(Program("x=1", after: "nobody told"));

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.Equal("Hook 'after' failed: nobody told", _talk.Errors);
        Assert.Equal("a-1", _talk.Found("a").Id);
    }

    [Fact]
    public async Task A_hook_that_may_fail_is_only_told()
    {
        var result = await _talk.UpAsync(Program("x=1", before: "no mail", change: hook => hook.IgnoreErrors = true));

        Assert.Equal(Outcome.Succeeded, result.Outcome);
        Assert.Contains("Hook 'before' failed, which it may: no mail", _talk.Warnings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_hook_has_a_call_made_again()
    {
        _talk.World.Faults["create a"] = "twice: throttled";
        var result = await _talk.UpAsync(async (monitor, root) =>
        {
            await monitor.RegisterErrorHookAsync(new() { Name = "again", Callback = _host.Offer<ErrorHookRequest>(asked => Answer($"{asked.FailedOperation} {asked.Errors.Count}", new ErrorHookResponse { Retry = true })) });
            var request = Talk.Thing("a", root);
            request.Hooks = new() { OnError = { "again" } };
            await monitor.RegisterResourceAsync(request);
        });

        Assert.Equal(Outcome.Succeeded, result.Outcome);
        Assert.Equal(["create 1", "create 2"], _ran);
        Assert.Single(_talk.World.Ledger);
    }

    [Fact]
    public async Task An_error_hook_that_does_not_want_it_again_leaves_the_failure()
    {
        _talk.World.Faults["create a"] = "twice: throttled";
        var result = await _talk.UpAsync(async (monitor, root) =>
        {
            await monitor.RegisterErrorHookAsync(new() { Name = "no", Callback = _host.Offer<ErrorHookRequest>(_ => new ErrorHookResponse()) });
            var request = Talk.Thing("a", root);
            request.Hooks = new() { OnError = { "no" } };
            await monitor.RegisterResourceAsync(request);
        });

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.Contains("throttled", _talk.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removal_of_everything_cannot_run_hooks_and_says_so()
    {
        await _talk.UpAsync(Program("x=1"));
        var result = await _talk.DestroyAsync();

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.Contains("Hook 'before' is not there. Hooks run in the program", _talk.Errors, StringComparison.Ordinal);
        Assert.Single(_talk.World.Ledger);
    }

    [Fact]
    public async Task Two_hooks_of_one_name_are_refused()
    {
        var result = await _talk.UpAsync(async (monitor, _) =>
        {
            await RegisterAllAsync(monitor);
            await Assert.ThrowsAsync<Grpc.Core.RpcException>(async () => await RegisterAllAsync(monitor));
        });

        Assert.Equal(Outcome.Succeeded, result.Outcome);
    }

    [Fact]
    public async Task Hooks_of_a_component_run_at_its_beginning_and_when_its_outputs_are_there()
    {
        await _talk.UpAsync(async (monitor, root) =>
        {
            await RegisterAllAsync(monitor);
            var component = await monitor.RegisterResourceAsync(new() { Type = "test:index:Group", Name = "g", Parent = root, Object = new(), Hooks = Bound() });
            _ran.Enqueue("children");
            await monitor.RegisterResourceOutputsAsync(new() { Urn = component.Urn, Outputs = new() });
        });

        Assert.Equal(["before g ", "children", "after g "], _ran);
    }

    [Fact]
    public async Task The_state_keeps_the_names_of_hooks_and_says_that_it_has_them()
    {
        await _talk.UpAsync(Program("x=1"));

        Assert.Equal(["before"], _talk.Found("a").Options.Hooks["BeforeCreate"].AsEnumerable());
        var file = await File.ReadAllTextAsync(new StateStore(Path.Combine(_talk.Folder, "state"), TimeProvider.System).Files("proj", "dev").Checkpoint);
        Assert.Contains("\"version\":4,\"features\":[\"hooks\"]", file, StringComparison.Ordinal);
    }

    private static RegisterResourceRequest.Types.ResourceHooksBinding Bound() => new()
    {
        BeforeCreate = { "before" },
        AfterCreate = { "after" },
        BeforeUpdate = { "before" },
        AfterUpdate = { "after" },
        BeforeDelete = { "before" },
        AfterDelete = { "after" },
    };

    private Func<ResourceMonitor.ResourceMonitorClient, string, Task> Program(string props, string before = "", string after = "", Action<RegisterResourceHookRequest>? change = null) => async (monitor, root) =>
    {
        await RegisterAllAsync(monitor, before, after, change);
        var request = Talk.Thing("a", root, props);
        request.Hooks = Bound();
        await monitor.RegisterResourceAsync(request);
    };

    private async Task RegisterAllAsync(ResourceMonitor.ResourceMonitorClient monitor, string before = "", string after = "", Action<RegisterResourceHookRequest>? change = null)
    {
        foreach (var (name, error) in new[] { ("before", before), ("after", after) })
        {
            var hook = new RegisterResourceHookRequest
            {
                Name = name,
                Callback = _host.Offer<ResourceHookRequest>(asked => Answer($"{name} {asked.Name} {asked.Id}", new ResourceHookResponse { Error = error })),
            };
            change?.Invoke(hook);
            await monitor.RegisterResourceHookAsync(hook);
        }
    }

    private IMessage Answer(string ran, IMessage answer)
    {
        _ran.Enqueue(ran);
        return answer;
    }
}
