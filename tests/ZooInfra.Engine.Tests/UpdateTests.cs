using ZooInfra.Protocol;

namespace ZooInfra.Engine.Tests;

public sealed class UpdateTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_first_update_makes_everything_and_keeps_it()
    {
        var result = await _bench.UpAsync(new Wanted("a", Bench.Props(("x", "1"))), new Wanted("b", Bench.Props(("x", "2")), "a"));

        Assert.Equal(Outcome.Succeeded, result.Outcome);
        Assert.Equal(["Create proj-dev", "Create a", "Create b"], _bench.Steps);
        Assert.Equal(["create a", "create b"], _bench.Provider.Calls);
        var state = _bench.State;
        Assert.Equal(["proj-dev", "default", "a", "b"], state.Resources.Select(r => r.Urn.Name));
        Assert.Equal("a-1", state.Resources[2].Id);
        Assert.Equal(PropertyValue.Of("a-1"), state.Resources[2].Outputs["made"]);
        Assert.Equal([Bench.Urn("a")], state.Resources[3].Dependencies.AsEnumerable());
        Assert.Equal(PropertyValue.Of(2d), state.Resources[0].Outputs["count"]);
    }

    [Fact]
    public async Task A_second_run_of_the_same_program_changes_nothing_and_writes_its_history_entry_only()
    {
        Wanted[] program = [new("a", Bench.Props(("x", "1"))), new("b", Bench.Props(), "a")];
        await _bench.UpAsync(program);
        var before = _bench.Files();

        var result = await _bench.UpAsync(program);

        Assert.False(result.HasChanges);
        Assert.Empty(_bench.Steps);
        var after = _bench.Files();
        Assert.All(before, file => Assert.Equal(file.Value, after[file.Key]));
        Assert.Equal(["checkpoint.json", "history.json"], after.Keys.Except(before.Keys).Select(path => path.Split('.', 3)[^1]).Select(name => string.Join('.', name.Split('.')[^2..])).Order(StringComparer.Ordinal));
        Assert.Equal(["create a", "create b"], _bench.Provider.Calls);
    }

    [Fact]
    public async Task A_changed_input_is_an_update_in_place()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props(("x", "1"))));
        await _bench.UpAsync(new Wanted("a", Bench.Props(("x", "2"))));

        Assert.Equal(["Update a"], _bench.Steps);
        Assert.Equal(Bench.Props(("x", "2")), _bench.Provider.Ledger["a-1"]);
    }

    [Fact]
    public async Task A_replacement_makes_the_new_before_it_removes_the_old()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props(("key", "1"))));
        await _bench.UpAsync(new Wanted("a", Bench.Props(("key", "2"))));

        Assert.Equal(["CreateReplacement a", "Replace a", "DeleteReplaced a"], _bench.Steps);
        Assert.Equal(["create a", "create a", "delete a"], _bench.Provider.Calls);
        Assert.Equal("a-2", Assert.Single(_bench.Provider.Ledger).Key);
        Assert.Equal("a-2", _bench.State.Resources.Single(r => r.Urn.Name == "a").Id);
    }

    [Fact]
    public async Task A_resource_that_must_go_first_takes_with_it_what_cannot_live_through_that()
    {
        // c depends on a by a property that would replace it; d only by one that would not; e not at all.
        static Wanted[] Program(string seat) =>
        [
            new("a", Bench.Props(("seat", seat))),
            new("c", Bench.Props(("key", "1")), "a") { Change = request => request.PropertyDependencies["key"] = new() { Urns = { Bench.Urn("a") } } },
            new("d", Bench.Props(("x", "1")), "a") { Change = request => request.PropertyDependencies["x"] = new() { Urns = { Bench.Urn("a") } } },
            new("e", Bench.Props()),
        ];
        await _bench.UpAsync(Program("1"));
        await _bench.UpAsync(Program("2"));

        Assert.Equal(["delete c", "delete a", "create a", "create c"], _bench.Provider.Calls.Skip(4));
        Assert.Equal(4, _bench.Provider.Ledger.Count);
        Assert.DoesNotContain(_bench.State.Resources, r => r.PendingReplacement || r.Delete);
    }

    [Fact]
    public async Task A_resource_that_was_deleted_for_its_successor_is_made_again_when_the_run_was_cut_off_between()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props(("seat", "1"))));
        await _bench.UpAsync(new Wanted("a", Bench.Props(("seat", "2"), ("fail", "no seat"))));

        Assert.True(_bench.State.Resources.Single(r => r.Urn.Name == "a").PendingReplacement);
        Assert.Empty(_bench.Provider.Ledger);

        await _bench.UpAsync(new Wanted("a", Bench.Props(("seat", "2"))));
        Assert.Equal(["Replace a", "CreateReplacement a"], _bench.Steps);
        Assert.Equal(Bench.Props(("seat", "2")), Assert.Single(_bench.Provider.Ledger).Value);
    }

    [Fact]
    public async Task A_protected_dependent_stops_a_replacement_that_would_delete_it_first()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props(("seat", "1"))), new Wanted("b", Bench.Props(("key", "1")), "a") { Protect = true });
        var result = await _bench.UpAsync(new Wanted("a", Bench.Props(("seat", "2"))), new Wanted("b", Bench.Props(("key", "1")), "a") { Protect = true });

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.Contains("that is protected", Assert.Single(_bench.Errors), StringComparison.Ordinal);
        Assert.Equal(2, _bench.Provider.Ledger.Count);
    }

    [Fact]
    public async Task What_the_program_no_longer_asks_for_goes_dependents_first()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props()), new Wanted("b", Bench.Props(), "a"), new Wanted("c", Bench.Props(), "b"));
        await _bench.UpAsync();

        Assert.Equal(["delete c", "delete b", "delete a"], _bench.Provider.Calls.Skip(3));
        Assert.Equal(["proj-dev"], _bench.State.Resources.Select(r => r.Urn.Name));
    }

    [Fact]
    public async Task Destroy_leaves_nothing()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props()), new Wanted("b", Bench.Props(), "a"));
        var result = await _bench.DestroyAsync();

        Assert.Equal(Outcome.Succeeded, result.Outcome);
        Assert.Empty(_bench.Provider.Ledger);
        Assert.Empty(_bench.State.Resources);
    }

    [Fact]
    public async Task A_failing_step_stops_what_has_not_begun_and_keeps_what_was_done()
    {
        var result = await _bench.UpAsync(new Wanted("a", Bench.Props()), new Wanted("b", Bench.Props(("fail", "disk on fire")), "a"), new Wanted("c", Bench.Props(), "b"));

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.Equal(["disk on fire"], _bench.Errors);
        Assert.Equal(["proj-dev", "default", "a"], _bench.State.Resources.Select(r => r.Urn.Name));

        await _bench.UpAsync(new Wanted("a", Bench.Props()), new Wanted("b", Bench.Props(), "a"), new Wanted("c", Bench.Props(), "b"));
        Assert.Equal(["create a", "create b", "create c"], _bench.Provider.Calls);
    }

    [Fact]
    public async Task A_program_that_fails_deletes_nothing()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props()), new Wanted("b", Bench.Props()));
        var result = await _bench.RunAsync(stack => stack.UpdateAsync(_bench.Events.Enqueue, default), _bench.Program(32, new Wanted("a", Bench.Props())));

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.Equal(2, _bench.Provider.Ledger.Count);
        Assert.Contains(_bench.State.Resources, r => r.Urn.Name == "b");
    }

    [Fact]
    public async Task A_protected_resource_is_not_deleted_and_nothing_it_needs_is()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props()), new Wanted("b", Bench.Props(), "a") { Protect = true }, new Wanted("c", Bench.Props()));
        var result = await _bench.DestroyAsync();

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.Equal(["a-", "b-"], _bench.Provider.Ledger.Keys.Select(id => id[..2]).Order());
        Assert.Contains("protected", Assert.Single(_bench.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_inputs_name_the_property()
    {
        var result = await _bench.UpAsync(new Wanted("a", Bench.Props(("bad", "1"))));

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.Equal(["bad: must not be given"], _bench.Errors);
    }

    [Fact]
    public async Task A_name_that_is_used_twice_is_refused()
    {
        var twice = new Wanted("a", Bench.Props());
        var result = await _bench.UpAsync(twice, new Wanted("b", Bench.Props(), "a") { Change = request => request.Name = "a" });

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.Equal([$"Duplicate resource URN '{Bench.Urn("a")}'; try giving it a unique name."], _bench.Errors);
    }

    [Fact]
    public async Task A_feature_the_engine_lacks_is_refused_by_name()
    {
        var result = await _bench.UpAsync(new Wanted("a", Bench.Props()) { Change = request => request.PackageRef = "x" });

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.Contains("uses a parameterized package", Assert.Single(_bench.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_without_a_provider_is_named()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props()) { Type = "aws:s3:Bucket" });

        Assert.StartsWith("The stack needs the provider 'aws', which the embedded engine does not host (it hosts: fake).", Assert.Single(_bench.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_calls_run_at_once_than_asked_for()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = 0;
        _bench.Provider.BeforeCall = async _ =>
        {
            if (Interlocked.Increment(ref waiting) >= Bench.Parallel)
            {
                reached.TrySetResult();
            }

            await reached.Task;
        };
        await _bench.UpAsync([.. Enumerable.Range(0, 100).Select(i => new Wanted($"r{i}", Bench.Props()))]);

        Assert.Equal(Bench.Parallel, _bench.Provider.MostAtOnce);
        Assert.Equal(100, _bench.Provider.Ledger.Count);
    }

    [Fact]
    public async Task Cancellation_stops_before_the_next_step_and_keeps_what_was_done()
    {
        using var cancel = new CancellationTokenSource();
        _bench.Provider.BeforeCall = call => call == "create a" ? cancel.CancelAsync() : Task.CompletedTask;
        var result = await _bench.RunAsync(stack => stack.UpdateAsync(_bench.Events.Enqueue, cancel.Token), _bench.Program(new Wanted("a", Bench.Props()), new Wanted("b", Bench.Props(), "a")));

        Assert.Equal(Outcome.Cancelled, result.Outcome);
        Assert.Equal(["proj-dev", "default", "a"], _bench.State.Resources.Select(r => r.Urn.Name));
        Assert.Equal(["create a"], _bench.Provider.Calls);
    }
}
