using ZooInfra.Protocol;
using ZooInfra.Provider.Backends.Files;

namespace ZooInfra.Provider.Tests;

public sealed class ConfigTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_project_root_is_the_nearest_folder_with_a_project_file()
    {
        var deep = Directory.CreateDirectory(Path.Combine(_folder.Path, "a", "b")).FullName;
        Assert.Equal(deep, ProjectRoot.Find(deep));

        File.WriteAllText(Path.Combine(_folder.Path, "a", "Pulumi.yaml"), "name: zoo\n");
        Assert.Equal(Path.Combine(_folder.Path, "a"), ProjectRoot.Find(deep));
    }

    [Fact]
    public void Relative_paths_are_meant_from_the_project_root()
    {
        Assert.Equal(Path.Combine(_folder.Path, ".zoo", "out"), Out(PropertyMap.Empty));
        Assert.Equal(Path.Combine(_folder.Path, "zones"), Out(PropertyMap.Empty.With("out", PropertyValue.Of("zones"))));
        Assert.Equal("/srv/zones", Out(PropertyMap.Empty.With("out", PropertyValue.Of("/srv/zones"))));
    }

    [Fact]
    public async Task Keys_that_are_not_known_and_values_that_are_no_paths_are_refused()
    {
        var provider = new ZooProvider(_folder.Path);

        var unknown = Assert.Single((await provider.CheckConfigAsync(PropertyMap.Empty.With("ot", PropertyValue.Of("x")), default)).Failures);
        Assert.Equal("'zoo:ot' is not a configuration key of zoo; did you mean 'zoo:out'?", unknown.Reason);
        Assert.Equal("out", Assert.Single((await provider.CheckConfigAsync(PropertyMap.Empty.With("out", PropertyValue.Of(" ")), default)).Failures).Property);
        Assert.Equal("out", Assert.Single((await provider.CheckConfigAsync(PropertyMap.Empty.With("out", PropertyValue.Of(1)), default)).Failures).Property);
    }

    [Theory]
    [InlineData("out/a/dns/x.zone", "out/a/dns/x.zone")]
    [InlineData("../elsewhere/x.zone", null)]
    [InlineData("..hidden/x.zone", "..hidden/x.zone")]
    public void Files_are_recorded_relative_to_the_project_when_they_are_below_it(string path, string? recorded)
    {
        var folder = new OutFolder(_folder.Path, _folder.Path);
        var absolute = Path.GetFullPath(path, _folder.Path);

        Assert.Equal(recorded ?? absolute, folder.Record(absolute));
        Assert.Equal(absolute, folder.Resolve(folder.Record(absolute)));
    }

    [Fact]
    public void The_schema_has_every_family_and_its_version()
    {
        using var schema = System.Text.Json.JsonDocument.Parse(new ZooProvider(_folder.Path).Schema);

        Assert.True(schema.RootElement.GetProperty("resources").TryGetProperty("zoo:dns:RecordSet", out _));
        Assert.Equal(
            schema.RootElement.GetProperty("config").GetProperty("variables").ToString(),
            schema.RootElement.GetProperty("provider").GetProperty("inputProperties").ToString());
        Assert.Equal(new ZooProvider(_folder.Path).Version, schema.RootElement.GetProperty("version").GetString());
    }

    [Fact]
    public async Task What_the_engine_adds_to_the_configuration_is_let_pass()
        => Assert.Empty((await new ZooProvider(_folder.Path).CheckConfigAsync(
            PropertyMap.Empty.With("version", PropertyValue.Of("0.1.0")).With("__internal", PropertyValue.Of(PropertyMap.Empty)).With("out", PropertyValue.Unknown), default)).Failures);

    private string Out(PropertyMap config) => ZooConfig.Folder(new(config), _folder.Path).Path;
}
