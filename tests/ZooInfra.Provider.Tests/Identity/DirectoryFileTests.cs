using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using static ZooInfra.Provider.Tests.Identity.GivenIdentity;

namespace ZooInfra.Provider.Tests.Identity;

public sealed class DirectoryFileTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private ZooProvider _provider = null!;

    public async Task InitializeAsync() => _provider = await Given.ProviderAsync(_folder);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_tree_becomes_one_file_whatever_order_it_was_made_in()
    {
        await _provider.MakeAsync(Group, GroupInputs("staff", $"ou=Groups,{Base}", "uid=jane,dc=acme,dc=example"));
        await Task.WhenAll(new[] { "Groups", "Ärzte", "People" }.Select(name => _provider.MakeAsync(Unit, UnitInputs(name))));

        Assert.Equal("""
            dn: ou=Groups,dc=acme,dc=example
            objectClass: top
            objectClass: organizationalUnit
            ou: Groups

            dn: cn=staff,ou=Groups,dc=acme,dc=example
            objectClass: top
            objectClass: groupOfNames
            cn: staff
            member: uid=jane,dc=acme,dc=example

            dn: ou=People,dc=acme,dc=example
            objectClass: top
            objectClass: organizationalUnit
            ou: People

            dn:: b3U9w4RyenRlLGRjPWFjbWUsZGM9ZXhhbXBsZQ==
            objectClass: top
            objectClass: organizationalUnit
            ou:: w4RyenRl

            """, await File.ReadAllTextAsync(_folder.LdifPath()));
    }

    [Fact]
    public async Task A_unit_moves_in_place_with_all_below_it()
    {
        var unit = await _provider.MakeAsync(Unit, UnitInputs("Old"));
        var group = await _provider.MakeAsync(Group, GroupInputs("empty", Text(unit.Outputs, "dn")));

        var diff = await _provider.DiffAsync(Unit, unit.Id, UnitInputs("Old"), UnitInputs("New"));
        Assert.False(diff.Replaces);
        var moved = await _provider.UpdateAsync(new(Given.Urn(Unit), unit.Id, unit.Outputs, unit.Outputs, UnitInputs("New"), false), default);
        var after = await _provider.UpdateAsync(new(Given.Urn(Group), group.Id, group.Outputs, group.Outputs, GroupInputs("empty", Text(moved, "dn")), false), default);

        Assert.Equal($"cn=empty,ou=New,{Base}", Text(after, "dn"));
        var text = await File.ReadAllTextAsync(_folder.LdifPath());
        Assert.DoesNotContain("Old", text, StringComparison.Ordinal);
        Assert.Contains($"member: cn=empty,ou=New,{Base}", text, StringComparison.Ordinal);
        Assert.Equal(Given.Texts(), (await _provider.ReadAsync(new(Given.Urn(Group), group.Id, after, after), default))!.Inputs["members"]);
    }

    [Fact]
    public async Task An_edit_by_hand_is_drift_and_what_was_added_beside_survives()
    {
        var group = await _provider.MakeAsync(Group, GroupInputs("admins", Base, "uid=jane,dc=acme,dc=example").With("description", PropertyValue.Secret(PropertyValue.Of("ours"))));
        var text = await File.ReadAllTextAsync(_folder.LdifPath());
        await File.WriteAllTextAsync(_folder.LdifPath(), text
            .Replace("description: ours", "description: theirs", StringComparison.Ordinal)
            .Replace("member: uid=jane", "seeAlso: dc=acme,dc=example\nmember: uid=eve,dc=acme,dc=example\nmember: UID=Jane", StringComparison.Ordinal));

        var read = (await _provider.ReadAsync(new(Given.Urn(Group), group.Id, group.Outputs, group.Outputs), default))!;
        Assert.Equal(PropertyValue.Secret(PropertyValue.Of("theirs")), read.Outputs["description"]);
        Assert.Equal(Given.Texts("UID=Jane,dc=acme,dc=example", "uid=eve,dc=acme,dc=example"), read.Outputs["members"]);

        await _provider.UpdateAsync(new(Given.Urn(Group), group.Id, read.Inputs, read.Outputs, GroupInputs("admins", Base, "uid=jane,dc=acme,dc=example").With("description", PropertyValue.Of("ours")), false), default);
        Assert.Equal(
            text.Replace("member: uid=jane", "member: UID=Jane", StringComparison.Ordinal) + "seeAlso: dc=acme,dc=example\n",
            await File.ReadAllTextAsync(_folder.LdifPath()));
    }

    [Fact]
    public async Task A_unit_with_entries_below_it_is_not_removed_and_the_last_removal_leaves_nothing()
    {
        var unit = await _provider.MakeAsync(Unit, UnitInputs("Top"));
        var below = await _provider.MakeAsync(Unit, UnitInputs("Below", unit.Id));

        var failure = await Assert.ThrowsAsync<ProviderException>(async () => await DeleteAsync(unit));
        Assert.Contains($"still has ou=Below,{unit.Id}", failure.Message, StringComparison.Ordinal);

        await DeleteAsync(below);
        await DeleteAsync(unit);
        await DeleteAsync(unit);
        Assert.False(Directory.Exists(_folder.Out));
    }

    [Fact]
    public async Task What_exists_with_other_content_is_not_overwritten()
    {
        var unit = await _provider.MakeAsync(Unit, UnitInputs("People"));
        Assert.Equal(unit.Id, (await _provider.MakeAsync(Unit, UnitInputs("people"))).Id, ignoreCase: true);

        var failure = await Assert.ThrowsAsync<ProviderException>(() => _provider.MakeAsync(Unit, UnitInputs("People").With("description", PropertyValue.Of("x"))));

        Assert.Contains("pulumi import", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_is_named_with_its_line_and_left_alone()
    {
        var unit = await _provider.MakeAsync(Unit, UnitInputs("People"));
        await File.AppendAllTextAsync(_folder.LdifPath(), "what is this\n");

        var failure = await Assert.ThrowsAsync<ProviderException>(async () => await DeleteAsync(unit));

        Assert.Contains("directory.ldif, line 5:", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("what is this\n", await File.ReadAllTextAsync(_folder.LdifPath()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_says_the_name_and_touches_nothing()
    {
        var made = await _provider.CreateAsync(new(Given.Urn(Unit), UnitInputs("People"), Preview: true), default);
        var unknown = await _provider.CreateAsync(new(Given.Urn(Unit), UnitInputs("People").With("parent", PropertyValue.Unknown), Preview: true), default);

        Assert.Equal($"ou=People,{Base}", made.Id);
        Assert.Equal(PropertyValue.Unknown, unknown.Outputs["dn"]);
        Assert.False(Directory.Exists(_folder.Out));
    }

    [Theory]
    [InlineData(" People", "spaces at its ends")]
    [InlineData("a  b", "two in a row")]
    [InlineData("a\nb", "control characters")]
    [InlineData("a\u202eb", "invisible")]
    [InlineData("a\u00a0b", "spaces other than the plain one")]
    [InlineData("", "1 to 64 characters")]
    public async Task Names_that_directories_would_take_for_others_are_refused(string name, string reason)
    {
        var failure = Assert.Single((await _provider.CheckAsync(new(Given.Urn(Unit), PropertyMap.Empty, UnitInputs(name)), default)).Failures);

        Assert.Equal("name", failure.Property);
        Assert.Contains(reason, failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_character_is_refused()
        => Assert.Contains("halves of characters", Assert.Single((await _provider.CheckAsync(new(Given.Urn(Unit), PropertyMap.Empty, UnitInputs("a\ud800")), default)).Failures).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task Failures_name_the_member_that_is_meant()
    {
        var failures = (await _provider.CheckAsync(new(Given.Urn(Group), PropertyMap.Empty, GroupInputs("a/b", Base, "uid=jane,dc=x", "UID=JANE,dc=x", "nobody")), default)).Failures;

        Assert.Equal(["members[1]", "members[2]", "name"], failures.Select(failure => failure.Property).Order(StringComparer.Ordinal));
    }

    private ValueTask DeleteAsync(CreateResult made) => _provider.DeleteAsync(new(Given.Urn(Unit), made.Id, made.Outputs, made.Outputs), default);

    private static string Text(PropertyMap outputs, string name) => ((PropertyValue.StringValue)outputs[name]).Value;
}
