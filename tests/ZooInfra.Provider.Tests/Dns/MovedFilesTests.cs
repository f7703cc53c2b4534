using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Tests.Dns;

public sealed class MovedFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Files_that_are_to_be_elsewhere_replace_the_resource_and_the_old_ones_go()
    {
        var provider = await Given.ProviderAsync(_folder);
        var inputs = (await Given.CheckAsync(Given.Zone, Given.ZoneInputs())).Inputs;
        var made = await provider.MakeAsync(Given.Zone, inputs);
        Assert.Equal(PropertyValue.Of("out/acme_corp/dns/acme.example.zone"), made.Outputs["file"]);

        await provider.ConfigureAsync(PropertyMap.Empty.With("out", PropertyValue.Of("review")), default);
        var diff = await provider.DiffAsync(new(Given.Urn(Given.Zone), made.Id, inputs, made.Outputs, inputs), default);
        Assert.Equal(new(ChangeKind.Update, Replaces: true, InputDiff: false), Assert.Single(diff.Changes).Value);
        var moved = await provider.MakeAsync(Given.Zone, inputs);
        Assert.Equal(made.Outputs, (await provider.ReadAsync(new(Given.Urn(Given.Zone), made.Id, inputs, made.Outputs), default))!.Outputs);
        await provider.DeleteAsync(new(Given.Urn(Given.Zone), made.Id, inputs, made.Outputs), default);

        Assert.False(Directory.Exists(_folder.Out));
        Assert.Equal("review/acme_corp/dns/acme.example.zone", ((PropertyValue.StringValue)moved.Outputs["file"]).Value);
        Assert.True(File.Exists(Path.Combine(_folder.Path, "review", "acme_corp", "dns", "acme.example.zone")));
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("out/acme_corp/dns/other.example.zone")]
    [InlineData("out/other/dns/acme.example.zone")]
    [InlineData("../../acme.example.zone")]
    public async Task A_state_that_names_another_file_is_refused(string recorded)
    {
        var provider = await Given.ProviderAsync(_folder);
        var made = await provider.MakeAsync(Given.Zone, Given.ZoneInputs());

        var failure = await Assert.ThrowsAsync<ProviderException>(async () =>
            await provider.DeleteAsync(new(Given.Urn(Given.Zone), made.Id, made.Outputs, made.Outputs.With("file", PropertyValue.Of(recorded))), default));

        Assert.Contains("should end with acme_corp/dns/acme.example.zone", failure.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.ZonePath()));
    }
}
