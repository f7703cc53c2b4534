using System.Runtime.Versioning;
using ZooInfra.Engine.Plugins;

namespace ZooInfra.Engine.Tests.Plugins;

[UnsupportedOSPlatform("windows")]
public sealed class PluginSourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zoo-plugins-").FullName;
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);

    public PluginSourceTests() => (_environment["PATH"], _environment["PULUMI_HOME"]) = (Path.Combine(_folder, "bin"), Path.Combine(_folder, "home"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_project_comes_before_path_and_path_before_the_cache()
    {
        var cached = Place("home/plugins/resource-aws-v1.2.3");
        Assert.Equal(cached, Source().Find("aws", "")!.Path);

        var onPath = Place("bin");
        Assert.Equal(onPath, Source().Find("aws", "9.9.9")!.Path);

        var declared = Place("mine");
        Assert.Equal(declared, Source(new ProjectPlugin("aws", "mine", null)).Find("aws", "")!.Path);
    }

    [Fact]
    public void A_plugin_of_the_project_serves_only_its_version()
    {
        Place("mine");
        var source = Source(new ProjectPlugin("aws", "mine", "v1.0.0"));

        Assert.NotNull(source.Find("aws", "1.0.0"));
        Assert.Null(source.Find("aws", "1.0.1"));
        Assert.Null(source.Find("gcp", ""));
    }

    [Fact]
    public void Plugins_on_path_can_be_ignored()
    {
        Place("bin");
        _environment["PULUMI_IGNORE_AMBIENT_PLUGINS"] = "true";

        Assert.Null(Source().Find("aws", ""));
    }

    [Fact]
    public void The_newest_that_serves_is_taken_from_the_cache()
    {
        var old = Place("home/plugins/resource-aws-v1.2.3");
        var newer = Place("home/plugins/resource-aws-v1.10.0");
        var next = Place("home/plugins/resource-aws-v2.0.0");
        var candidate = Place("home/plugins/resource-aws-v2.1.0-rc.1");

        Assert.Equal(newer, Source().Find("aws", "1.2.3")!.Path);
        Assert.Equal(next, Source().Find("aws", "2.0.0")!.Path);
        Assert.Equal(candidate, Source().Find("aws", "2.1.0-rc.1")!.Path);
        Assert.Null(Source().Find("aws", "3.0.0"));
        Assert.NotEqual(old, Source().Find("aws", "")!.Path);
    }

    [Fact]
    public void An_installation_that_was_cut_off_is_not_there()
    {
        Place("home/plugins/resource-aws-v1.2.3");
        File.WriteAllText(Path.Combine(_folder, "home/plugins/resource-aws-v1.2.3.partial"), "");

        Assert.Null(Source().Find("aws", "1.2.3"));
    }

    [Fact]
    public void What_cannot_be_executed_is_no_plugin()
    {
        File.SetUnixFileMode(Place("bin"), UnixFileMode.UserRead);

        Assert.Null(Source().Find("aws", ""));
    }

    [Fact]
    public void A_provider_in_a_debugger_is_found_by_its_port()
    {
        _environment["PULUMI_DEBUG_PROVIDERS"] = "gcp:1, aws:4711";

        Assert.Equal((null, 4711), (Source().Find("aws", "")!.Path, Source().Find("aws", "")!.Port));
    }

    [Theory]
    [InlineData("aws", "", "needs the provider plugin 'aws', and there is no pulumi-resource-aws in 'plugins:' of Pulumi.yaml, on PATH, or in")]
    [InlineData("aws", "1.2.3", "Install it: pulumi plugin install resource aws 1.2.3")]
    public void What_is_missing_is_named_with_what_to_do(string package, string version, string sentence)
        => Assert.Contains(sentence, Source().Missing(package, version), StringComparison.Ordinal);

    [Theory]
    [InlineData("4711", 4711)]
    [InlineData(" 4711\r", 4711)]
    [InlineData("\u001b]9;4;3;\u001b\\4711", 4711)]
    [InlineData("\u001b]9;4;0;\a4711\u001b]9;4;0;\a", 4711)]
    [InlineData("listening", null)]
    [InlineData("0", null)]
    [InlineData("70000", null)]
    [InlineData(null, null)]
    public void The_first_line_is_the_port(string? line, int? port) => Assert.Equal(port, PluginProcess.PortIn(line));

    private PluginSource Source(params ProjectPlugin[] declared) => new(_folder, declared, name => _environment.GetValueOrDefault(name));

    private string Place(string folder)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, folder)).FullName, "pulumi-resource-aws");
        File.WriteAllText(path, "#!/bin/sh\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
