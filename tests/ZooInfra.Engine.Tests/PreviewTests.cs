namespace ZooInfra.Engine.Tests;

public sealed class PreviewTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_preview_says_what_an_update_would_do_and_touches_nothing()
    {
        var result = await _bench.PreviewAsync(new Wanted("a", Bench.Props(("x", "1"))));

        Assert.True(result.HasChanges);
        Assert.Equal(["Create proj-dev", "Create a"], _bench.Steps);
        Assert.Empty(_bench.Provider.Calls);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_bench.Folder));
    }

    [Fact]
    public async Task A_preview_shows_the_same_steps_as_the_update_after_it()
    {
        await _bench.UpAsync(new Wanted("keep", Bench.Props()), new Wanted("change", Bench.Props(("x", "1"))), new Wanted("replace", Bench.Props(("key", "1"))), new Wanted("go", Bench.Props()));
        Wanted[] next = [new("keep", Bench.Props()), new("change", Bench.Props(("x", "2"))), new("replace", Bench.Props(("key", "2"))), new("new", Bench.Props())];

        await _bench.PreviewAsync(next);
        var planned = _bench.Steps.Order().ToList();
        await _bench.UpAsync(next);

        Assert.Equal(planned, _bench.Steps.Order());
        Assert.Equal(["Create new", "CreateReplacement replace", "Delete go", "DeleteReplaced replace", "Replace replace", "Update change"], planned);
    }

    [Fact]
    public async Task Outputs_that_are_not_known_yet_do_not_reach_the_program_as_values()
    {
        var wanted = new Wanted("a", Bench.Props()) { Change = request => request.SupportsPartialValues = false };
        var result = await _bench.PreviewAsync(wanted, new Wanted("b", Bench.Props(("from", "04da6b54-80e4-46f7-96ec-b56ff0331ba9")), "a"));

        Assert.Equal(Outcome.Succeeded, result.Outcome);
        Assert.Empty(_bench.Errors);
    }
}
