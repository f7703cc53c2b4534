using System.Text.Json;

namespace ZooInfra.Cli.Tests;

/// <summary><c>zoo stack ls|export|import|history|rm</c>.</summary>
public sealed class StackCommandTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Stacks_are_listed_whether_they_have_a_state_or_not()
    {
        await _place.ZooAsync("up", "-s", "acme_corp", "--yes");

        Assert.Equal(0, await _place.ZooAsync("stack", "ls"));
        Assert.Matches(@"^NAME +LAST UPDATE +RESOURCES +NOTE\nacme_corp +[0-9-]{10} [0-9:]{8}Z +\d+\nbiggov +never +0\norgx +never +0\n$", _place.Output);

        Assert.Equal(0, await _place.ZooAsync("stack", "ls", "--json"));
        using var document = JsonDocument.Parse(_place.Output);
        var acme = document.RootElement[0];
        Assert.Equal(["name", "current", "lastUpdate", "updateInProgress", "resourceCount"], acme.EnumerateObject().Select(member => member.Name));
        Assert.False(acme.GetProperty("updateInProgress").GetBoolean());
    }

    [Fact]
    public async Task A_state_moves_by_export_and_import()
    {
        await _place.ZooAsync("up", "-s", "acme_corp", "--yes");
        Assert.Equal(0, await _place.ZooAsync("stack", "export", "-s", "acme_corp", "--file", "acme.json"));

        Assert.Equal(0, await _place.ZooAsync("stack", "import", "-s", "acme_corp", "--file", "acme.json", "--state", "elsewhere"));
        Assert.Equal(0, await _place.ZooAsync("preview", "-s", "acme_corp", "--expect-no-changes", "--state", "elsewhere"));
        Assert.Equal(1, await _place.ZooAsync("stack", "import", "-s", "biggov", "--file", "acme.json"));
        Assert.Contains("error: The state to import is of another stack or project", _place.Error, StringComparison.Ordinal);
        Assert.Equal(1, await _place.ZooAsync("stack", "import", "-s", "biggov", "--file", "missing.json"));
    }

    [Fact]
    public async Task The_history_has_the_newest_run_first()
    {
        await _place.ZooAsync("up", "-s", "acme_corp", "--yes");
        await _place.ZooAsync("destroy", "-s", "acme_corp", "--yes");

        Assert.Equal(0, await _place.ZooAsync("stack", "history", "-s", "acme_corp"));
        Assert.Matches(@"^STARTED +TOOK +KIND +RESULT +CHANGES\n[^\n]+ destroy +succeeded +delete \d+\n[^\n]+ update +succeeded +create \d+\n$", _place.Output);

        Assert.Equal(0, await _place.ZooAsync("stack", "history", "-s", "acme_corp", "--json"));
        using var document = JsonDocument.Parse(_place.Output);
        Assert.Equal(["destroy", "update"], document.RootElement.EnumerateArray().Select(entry => entry.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task A_create_that_was_cut_off_is_named_in_every_plan_until_somebody_has_looked()
    {
        await _place.ZooAsync("up", "-s", "acme_corp", "--yes");
        var state = await File.ReadAllTextAsync(_place.State("acme_corp"));
        const string Urn = "urn:pulumi:acme_corp::zooinfra::zoo:dns:Zone::lost.example";
        await File.WriteAllTextAsync(_place.State("acme_corp"), state.Replace(
            ",\"metadata\":{}",
            $$""","pending_operations":[{"resource":{"urn":"{{Urn}}","custom":true,"type":"zoo:dns:Zone"},"type":"creating"}],"metadata":{}""",
            StringComparison.Ordinal));

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(0, await _place.ZooAsync("up", "-s", "acme_corp", "--yes"));
            Assert.Contains("zoo:dns:Zone (lost.example):", _place.Output, StringComparison.Ordinal);
            Assert.Contains("'zoo refresh -s acme_corp --clear-pending-creates' forgets it", _place.Output, StringComparison.Ordinal);
        }

        Assert.Equal(0, await _place.ZooAsync("refresh", "-s", "acme_corp", "--clear-pending-creates", "--yes"));
        Assert.Contains("The create that was cut off is forgotten.", _place.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _place.ZooAsync("preview", "-s", "acme_corp", "--expect-no-changes"));
        Assert.DoesNotContain("lost.example", _place.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_is_removed_when_it_is_empty_and_somebody_said_yes()
    {
        await _place.ZooAsync("up", "-s", "acme_corp", "--yes");
        Assert.Equal(1, await _place.ZooAsync("stack", "rm", "-s", "acme_corp", "--yes"));
        Assert.Contains("Remove them first with 'zoo destroy -s acme_corp'", _place.Error, StringComparison.Ordinal);
        await _place.ZooAsync("destroy", "-s", "acme_corp", "--yes");
        Assert.Equal(2, await _place.ZooAsync("stack", "rm", "-s", "acme_corp"));

        Assert.Equal(8, await _place.ZooAsync(new Platform(Stacks.ZooClients.All), "no\n", interactive: true, "stack", "rm", "-s", "acme_corp"));
        Assert.True(File.Exists(_place.State("acme_corp")));
        Assert.Equal(0, await _place.ZooAsync("stack", "rm", "-s", "acme_corp", "--yes"));
        Assert.False(File.Exists(_place.State("acme_corp")));
    }

    [Fact]
    public async Task A_stack_that_is_neither_a_client_nor_in_the_state_is_unknown()
    {
        Assert.Equal(6, await _place.ZooAsync("stack", "export", "-s", "nobody"));
        Assert.Equal(1, await _place.ZooAsync("stack", "export", "-s", "acme_corp"));
        Assert.Contains("nothing was ever made", _place.Error, StringComparison.Ordinal);
    }
}
