using System.Diagnostics;
using System.Runtime.Versioning;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;
using ZooInfra.Engine.Plugins;
using ZooInfra.Engine.Tests.Programs;

namespace ZooInfra.Engine.Tests.Plugins;

/// <summary>The provider of this repository as the plugin it also is: a real process, over gRPC.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PluginTests : IDisposable
{
    private readonly Talk _talk = new();

    public PluginTests()
    {
        _talk.Plugins = new PluginSource(_talk.Folder, [new ProjectPlugin("zoo", AppContext.BaseDirectory, null)]);
        _talk.Config["zoo:out"] = Path.Combine(_talk.Folder, "out");
    }

    public void Dispose() => _talk.Dispose();

    [Fact]
    public async Task A_plugin_makes_changes_and_removes_and_is_gone_afterwards()
    {
        var up = await _talk.UpAsync(Program(3600));
        Assert.True(up.Outcome == Outcome.Succeeded, _talk.Errors);
        Assert.Equal("+zone", _talk.Steps);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(_talk.Folder, "out"), "acme.example.zone", SearchOption.AllDirectories));
        Assert.Contains("3600", await File.ReadAllTextAsync(file), StringComparison.Ordinal);

        await _talk.UpAsync(Program(3600));
        Assert.Equal("", _talk.Steps);

        var changed = await _talk.UpAsync(Program(7200));
        Assert.True(changed.Outcome == Outcome.Succeeded, _talk.Errors);
        Assert.Equal("~zone", _talk.Steps);
        Assert.Contains("7200", await File.ReadAllTextAsync(file), StringComparison.Ordinal);

        var destroyed = await _talk.DestroyAsync();
        Assert.True(destroyed.Outcome == Outcome.Succeeded, _talk.Errors);
        Assert.False(File.Exists(file));
        Assert.Empty(Running());
    }

    [Fact]
    public async Task A_plugin_is_planned_with_and_touches_nothing()
    {
        var result = await _talk.PreviewAsync(Program(3600));

        Assert.True(result.Outcome == Outcome.Succeeded, _talk.Errors);
        Assert.Equal("+zone", _talk.Steps);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_talk.Folder));
        Assert.Empty(Running());
    }

    [Fact]
    public async Task What_a_plugin_refuses_is_told_in_its_words_and_the_plugin_is_ended()
    {
        var result = await _talk.UpAsync(async (monitor, root) => await monitor.RegisterResourceAsync(new() { Type = "zoo:dns:Zone", Name = "zone", Custom = true, Parent = root, Object = new() }));

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.Contains("name", _talk.Errors, StringComparison.Ordinal);
        Assert.Empty(Running());
    }

    [Fact]
    public async Task A_configuration_that_a_plugin_refuses_is_told()
    {
        _talk.Config["zoo:outt"] = "x";
        var result = await _talk.UpAsync(Program(3600));

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.Contains("outt", _talk.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_that_is_missing_is_one_sentence()
    {
        var result = await _talk.UpAsync(async (monitor, root) => await monitor.RegisterResourceAsync(new() { Type = "nowhere:index:Thing", Name = "a", Custom = true, Parent = root, Object = new(), Version = "1.2.3" }));

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.StartsWith("The stack needs the provider plugin 'nowhere 1.2.3', and there is no pulumi-resource-nowhere", _talk.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo hello", "told 'hello' where its port was expected")]
    [InlineData("echo out of memory >&2; exit 3", "ended before it told its port")]
    public async Task A_plugin_that_does_not_keep_the_protocol_is_named(string script, string error)
    {
        Script(script);
        var result = await _talk.UpAsync(async (monitor, root) => await monitor.RegisterResourceAsync(new() { Type = "broken:index:Thing", Name = "a", Custom = true, Parent = root, Object = new() }));

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.Contains(error, _talk.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_that_cannot_be_started_is_named()
    {
        var folder = Script("");
        await File.WriteAllTextAsync(Path.Combine(folder, "pulumi-resource-broken"), "#!/nowhere/interpreter\n");
        var result = await _talk.UpAsync(async (monitor, root) => await monitor.RegisterResourceAsync(new() { Type = "broken:index:Thing", Name = "a", Custom = true, Parent = root, Object = new() }));

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.Contains("The provider plugin 'broken'", _talk.Errors, StringComparison.Ordinal);
    }

    private static Func<ResourceMonitor.ResourceMonitorClient, string, Task> Program(double ttl) => async (monitor, root) => await monitor.RegisterResourceAsync(new()
    {
        Type = "zoo:dns:Zone",
        Name = "zone",
        Custom = true,
        Parent = root,
        AcceptSecrets = true,
        Object = new Struct { Fields = { ["name"] = Value.ForString("acme.example"), ["ttl"] = Value.ForNumber(ttl), ["nameServers"] = Value.ForList(Value.ForString("ns1.dns.example"), Value.ForString("ns2.dns.example")) } },
    });

    /// <summary>The plugins that this test has left running: those that stand in its folder.</summary>
    private List<string> Running()
        => [.. Process.GetProcesses().Select(Folder).OfType<string>().Where(folder => folder.StartsWith(_talk.Folder, StringComparison.Ordinal))];

    private static string? Folder(Process process)
    {
        using (process)
        {
            try
            {
                return new FileInfo($"/proc/{process.Id}/cwd").LinkTarget;
            }
            catch (IOException)
            {
                return null;
            }
        }
    }

    private string Script(string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_talk.Folder, "bin")).FullName;
        var path = Path.Combine(folder, "pulumi-resource-broken");
        File.WriteAllText(path, $"#!/bin/sh\n{text}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _talk.Plugins = new PluginSource(_talk.Folder, [new ProjectPlugin("broken", folder, null)]);
        return folder;
    }
}
