using ZooInfra.Protocol;
using static ZooInfra.Provider.Tests.Identity.GivenIdentity;

namespace ZooInfra.Provider.Tests.Identity;

/// <summary>The same resources in the dialect of Active Directory, in a file.</summary>
public sealed class ActiveDirectoryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Groups_are_global_security_groups_and_may_be_empty()
    {
        var provider = await ProviderAsync();
        var group = await provider.MakeAsync(Group, GroupInputs("Staff", Base));

        var text = await File.ReadAllTextAsync(_folder.LdifPath());

        Assert.Contains("groupType: -2147483646\nsAMAccountName: Staff\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("member", text, StringComparison.Ordinal);
        Assert.Equal(group.Outputs, (await provider.ReadAsync(new(Given.Urn(Group), group.Id, group.Outputs, group.Outputs), default))!.Outputs);
    }

    [Fact]
    public async Task Password_policies_are_settings_objects_that_read_as_they_were_written()
    {
        var provider = await ProviderAsync();
        var inputs = PropertyMap.Empty
            .With("base", PropertyValue.Of(Base))
            .With("name", PropertyValue.Of("staff"))
            .With("maximumAgeDays", PropertyValue.Of(90))
            .With("lockoutMinutes", PropertyValue.Of(0))
            .With("appliesTo", Given.Texts($"CN=Staff,{Base}"));
        var policy = await provider.MakeAsync(PasswordPolicy, inputs);

        var text = await File.ReadAllTextAsync(_folder.LdifPath());

        Assert.Equal($"CN=staff,CN=Password Settings Container,CN=System,{Base}", policy.Id);
        Assert.Contains("msDS-LockoutDuration: -9223372036854775808\n", text, StringComparison.Ordinal);
        Assert.Contains("msDS-LockoutObservationWindow: -18000000000\n", text, StringComparison.Ordinal);
        Assert.Contains("msDS-MaximumPasswordAge: -77760000000000\n", text, StringComparison.Ordinal);
        Assert.Contains($"msDS-PSOAppliesTo: CN=Staff,{Base}\n", text, StringComparison.Ordinal);
        Assert.Equal(policy.Outputs, (await provider.ReadAsync(new(Given.Urn(PasswordPolicy), policy.Id, policy.Outputs, policy.Outputs), default))!.Outputs);
    }

    private async Task<ZooProvider> ProviderAsync()
    {
        var provider = new ZooProvider(_folder.Path);
        await provider.ConfigureAsync(PropertyMap.Empty.With("out", PropertyValue.Of("out")).With("ldapDialect", PropertyValue.Of("activedirectory")), default);
        return provider;
    }
}
