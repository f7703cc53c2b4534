using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using static ZooInfra.Provider.Tests.Identity.GivenIdentity;

namespace ZooInfra.Provider.Tests.Identity;

public sealed class DocumentTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private ZooProvider _provider = null!;

    private string Path => System.IO.Path.Combine(_folder.Out, "acme_corp", "identity", "mfa-policies", "staff.json");

    public async Task InitializeAsync() => _provider = await Given.ProviderAsync(_folder);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_document_is_made_read_changed_and_removed()
    {
        var made = await _provider.MakeAsync(MfaPolicy, MfaInputs());
        Assert.StartsWith("{\n  \"access\": [\n    \"remote\"\n  ],\n", await File.ReadAllTextAsync(Path), StringComparison.Ordinal);
        Assert.Equal(made.Outputs, (await ReadAsync(made))!.Outputs);

        var check = await _provider.CheckAsync(new(Given.Urn(MfaPolicy), made.Outputs, MfaInputs().With("sessionHours", PropertyValue.Of(1))), default);
        var changed = await _provider.UpdateAsync(new(Given.Urn(MfaPolicy), made.Id, made.Outputs, made.Outputs, check.Inputs, false), default);
        Assert.Contains("\"sessionHours\": 1\n", await File.ReadAllTextAsync(Path), StringComparison.Ordinal);

        await _provider.DeleteAsync(new(Given.Urn(MfaPolicy), made.Id, changed, changed), default);
        Assert.False(Directory.Exists(_folder.Out));
    }

    [Fact]
    public async Task An_edit_by_hand_is_drift_even_where_it_adds_something_unknown()
    {
        var made = await _provider.MakeAsync(MfaPolicy, MfaInputs());
        await File.WriteAllTextAsync(Path, (await File.ReadAllTextAsync(Path)).Replace("\"excludedNetworks\": []", "\"excludedNetworks\": [\"192.0.2.0/24\"], \"backdoor\": true", StringComparison.Ordinal));

        var read = (await ReadAsync(made))!;
        var diff = await _provider.DiffAsync(new(Given.Urn(MfaPolicy), made.Id, made.Outputs, read.Outputs, (await _provider.CheckAsync(new(Given.Urn(MfaPolicy), PropertyMap.Empty, MfaInputs()), default)).Inputs), default);

        Assert.Equal(["backdoor", "excludedNetworks"], diff.Changes.Keys);
        Assert.False(diff.Replaces);
    }

    [Fact]
    public async Task Another_name_is_another_document()
        => Assert.True((await _provider.DiffAsync(MfaPolicy, "staff", MfaInputs(), MfaInputs("others"))).Replaces);

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData(".hidden")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task Names_that_are_no_file_names_are_refused_as_input_and_as_id(string name)
    {
        Assert.Equal("name", Assert.Single((await Given.CheckAsync(MfaPolicy, MfaInputs(name))).Failures).Property);
        await Assert.ThrowsAsync<ProviderException>(async () => await _provider.ReadAsync(new(Given.Urn(MfaPolicy), name, PropertyMap.Empty, PropertyMap.Empty), default));
        await Assert.ThrowsAsync<ProviderException>(async () => await _provider.DeleteAsync(new(Given.Urn(MfaPolicy), name, PropertyMap.Empty, PropertyMap.Empty), default));
    }

    [Fact]
    public async Task Failures_have_paths_down_to_the_member()
    {
        var settings = PropertyValue.Of(
            PropertyValue.Of(SettingInputs(("scope", PropertyValue.Of("computer")), ("key", PropertyValue.Of("A")), ("value", PropertyValue.Of("v")))),
            PropertyValue.Of(SettingInputs(("scope", PropertyValue.Of("machine")), ("key", PropertyValue.Of(@"\A")), ("valu", PropertyValue.Of("v")), ("number", PropertyValue.Of(0.5)))));
        var failures = (await Given.CheckAsync(GroupPolicy, PropertyMap.Empty.With("name", PropertyValue.Of("x")).With("units", Given.Texts(Base, "nobody")).With("settings", settings))).Failures;

        Assert.Equal(
            ["settings[0]", "settings[1].key", "settings[1].number", "settings[1].scope", "settings[1].valu", "settings[1].value", "units[1]"],
            failures.Select(failure => failure.Property).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("excludedNetworks", "0.0.0.0/0")]
    [InlineData("excludedNetworks", "192.0.2.1/24")]
    [InlineData("access", "everything")]
    [InlineData("groups", "staff")]
    public async Task Values_that_mean_nothing_or_too_much_are_refused(string input, string value)
        => Assert.Equal($"{input}[0]", Assert.Single((await Given.CheckAsync(MfaPolicy, MfaInputs().With(input, Given.Texts(value)))).Failures).Property);

    [Fact]
    public async Task Break_glass_accounts_are_exactly_two()
    {
        PropertyMap Inputs(params string[] accounts) => PropertyMap.Empty
            .With("name", PropertyValue.Of("corp"))
            .With("accounts", Given.Texts(accounts))
            .With("alertsTo", PropertyValue.Of("soc@acme.example"))
            .With("runbook", PropertyValue.Of("Runbook 3"));

        Assert.Empty((await Given.CheckAsync("zoo:identity:BreakGlass", Inputs("cn=a", "cn=b"))).Failures);
        Assert.Contains("exactly 2", Assert.Single((await Given.CheckAsync("zoo:identity:BreakGlass", Inputs("cn=a"))).Failures).Reason, StringComparison.Ordinal);
        Assert.Contains("exactly 2", Assert.Single((await Given.CheckAsync("zoo:identity:BreakGlass", Inputs("cn=a", "cn=b", "cn=c"))).Failures).Reason, StringComparison.Ordinal);
        Assert.Contains("in the list already", Assert.Single((await Given.CheckAsync("zoo:identity:BreakGlass", Inputs("cn=a", "CN=A"))).Failures).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://app.example/acs")]
    [InlineData("https://*.example/acs")]
    [InlineData("https://app.example/#x")]
    [InlineData("https://user@app.example/")]
    [InlineData("/acs")]
    public async Task Federations_answer_to_exact_https_addresses_only(string endpoint)
    {
        var inputs = PropertyMap.Empty
            .With("name", PropertyValue.Of("app"))
            .With("protocol", PropertyValue.Of("oidc"))
            .With("issuer", PropertyValue.Of("https://login.example"))
            .With("application", PropertyValue.Of("app"))
            .With("groups", Given.Texts("cn=staff"));

        Assert.Empty((await Given.CheckAsync("zoo:identity:Federation", inputs.With("endpoints", Given.Texts("https://app.example/acs")))).Failures);
        Assert.Equal("endpoints[0]", Assert.Single((await Given.CheckAsync("zoo:identity:Federation", inputs.With("endpoints", Given.Texts(endpoint)))).Failures).Property);
    }

    [Fact]
    public async Task A_secret_does_not_go_into_a_file_for_review()
        => Assert.Contains("is secret", Assert.Single((await Given.CheckAsync(MfaPolicy, MfaInputs().With("methods", PropertyValue.Secret(Given.Texts("fido2"))))).Failures).Reason, StringComparison.Ordinal);

    private ValueTask<ReadResult?> ReadAsync(CreateResult made) => _provider.ReadAsync(new(Given.Urn(MfaPolicy), made.Id, made.Outputs, made.Outputs), default);
}
