using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using static ZooInfra.Lab.Tests.Identity.LiveDirectory;

namespace ZooInfra.Lab.Tests.Identity;

/// <summary>Each test has a unit of its own below the base, so they do not see each other.</summary>
public sealed class LdapTests(Slapd slapd) : IClassFixture<Slapd>
{
    [SlapdFact]
    public async Task A_tree_of_units_is_made_changed_and_removed()
    {
        var provider = await ProviderAsync(slapd.Config());
        var top = await provider.MakeAsync(Unit, UnitInputs("Tree"));
        var child = await provider.MakeAsync(Unit, UnitInputs("Ward, \"3\" = <south>+#1;", top.Text("dn")).With("description", PropertyValue.Of("line one\ndn: cn=evil")));

        Assert.Contains("description:: ", await slapd.ShowAsync(child.Text("dn")), StringComparison.Ordinal);
        Assert.Equal(child.Outputs, (await provider.ReadAsync(Unit, child))!.Outputs);

        child = await provider.ChangeAsync(Unit, child, UnitInputs("Ward, \"3\" = <south>+#1;", top.Text("dn")).With("description", PropertyValue.Of("South")));
        Assert.Contains("description: South", await slapd.ShowAsync(child.Text("dn")), StringComparison.Ordinal);

        var failure = await Assert.ThrowsAsync<ProviderException>(async () => await provider.RemoveAsync(Unit, top));
        Assert.Contains("still has entries below it", failure.Message, StringComparison.Ordinal);
        await provider.RemoveAsync(Unit, child);
        await provider.RemoveAsync(Unit, top);
        await provider.RemoveAsync(Unit, top);
        Assert.Equal("", await slapd.ShowAsync(top.Text("dn")));
    }

    [SlapdFact]
    public async Task A_group_gets_and_loses_members_one_by_one()
    {
        var provider = await ProviderAsync(slapd.Config(startTls: true));
        var unit = await provider.MakeAsync(Unit, UnitInputs("Groups"));
        var group = await provider.MakeAsync(Group, GroupInputs("staff", unit.Text("dn"), $"uid=jane,{Slapd.People}"));

        group = await provider.ChangeAsync(Group, group, GroupInputs("staff", unit.Text("dn"), $"UID=Omar,  {Slapd.People}"));
        var shown = await slapd.ShowAsync(group.Text("dn"));
        Assert.Contains("member: uid=omar", shown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("uid=jane", shown, StringComparison.Ordinal);

        group = await provider.ChangeAsync(Group, group, GroupInputs("staff", unit.Text("dn")));
        Assert.Equal(Texts(), (await provider.ReadAsync(Group, group))!.Outputs["members"]);
    }

    [SlapdFact]
    public async Task A_member_that_does_not_exist_is_refused_and_nothing_is_made()
    {
        var provider = await ProviderAsync(slapd.Config());
        var unit = await provider.MakeAsync(Unit, UnitInputs("Typos"));

        var failure = await Assert.ThrowsAsync<ProviderException>(() => provider.MakeAsync(Group, GroupInputs("staff", unit.Text("dn"), $"uid=jnae,{Slapd.People}")));

        Assert.Contains($"no entry uid=jnae,{Slapd.People}", failure.Message, StringComparison.Ordinal);
        Assert.Equal("", await slapd.ShowAsync($"cn=staff,{unit.Text("dn")}"));
    }

    [SlapdFact]
    public async Task A_unit_moves_with_all_below_it_and_stays_the_same_entry()
    {
        var provider = await ProviderAsync(slapd.Config());
        var from = await provider.MakeAsync(Unit, UnitInputs("From"));
        var to = await provider.MakeAsync(Unit, UnitInputs("To"));
        var unit = await provider.MakeAsync(Unit, UnitInputs("Mover", from.Text("dn")));
        var empty = await provider.MakeAsync(Group, GroupInputs("empty", unit.Text("dn")));

        var moved = await provider.ChangeAsync(Unit, unit, UnitInputs("Moved", to.Text("dn")));
        Assert.Equal($"ou=Moved,{to.Text("dn")}", moved.Text("dn"));
        Assert.Equal(unit.Text("uuid"), moved.Text("uuid"));
        Assert.Equal("", await slapd.ShowAsync(unit.Text("dn")));

        var after = await provider.ChangeAsync(Group, empty, GroupInputs("empty", moved.Text("dn")));
        Assert.Equal(empty.Text("uuid"), after.Text("uuid"));
        Assert.Contains($"member: cn=empty,{moved.Text("dn")}", await slapd.ShowAsync(after.Text("dn")), StringComparison.Ordinal);
    }

    [SlapdFact]
    public async Task Drift_behind_the_back_is_seen_and_repaired()
    {
        var provider = await ProviderAsync(slapd.Config());
        var unit = await provider.MakeAsync(Unit, UnitInputs("Drift"));
        var inputs = GroupInputs("admins", unit.Text("dn"), $"uid=jane,{Slapd.People}").With("description", PropertyValue.Of("Administrators"));
        var group = await provider.MakeAsync(Group, inputs);
        Assert.Equal(group.Outputs, (await provider.ReadAsync(Group, group))!.Outputs);

        await slapd.ModifyAsync($"dn: {group.Text("dn")}\nchangetype: modify\nadd: member\nmember: uid=omar,{Slapd.People}\n-\nreplace: description\ndescription: mine\n-\nadd: seeAlso\nseeAlso: {Slapd.Base}\n");
        var read = (await provider.ReadAsync(Group, group))!;
        var diff = await provider.DiffAsync(new(Urn(Group), group.Id, group.Outputs, read.Outputs, (await provider.CheckAsync(new(Urn(Group), group.Outputs, inputs), default)).Inputs), default);
        Assert.Contains("description", diff.Changes.Keys);
        Assert.Contains(diff.Changes.Keys, path => path.StartsWith("members[", StringComparison.Ordinal));
        Assert.False(diff.Replaces);

        await provider.ChangeAsync(Group, new(group.Id, read.Outputs), inputs);
        var shown = await slapd.ShowAsync(group.Text("dn"));
        Assert.DoesNotContain("omar", shown, StringComparison.Ordinal);
        Assert.Contains("description: Administrators", shown, StringComparison.Ordinal);
        Assert.Contains("seeAlso", shown, StringComparison.Ordinal);
    }

    [SlapdFact]
    public async Task An_entry_that_somebody_else_moved_is_found_and_one_that_replaced_it_is_not_taken_for_it()
    {
        var provider = await ProviderAsync(slapd.Config());
        var home = await provider.MakeAsync(Unit, UnitInputs("Home"));
        var away = await provider.MakeAsync(Unit, UnitInputs("Away"));
        var unit = await provider.MakeAsync(Unit, UnitInputs("Wanderer", home.Text("dn")));

        await slapd.ModifyAsync($"dn: {unit.Text("dn")}\nchangetype: modrdn\nnewrdn: ou=Wanderer\ndeleteoldrdn: 1\nnewsuperior: {away.Text("dn")}\n");
        await slapd.ModifyAsync($"dn: {unit.Text("dn")}\nchangetype: add\nobjectClass: organizationalUnit\nou: Wanderer\n");

        var read = (await provider.ReadAsync(Unit, unit))!;
        Assert.Equal(away.Outputs["dn"], read.Inputs["parent"]);
        Assert.Equal(unit.Outputs["uuid"], read.Outputs["uuid"]);

        await provider.RemoveAsync(Unit, new(unit.Id, read.Outputs));
        Assert.NotEqual("", await slapd.ShowAsync(unit.Text("dn")));
        Assert.Null(await provider.ReadAsync(Unit, unit));
        await provider.RemoveAsync(Unit, unit);
        Assert.NotEqual("", await slapd.ShowAsync(unit.Text("dn")));
    }

    [SlapdFact]
    public async Task What_exists_is_not_overwritten_and_can_be_imported()
    {
        var provider = await ProviderAsync(slapd.Config());
        await slapd.ModifyAsync($"dn: ou=Theirs,{Slapd.Base}\nchangetype: add\nobjectClass: organizationalUnit\nou: Theirs\ndescription: theirs\n");

        var failure = await Assert.ThrowsAsync<ProviderException>(() => provider.MakeAsync(Unit, UnitInputs("Theirs").With("description", PropertyValue.Of("ours"))));
        Assert.Contains("pulumi import", failure.Message, StringComparison.Ordinal);

        var imported = (await provider.ReadAsync(new(Urn(Unit), $"ou=Theirs,{Slapd.Base}", PropertyMap.Empty, PropertyMap.Empty), default))!;
        Assert.Equal(UnitInputs("Theirs").With("description", PropertyValue.Of("theirs")), imported.Inputs);
        Assert.Equal(imported.Id, (await provider.MakeAsync(Unit, imported.Inputs)).Id);
        var wrong = await Assert.ThrowsAsync<ProviderException>(async () => await provider.ReadAsync(new(Urn(Unit), $"uid=jane,{Slapd.People}", PropertyMap.Empty, PropertyMap.Empty), default));
        Assert.Contains("is no organizational unit", wrong.Message, StringComparison.Ordinal);
    }

    [SlapdFact]
    public async Task A_password_policy_reads_as_it_was_written()
    {
        var provider = await ProviderAsync(slapd.Config());
        var unit = await provider.MakeAsync(Unit, UnitInputs("Policies"));
        var inputs = PropertyMap.Empty.With("base", unit.Outputs["dn"]).With("name", PropertyValue.Of("staff")).With("maximumAgeDays", PropertyValue.Of(90));
        var policy = await provider.MakeAsync(PasswordPolicy, inputs);

        Assert.Equal(policy.Outputs, (await provider.ReadAsync(PasswordPolicy, policy))!.Outputs);
        Assert.Contains("pwdMaxAge: 7776000", await slapd.ShowAsync(policy.Text("dn")), StringComparison.Ordinal);
        policy = await provider.ChangeAsync(PasswordPolicy, policy, inputs.With("lockoutThreshold", PropertyValue.Of(3)));
        Assert.Contains("pwdMaxFailure: 3", await slapd.ShowAsync(policy.Text("dn")), StringComparison.Ordinal);

        var failure = await Assert.ThrowsAsync<ProviderException>(() => provider.MakeAsync(PasswordPolicy, inputs.With("name", PropertyValue.Of("other")).With("appliesTo", Texts(Slapd.Base))));
        Assert.Contains("OpenLDAP has no place for", failure.Message, StringComparison.Ordinal);
    }

    [SlapdFact]
    public async Task A_wrong_password_is_said_without_showing_it()
    {
        var provider = await ProviderAsync(slapd.Config().With("ldapPassword", PropertyValue.Secret(PropertyValue.Of("tr0ub4dor"))));

        var failure = await Assert.ThrowsAsync<ProviderException>(() => provider.MakeAsync(Unit, UnitInputs("Nobody")));

        Assert.Contains("does not accept the name and password", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("tr0ub4dor", failure.ToString(), StringComparison.Ordinal);
    }

    [SlapdFact]
    public async Task A_certificate_of_an_unknown_authority_ends_the_connection_before_the_password_is_sent()
    {
        var other = Directory.CreateTempSubdirectory("zoo-ca-").FullName;
        try
        {
            TestAuthority.Write(other, "localhost");
            foreach (var startTls in (bool[])[false, true])
            {
                var provider = await ProviderAsync(slapd.Config(startTls).With("ldapCa", PropertyValue.Of(Path.Combine(other, "ca.pem"))));
                var failure = await Assert.ThrowsAsync<ProviderException>(() => provider.MakeAsync(Unit, UnitInputs("Nobody")));
                Assert.Contains("is not trusted", failure.Message, StringComparison.Ordinal);
            }

            var byAddress = await ProviderAsync(slapd.Config().With("ldapServer", PropertyValue.Of($"ldaps://127.0.0.1:{slapd.TlsPort}")));
            var wrongHost = await Assert.ThrowsAsync<ProviderException>(() => byAddress.MakeAsync(Unit, UnitInputs("Nobody")));
            Assert.Contains("not for the host 127.0.0.1", wrongHost.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(other, recursive: true);
        }
    }

    [SlapdFact]
    public async Task A_value_that_somebody_else_took_away_meanwhile_is_not_overwritten()
    {
        var provider = await ProviderAsync(slapd.Config());
        var units = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => provider.MakeAsync(Unit, UnitInputs($"Parallel {i}"))));
        var group = await provider.MakeAsync(Group, GroupInputs("racers", units[0].Text("dn"), $"uid=jane,{Slapd.People}"));

        // All of them read the same members and want to swap the same one; a directory lets one win.
        var swaps = units.Select(unit => Task.Run(async () =>
        {
            try
            {
                await provider.ChangeAsync(Group, group, GroupInputs("racers", units[0].Text("dn"), unit.Text("dn")));
                return "";
            }
            catch (ProviderException failure)
            {
                return failure.Message;
            }
        })).ToList();
        var answers = await Task.WhenAll(swaps);

        Assert.Contains("", answers);
        Assert.All(answers.Where(answer => answer.Length > 0), answer => Assert.Contains("somebody changed it meanwhile", answer, StringComparison.Ordinal));
        Assert.Single(((PropertyValue.ArrayValue)(await provider.ReadAsync(Group, group))!.Outputs["members"]).Items);
    }
}
