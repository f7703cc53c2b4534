using System.Text.Json;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using static ZooInfra.Provider.Tests.Identity.GivenIdentity;

namespace ZooInfra.Provider.Tests.Identity;

public sealed class IdentityConfigTests : IDisposable
{
    private static readonly PropertyMap Live = PropertyMap.Empty
        .With("identityBackend", PropertyValue.Of("ldap"))
        .With("ldapServer", PropertyValue.Of("ldaps://dc1.acme.example"))
        .With("ldapBindDn", PropertyValue.Of("cn=zoo,dc=acme,dc=example"))
        .With("ldapPassword", PropertyValue.Secret(PropertyValue.Of("s3cret")));

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ldapServer", "http://dc1.acme.example")]
    [InlineData("ldapServer", "dc1.acme.example")]
    [InlineData("ldapServer", "ldaps://user:secret@dc1.acme.example")]
    [InlineData("ldapBindDn", "zoo")]
    [InlineData("ldapDialect", "edirectory")]
    [InlineData("identityBackend", "ad")]
    [InlineData("ldapTimeout", "0")]
    public async Task Wrong_values_are_refused_with_their_key(string key, string value)
    {
        var failure = Assert.Single((await new ZooProvider(_folder.Path).CheckConfigAsync(Live.With(key, PropertyValue.Of(value)), default)).Failures);

        Assert.Equal(key, failure.Property);
        Assert.DoesNotContain("secret@", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_directory_needs_a_server_a_name_and_a_password()
    {
        var provider = new ZooProvider(_folder.Path);

        Assert.Empty((await provider.CheckConfigAsync(Live, default)).Failures);
        Assert.Equal(
            ["ldapServer", "ldapBindDn", "ldapPassword"],
            (await provider.CheckConfigAsync(PropertyMap.Empty.With("identityBackend", PropertyValue.Of("ldap")), default)).Failures.Select(failure => failure.Property));
    }

    [Fact]
    public async Task What_was_made_live_is_not_taken_for_a_file_and_a_file_is_replaced_by_a_live_entry()
    {
        var provider = await Given.ProviderAsync(_folder);
        var made = await provider.MakeAsync(Unit, UnitInputs("People"));
        var live = made.Outputs.Without("file").With("server", PropertyValue.Of("ldaps://dc1.acme.example:636"));

        var failure = await Assert.ThrowsAsync<ProviderException>(async () => await provider.DeleteAsync(new(Given.Urn(Unit), made.Id, live, live), default));
        Assert.Contains("was made on ldaps://dc1.acme.example:636", failure.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.LdifPath()));

        await provider.ConfigureAsync(Live, default);
        Assert.True((await provider.DiffAsync(new(Given.Urn(Unit), made.Id, UnitInputs("People"), made.Outputs, UnitInputs("People")), default)).Replaces);
        await provider.DeleteAsync(new(Given.Urn(Unit), made.Id, made.Outputs, made.Outputs), default);
        Assert.False(File.Exists(_folder.LdifPath()));
    }

    [Fact]
    public async Task The_schema_and_the_checks_know_the_same_inputs()
    {
        var provider = new ZooProvider(_folder.Path);
        using var schema = JsonDocument.Parse(provider.Schema);
        var resources = schema.RootElement.GetProperty("resources").EnumerateObject().Where(resource => resource.Name.StartsWith("zoo:identity:", StringComparison.Ordinal)).ToList();
        Assert.Equal(8, resources.Count);
        foreach (var resource in resources)
        {
            var inputs = resource.Value.GetProperty("inputProperties").EnumerateObject().ToList();
            var check = await provider.CheckAsync(new(Given.Urn(resource.Name), PropertyMap.Empty, PropertyMap.From(inputs.Select(input => KeyValuePair.Create(input.Name, PropertyValue.Unknown)))), default);
            Assert.Empty(check.Failures);
            var missing = (await provider.CheckAsync(new(Given.Urn(resource.Name), PropertyMap.Empty, PropertyMap.Empty), default)).Failures.Select(failure => failure.Property);
            Assert.Equal(resource.Value.GetProperty("requiredInputs").EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal), missing.Order(StringComparer.Ordinal));
        }
    }
}
