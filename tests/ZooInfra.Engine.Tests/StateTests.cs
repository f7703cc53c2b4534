using System.Text;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Tests;

public sealed class StateTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("{", "it is not JSON")]
    [InlineData("[]", "it has no 'checkpoint'")]
    [InlineData("{\"version\":9,\"checkpoint\":{\"stack\":\"s\",\"latest\":{}}}", "its version is 9")]
    [InlineData("{\"version\":3,\"checkpoint\":{\"stack\":\"s\",\"latest\":{\"manifest\":{\"magic\":\"00\",\"version\":\"v1\"}}}}", "magic cookie does not match")]
    [InlineData("{\"version\":3,\"checkpoint\":{\"stack\":\"s\",\"latest\":{\"manifest\":{\"magic\":\"\",\"version\":\"\"},\"resources\":[{\"custom\":true}]}}}", "a resource has no 'urn'")]
    [InlineData("{\"version\":3,\"checkpoint\":{\"stack\":\"s\",\"latest\":{\"manifest\":{\"magic\":\"\",\"version\":\"\"},\"resources\":7}}}", "wrong kind")]
    public void A_damaged_checkpoint_is_refused_by_name_and_left_as_it_is(string content, string reason)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_bench.Checkpoint)!);
        File.WriteAllText(_bench.Checkpoint, content);
        var files = Files();

        var error = Assert.Throws<StateException>(() => _bench.Engine.Lock(_bench.Program()));

        Assert.Contains(_bench.Checkpoint, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(_bench.Checkpoint));
        Assert.Equal(files, Files());
    }

    [Fact]
    public async Task A_checkpoint_cut_anywhere_is_refused()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props(("x", "1"))));
        var whole = File.ReadAllBytes(_bench.Checkpoint);
        for (var length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(_bench.Checkpoint, whole[..length]);
            Assert.Throws<StateException>(() => _bench.State);
        }
    }

    [Fact]
    public void A_state_directory_that_cannot_be_made_is_one_sentence()
    {
        File.WriteAllText(Path.Combine(_bench.Folder, "state"), "a file");

        var error = Assert.Throws<StateException>(() => _bench.Engine.Lock(_bench.Program()));

        Assert.StartsWith("The state directory cannot be written:", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("--state DIR.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_runs_on_one_stack_exclude_each_other_and_say_who_holds_it()
    {
        using var first = _bench.Engine.Lock(_bench.Program());

        var error = Assert.Throws<StateException>(() => _bench.Engine.Lock(_bench.Program()));

        Assert.Contains($"pid {Environment.ProcessId}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_that_a_dead_process_left_is_taken_over()
    {
        var folder = Path.Combine(_bench.Folder, "state", ".pulumi", "locks", "organization", Bench.Project, Bench.Stack);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "left.json"), $$"""{"pid":{{int.MaxValue}},"username":"u","hostname":"{{Environment.MachineName}}","timestamp":"2026-01-01T00:00:00Z"}""");

        using (_bench.Engine.Lock(_bench.Program()))
        {
        }

        Assert.Empty(Directory.EnumerateFiles(folder));
    }

    [Fact]
    public async Task The_folder_is_laid_out_as_a_Pulumi_backend()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props()));

        Assert.Equal("version: 1\n", File.ReadAllText(Path.Combine(_bench.Folder, "state", ".pulumi", "meta.yaml")));
        var checkpoint = File.ReadAllText(Path.Combine(_bench.Folder, "state", ".pulumi", "stacks", "proj", "dev.json"));
        Assert.StartsWith("{\"version\":3,\"checkpoint\":{\"stack\":\"organization/proj/dev\",\"latest\":{\"manifest\":{\"time\":\"", checkpoint, StringComparison.Ordinal);
        Assert.EndsWith(",\"metadata\":{}}}}", checkpoint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_dies_between_steps_loses_nothing()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props()));
        var made = State("b", "b-9") with { Provider = _bench.State.Resources.Single(r => r.Urn.Name == "a").Provider };
        using (var session = _bench.Store.Open(Bench.Project, Bench.Stack, _bench.Secrets()))
        {
            session.Start();
            session.Append(new JournalEntry.Keep(0), durable: false);
            session.Append(new JournalEntry.Keep(1), durable: false);
            var sequence = session.Begin(new PendingOperation("creating", made with { Id = "" }));
            session.Append(new JournalEntry.End(sequence, made, default), durable: true);
            session.Begin(new PendingOperation("creating", State("c", "")));
        }

        var state = _bench.State;

        Assert.Equal(["proj-dev", "default", "b", "a"], state.Resources.Select(r => r.Urn.Name));
        var pending = Assert.Single(state.PendingOperations);
        Assert.Equal("c", pending.Resource.Urn.Name);

        await _bench.UpAsync(new Wanted("a", Bench.Props()), new Wanted("c", Bench.Props()));
        Assert.Equal(["create a", "delete b", "create c"], _bench.Provider.Calls.Order(StringComparer.Ordinal).OrderBy(c => c[^1]));
        Assert.Contains(_bench.Events.OfType<Events.EngineEvent.Diagnostic>(), d => d.Severity == Events.Severity.Warning && d.Urn == Bench.Urn("c"));

        // What the first create may have left is nowhere else: it stays named until somebody has looked.
        Assert.Single(_bench.State.PendingOperations);
        using var stack = _bench.Engine.Lock(_bench.Program());
        Assert.Equal([Bench.Urn("c")], stack.ClearPendingCreates());
        Assert.Empty(_bench.State.PendingOperations);
    }

    [Fact]
    public async Task A_journal_whose_last_line_was_being_written_is_read_without_it()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props()));
        using (var session = _bench.Store.Open(Bench.Project, Bench.Stack, _bench.Secrets()))
        {
            session.Start();
            session.Append(new JournalEntry.End(1, State("b", "b-9"), default), durable: true);
        }

        var path = _bench.Journal;
        var whole = File.ReadAllBytes(path);
        var firstLine = Array.IndexOf(whole, (byte)'\n') + 1;
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.DoesNotContain(_bench.State.Resources, r => r.Urn.Name == "b");
        }

        File.WriteAllBytes(path, whole[..(firstLine + 5)]);
        await _bench.UpAsync(new Wanted("a", Bench.Props()));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_journal_of_another_state_is_refused_and_named()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props()));
        using (var session = _bench.Store.Open(Bench.Project, Bench.Stack, _bench.Secrets()))
        {
            session.Start();
            session.Append(new JournalEntry.End(1, State("b", "b-9"), default), durable: true);
        }

        File.AppendAllText(_bench.Checkpoint, " ");
        var error = Assert.Throws<StateException>(() => _bench.State);

        Assert.Contains(_bench.Journal, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deeply_nested_values_come_through_and_back()
    {
        var deep = Enumerable.Range(0, 450).Aggregate(PropertyValue.Of("bottom"), (inner, _) => PropertyValue.Of([inner]));
        var result = await _bench.UpAsync(new Wanted("a", Bench.Props().With("deep", deep)));

        Assert.Equal(Outcome.Succeeded, result.Outcome);
        Assert.Equal(deep, _bench.State.Resources.Single(r => r.Urn.Name == "a").Inputs["deep"]);
    }

    [Fact]
    public void Unused_fields_of_a_resource_come_back_as_they_were()
    {
        const string record = """{"urn":"urn:pulumi:dev::proj::fake:index:Thing::a","custom":true,"id":"1","type":"fake:index:Thing","inputs":{"list":[null,true,"x"],"n":1.5},"dependencies":["urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev"],"propertyDependencies":{"n":[]},"created":"2026-08-21T10:00:00.1234567Z","hideDiff":["n"],"sourcePosition":"project:///a.cs#1,2"}""";
        using var document = System.Text.Json.JsonDocument.Parse(record);
        var codec = new Secrets.SecretCodec(_bench.Secrets());
        using var buffer = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(buffer, CheckpointJson.WriterOptions))
        {
            ResourceJson.Write(json, ResourceJson.Read(document.RootElement, codec), codec);
        }

        Assert.Equal(record, Encoding.UTF8.GetString(buffer.ToArray()));
    }

    [Fact]
    public void A_removal_that_was_cut_off_stays_named_while_that_copy_is_there_and_no_longer()
    {
        var (successor, old) = (State("a", "new"), State("a", "old") with { Delete = true });
        var builder = new SnapshotBuilder(new Snapshot([successor, old], [new(PendingOperation.Deleting, old)], null));

        builder.Apply(new JournalEntry.Keep(0));
        Assert.Equal(["old"], builder.ToSnapshot().PendingOperations.Select(operation => operation.Resource.Id));

        builder.Apply(new JournalEntry.End(1, null, new BaseEffect(Retire: 1)));
        Assert.Empty(builder.ToSnapshot().PendingOperations);
        Assert.Equal(["new"], builder.ToSnapshot().Resources.Select(resource => resource.Id));
    }

    private static ResourceState State(string name, string id) => new()
    {
        Urn = ResourceUrn.Parse(Bench.Urn(name))!.Value,
        Custom = true,
        Id = id,
        Provider = "",
        Parent = ResourceUrn.Parse($"urn:pulumi:dev::proj::{ResourceUrn.StackType}::proj-dev"),
    };

    private List<string> Files() => [.. Directory.EnumerateFileSystemEntries(_bench.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
