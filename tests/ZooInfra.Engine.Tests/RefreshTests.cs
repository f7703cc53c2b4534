using ZooInfra.Engine.Events;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Tests;

public sealed class RefreshTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Drift_names_what_changed_and_what_is_gone_and_writes_nothing()
    {
        await _bench.UpAsync(new Wanted("keep", Bench.Props()), new Wanted("change", Bench.Props(("x", "1"))), new Wanted("go", Bench.Props()));
        Disturb();
        var before = File.ReadAllBytes(_bench.Checkpoint);

        _bench.Events.Clear();
        var result = await _bench.Engine.DriftAsync(_bench.Program(), _bench.Events.Enqueue, default);

        Assert.True(result.HasChanges);
        Assert.Equal(["Delete go", "Update change"], _bench.Steps.Order());
        var changed = _bench.Events.OfType<EngineEvent.StepFinished>().Single(e => e.Step.Kind == StepKind.Update).Step;
        Assert.Equal(PropertyValue.Of("9"), changed.New!["x"]);
        Assert.Equal(["x"], changed.Diff!.Changes.Keys);
        Assert.Equal(before, File.ReadAllBytes(_bench.Checkpoint));
    }

    [Fact]
    public async Task Refresh_takes_what_is_there_into_the_state_and_the_next_update_repairs_it()
    {
        Wanted[] program = [new("keep", Bench.Props()), new("change", Bench.Props(("x", "1"))), new("go", Bench.Props()), new("after", Bench.Props(), "go")];
        await _bench.UpAsync(program);
        Disturb();

        await _bench.RunAsync(stack => stack.RefreshAsync(_bench.Events.Enqueue, default), _bench.Program());

        var state = _bench.State;
        Assert.DoesNotContain(state.Resources, r => r.Urn.Name == "go");
        Assert.Empty(state.Resources.Single(r => r.Urn.Name == "after").Dependencies);
        Assert.Null(SnapshotIntegrity.Violation(state));

        await _bench.UpAsync(program);
        Assert.Equal(["Create go", "Update change"], _bench.Steps.Order());
        Assert.Equal(Bench.Props(("x", "1")), _bench.Provider.Ledger.Single(r => r.Key.StartsWith("change", StringComparison.Ordinal)).Value);
    }

    [Fact]
    public async Task A_refresh_and_an_update_go_under_one_lock()
    {
        Wanted[] program = [new("change", Bench.Props(("x", "1"))), new("go", Bench.Props())];
        await _bench.UpAsync(program);
        Disturb();

        using var stack = _bench.Engine.Lock(_bench.Program(program));
        await stack.RefreshAsync(_ => { }, default);
        _bench.Events.Clear();
        var result = await stack.UpdateAsync(_bench.Events.Enqueue, default);

        Assert.Equal(Outcome.Succeeded, result.Outcome);
        Assert.Equal(["Create go", "Update change"], _bench.Steps.Order());
    }

    [Fact]
    public async Task A_refresh_that_finds_nothing_writes_nothing()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props()));
        var before = File.ReadAllBytes(_bench.Checkpoint);

        var result = await _bench.RunAsync(stack => stack.RefreshAsync(_bench.Events.Enqueue, default), _bench.Program());

        Assert.False(result.HasChanges);
        Assert.Equal(before, File.ReadAllBytes(_bench.Checkpoint));
    }

    private void Disturb()
    {
        var ledger = _bench.Provider.Ledger;
        ledger[ledger.Keys.Single(id => id.StartsWith("change", StringComparison.Ordinal))] = Bench.Props(("x", "9"));
        ledger.TryRemove(ledger.Keys.Single(id => id.StartsWith("go", StringComparison.Ordinal)), out _);
    }
}
