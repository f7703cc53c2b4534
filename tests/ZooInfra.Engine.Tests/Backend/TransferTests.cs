using System.Text;
using System.Text.Json;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Tests.Backend;

/// <summary>Export, import, list and removal of stacks.</summary>
public sealed class TransferTests : IDisposable
{
    private readonly Bench _bench = new() { Passphrase = "pass" };

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_export_comes_back_by_import_the_same(bool showSecrets)
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props(("x", "1")).With("token", PropertyValue.Secret(PropertyValue.Of("hunter2")))), new Wanted("b", Bench.Props(), "a"));
        var before = _bench.State;
        var exported = Export(showSecrets);
        Assert.Equal(showSecrets, exported.Contains("hunter2", StringComparison.Ordinal));
        using (var document = JsonDocument.Parse(exported))
        {
            Assert.Equal(["version", "deployment"], document.RootElement.EnumerateObject().Select(member => member.Name));
        }

        await _bench.DestroyAsync();
        Assert.Empty(Import(exported));

        Assert.Equal(before.Resources.Select(r => r.Urn), _bench.State.Resources.Select(r => r.Urn));
        Assert.All(before.Resources.Zip(_bench.State.Resources), pair => Assert.True(pair.First.SameAs(pair.Second)));
        Assert.DoesNotContain("hunter2", File.ReadAllText(_bench.Checkpoint), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "it is not JSON")]
    [InlineData("{}", "it has no 'deployment'")]
    [InlineData("{\"version\":3}", "it has no 'deployment'")]
    [InlineData("{\"version\":3,\"deployment\":7}", "it has no 'deployment'")]
    [InlineData("{\"version\":9,\"deployment\":{}}", "its version is 9")]
    [InlineData("{\"version\":3,\"deployment\":{}}", "it has no 'manifest'")]
    [InlineData("{\"version\":3,\"deployment\":{\"manifest\":{\"magic\":\"\",\"version\":\"\"},\"resources\":[{\"urn\":\"urn:pulumi:dev::proj::t:t:T::a\",\"custom\":false,\"type\":\"t:t:T\",\"parent\":\"urn:pulumi:dev::proj::t:t:T::p\"}]}}", "which does not stand before it")]
    [InlineData("{\"version\":3,\"deployment\":{\"manifest\":{\"magic\":\"\",\"version\":\"\"},\"resources\":[{\"urn\":\"urn:pulumi:other::proj::t:t:T::a\",\"custom\":false,\"type\":\"t:t:T\"}]}}", "of another stack or project")]
    public async Task A_bad_import_is_refused_and_nothing_changes(string content, string reason)
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props(("x", "1"))));
        var before = _bench.Files();

        Assert.Contains(reason, Assert.Throws<StateException>(() => Import(content)).Message, StringComparison.Ordinal);
        Assert.Equal(before, _bench.Files());
    }

    [Fact]
    public async Task The_backup_of_a_damaged_state_comes_back_by_import()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props(("x", "1"))));
        await _bench.UpAsync(new Wanted("a", Bench.Props(("x", "2"))));
        var backup = File.ReadAllText(_bench.Checkpoint + ".bak");
        File.WriteAllText(_bench.Checkpoint, "{\"ver");

        Import(backup);

        Assert.Equal(PropertyValue.Of("1"), _bench.State.Resources.Single(r => r.Urn.Name == "a").Inputs["x"]);
        Assert.Equal("{\"ver", File.ReadAllText(_bench.Checkpoint + ".bak"));
    }

    [Fact]
    public async Task An_import_drops_pending_operations_by_name_and_ends_an_unfinished_run()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props()));
        using (var session = _bench.Store.Open(Bench.Project, Bench.Stack, _bench.Secrets()))
        {
            session.Start();
            session.Begin(new("creating", new ResourceState { Urn = ResourceUrn.Parse(Bench.Urn("b"))!.Value, Custom = true }));
        }

        var exported = Export(showSecrets: false);
        Assert.Contains("pending_operations", exported, StringComparison.Ordinal);

        Assert.Equal([$"The pending operation 'creating' on {Bench.Urn("b")} was dropped."], Import(exported));
        Assert.Empty(_bench.State.PendingOperations);
        Assert.False(File.Exists(_bench.Journal));
    }

    [Fact]
    public async Task A_state_that_uses_features_of_version_4_says_so_in_its_export()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props()), new Wanted("b", Bench.Props()) { Change = request => request.ReplaceWith.Add(Bench.Urn("a")), DependsOn = ["a"] });
        var exported = Export(showSecrets: false);

        Assert.StartsWith("{\n    \"version\": 4,\n    \"features\": [\n        \"replaceWith\"\n    ],", exported, StringComparison.Ordinal);
        await _bench.DestroyAsync();
        Import(exported);
        Assert.Equal(2, _bench.State.Resources.Count(resource => resource is { Custom: true, IsProvider: false }));
    }

    [Fact]
    public async Task A_locked_stack_is_not_imported_to_and_the_list_says_who_holds_it()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props()));
        var exported = Export(showSecrets: false);
        using var held = _bench.Engine.Lock(_bench.Program());

        Assert.Contains("is locked by", Assert.Throws<StateException>(() => Import(exported)).Message, StringComparison.Ordinal);
        var summary = StackList.Read(_bench.Store, Bench.Project).Single();
        Assert.Contains($"pid {Environment.ProcessId}", summary.Holder, StringComparison.Ordinal);
        Assert.Equal((Bench.Stack, 3, false, null), (summary.Name, summary.Resources, summary.IsUnfinished, summary.Problem));
    }

    [Fact]
    public async Task The_list_names_what_is_wrong_with_a_damaged_stack()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props()));
        File.WriteAllText(_bench.Checkpoint, "[]");

        Assert.StartsWith(_bench.Checkpoint, StackList.Read(_bench.Store, Bench.Project).Single().Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_with_resources_is_removed_only_by_force_and_stays_as_backup()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props()));
        var before = _bench.Files();
        Assert.Contains("still has 3 resources", Assert.Throws<StateException>(() => Remove(force: false)).Message, StringComparison.Ordinal);
        Assert.Equal(before, _bench.Files());

        Remove(force: true);

        Assert.True(File.Exists(_bench.Checkpoint + ".bak"));
        Assert.Empty(StackList.Read(_bench.Store, Bench.Project));
        Assert.Empty(StackHistory.Read(_bench.Store, Bench.Project, Bench.Stack));
        Assert.Contains("nothing to remove", Assert.Throws<StateException>(() => Remove(force: true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emptied_stack_is_removed_with_its_backups_when_asked()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props()));
        await _bench.DestroyAsync();

        StackRemoval.Remove(_bench.Store, Bench.Project, Bench.Stack, _bench.Secrets(), force: false, removeBackups: true);

        Assert.Equal(["meta.yaml"], _bench.Files().Keys.Select(Path.GetFileName));
    }

    private string Export(bool showSecrets) => StackTransfer.Export(_bench.Store, Bench.Project, Bench.Stack, _bench.Secrets(), showSecrets);

    private IReadOnlyList<string> Import(string content)
        => StackTransfer.Import(_bench.Store, Bench.Project, Bench.Stack, _bench.Secrets(), Encoding.UTF8.GetBytes(content), force: false);

    private void Remove(bool force) => StackRemoval.Remove(_bench.Store, Bench.Project, Bench.Stack, _bench.Secrets(), force, removeBackups: false);
}
