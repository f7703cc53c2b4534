using System.Text.Json;
using Pulumi;
using Stacks;
using ZooInfra.Contracts;
using ZooInfra.Dns;

namespace ZooInfra.Cli.Tests;

public sealed class OperationTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Up_makes_the_zones_of_every_client_and_says_what_to_try_next()
    {
        var code = await _place.ZooAsync("up", "--all", "--yes");

        Assert.Equal(0, code);
        Assert.Contains("Previewing update (acme_corp)", _place.Output, StringComparison.Ordinal);
        Assert.Contains(" +      ├─ zoo:dns:Zone          acme.example            create", _place.Output, StringComparison.Ordinal);
        Assert.Contains("Updating (biggov)", _place.Output, StringComparison.Ordinal);
        Assert.Contains("    orgx       + 23 created", _place.Output, StringComparison.Ordinal);
        Assert.Contains("Try next:", _place.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_place.Zone("acme_corp", "acme.example")));
        Assert.True(File.Exists(_place.Zone("biggov", "biggov.example")));
        Assert.True(File.Exists(_place.Zone("orgx", "orgx.example")));
        Assert.True(File.Exists(_place.State("acme_corp")));
    }

    [NamedCheckZoneFact]
    public async Task Named_checkzone_accepts_every_zone()
    {
        await _place.ZooAsync("up", "--all", "--yes");
        foreach (var (client, zone) in new[] { ("acme_corp", "acme.example"), ("biggov", "biggov.example"), ("orgx", "orgx.example") })
        {
            var (code, output) = await Tool.RunAsync(_place.Folder, "named-checkzone", zone, _place.Zone(client, zone));
            Assert.True(code == 0, output);
        }
    }

    [Fact]
    public async Task A_second_up_reports_no_changes_and_changes_nothing()
    {
        await _place.ZooAsync("up", "--all", "--yes");
        var before = FilesBesideHistory();

        Assert.Equal(0, await _place.ZooAsync("up", "--all", "--yes"));

        Assert.Contains("    acme_corp  no changes", _place.Output, StringComparison.Ordinal);
        Assert.Equal(before, FilesBesideHistory());

        // That it ran is in the history, as with Pulumi.
        Dictionary<string, string> FilesBesideHistory()
            => _place.Files().Where(file => !file.Key.Contains("/.pulumi/history/", StringComparison.Ordinal)).ToDictionary();
    }

    [Fact]
    public async Task Expect_no_changes_is_0_when_there_are_none_and_7_after_an_edit()
    {
        await _place.ZooAsync("up", "--all", "--yes");

        Assert.Equal(0, await _place.ZooAsync("preview", "--all", "--expect-no-changes"));

        Assert.Equal(7, await _place.ZooAsync(With<EditedStack>("acme_corp"), "", false, "preview", "-s", "acme_corp", "--expect-no-changes"));
        Assert.Equal("error: no changes were expected but changes were proposed: acme_corp", _place.Error.Trim());
    }

    [Fact]
    public async Task Up_that_expects_no_changes_makes_none()
    {
        await _place.ZooAsync("up", "-s", "acme_corp", "--yes");
        var before = _place.Files();

        Assert.Equal(7, await _place.ZooAsync(With<EditedStack>("acme_corp"), "", false, "up", "-s", "acme_corp", "--yes", "--expect-no-changes"));

        Assert.Equal(before, _place.Files());
    }

    [Fact]
    public async Task An_edit_shows_as_property_diff_and_is_applied()
    {
        await _place.ZooAsync("up", "-s", "acme_corp", "--yes");

        Assert.Equal(0, await _place.ZooAsync(With<EditedStack>("acme_corp"), "", false, "up", "-s", "acme_corp", "--yes", "--diff"));

        Assert.Contains("""~ records: ["192.0.2.10", "192.0.2.11"] => ["192.0.2.99"]""", _place.Output, StringComparison.Ordinal);
        var zone = File.ReadAllText(_place.Zone("acme_corp", "acme.example"));
        Assert.Contains("www\tIN\tA\t192.0.2.99", zone, StringComparison.Ordinal);
        Assert.DoesNotContain("192.0.2.10", zone, StringComparison.Ordinal);
        Assert.DoesNotContain("ftp", zone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Destroy_removes_what_was_made_and_nothing_else()
    {
        await _place.ZooAsync("up", "--all", "--yes");
        var own = Path.Combine(_place.Folder, ".zoo", "out", "acme_corp", "notes.txt");
        await File.WriteAllTextAsync(own, "mine");

        Assert.Equal(0, await _place.ZooAsync("destroy", "-s", "acme_corp", "--yes"));

        Assert.False(File.Exists(_place.Zone("acme_corp", "acme.example")));
        Assert.True(File.Exists(own));
        Assert.True(File.Exists(_place.Zone("biggov", "biggov.example")));
    }

    [Fact]
    public async Task Preview_writes_nothing_at_all()
    {
        var before = _place.Files();
        Assert.Equal(0, await _place.ZooAsync("preview", "--all"));
        Assert.Equal(before, _place.Files());
        Assert.Contains("    + 12 to create", _place.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_document_in_Pulumis_shape()
    {
        await _place.ZooAsync("preview", "--all", "--json");

        using var document = JsonDocument.Parse(_place.Output);
        var stacks = document.RootElement.GetProperty("stacks").EnumerateArray().ToList();
        Assert.Equal(["acme_corp", "biggov", "orgx"], stacks.Select(stack => stack.GetProperty("stack").GetString()));
        Assert.Equal(12, stacks[0].GetProperty("changeSummary").GetProperty("create").GetInt32());
        var step = stacks[0].GetProperty("steps").EnumerateArray().Single(s => s.GetProperty("urn").GetString()!.EndsWith("::acme.example/www/A", StringComparison.Ordinal));
        Assert.Equal("create", step.GetProperty("op").GetString());
        Assert.Equal("192.0.2.10", step.GetProperty("newState").GetProperty("inputs").GetProperty("records")[0].GetString());
        Assert.Equal(JsonValueKind.Null, step.GetProperty("detailedDiff").ValueKind);
    }

    [Fact]
    public async Task A_person_is_asked_and_no_means_nothing_is_done()
    {
        var before = _place.Files();

        Assert.Equal(8, await _place.ZooAsync(new Platform(ZooClients.All), "no\n", true, "up", "-s", "acme_corp"));

        Assert.Contains("Make these changes? [yes/no]", _place.Output, StringComparison.Ordinal);
        Assert.Equal(before, _place.Files());
    }

    [Fact]
    public async Task A_person_who_says_yes_gets_it()
    {
        Assert.Equal(0, await _place.ZooAsync(new Platform(ZooClients.All), "yes\n", true, "up", "-s", "acme_corp"));
        Assert.True(File.Exists(_place.Zone("acme_corp", "acme.example")));
    }

    [Fact]
    public async Task One_failing_client_does_not_stop_the_others()
    {
        var platform = new Platform(ZooClients.All.Where(client => client.Id != "biggov").Append(Client<ThrowingStack>("biggov")));

        Assert.Equal(1, await _place.ZooAsync(platform, "", false, "up", "--all", "--yes"));

        Assert.Contains("    biggov     failed", _place.Output, StringComparison.Ordinal);
        Assert.Contains("the tape robot is on fire", _place.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_place.Zone("acme_corp", "acme.example")));
        Assert.True(File.Exists(_place.Zone("orgx", "orgx.example")));
        Assert.False(File.Exists(_place.State("biggov")));
    }

    [Fact]
    public async Task Out_and_state_go_where_they_are_told()
    {
        Assert.Equal(0, await _place.ZooAsync("up", "-s", "orgx", "--yes", "--out", "review", "--state", "kept"));

        Assert.True(File.Exists(Path.Combine(_place.Folder, "review", "orgx", "dns", "orgx.example.zone")));
        Assert.True(File.Exists(Path.Combine(_place.Folder, "kept", ".pulumi", "stacks", "zooinfra", "orgx.json")));
        Assert.False(Directory.Exists(Path.Combine(_place.Folder, ".zoo")));
    }

    [Fact]
    public async Task Out_changed_later_moves_the_files()
    {
        await _place.ZooAsync("up", "-s", "orgx", "--yes");

        Assert.Equal(0, await _place.ZooAsync("up", "-s", "orgx", "--yes", "--out", "review"));

        Assert.True(File.Exists(Path.Combine(_place.Folder, "review", "orgx", "dns", "orgx.example.zone")));
        Assert.False(File.Exists(_place.Zone("orgx", "orgx.example")));
    }

    [Fact]
    public async Task Drift_is_seen_with_exit_code_7_and_up_repairs_it()
    {
        await _place.ZooAsync("up", "--all", "--yes");
        Assert.Equal(0, await _place.ZooAsync("drift", "--all"));
        var zone = _place.Zone("acme_corp", "acme.example");
        var right = await File.ReadAllTextAsync(zone);
        await File.WriteAllTextAsync(zone, right.Replace("192.0.2.11", "203.0.113.66", StringComparison.Ordinal).Replace("ftp\tIN\tCNAME\twww.acme.example.\n", "", StringComparison.Ordinal));

        Assert.Equal(7, await _place.ZooAsync("drift", "--all", "--diff"));
        Assert.Contains("""=> ["192.0.2.10", "203.0.113.66"]""", _place.Output, StringComparison.Ordinal);
        Assert.Contains("acme.example/ftp/CNAME  gone", _place.Output, StringComparison.Ordinal);
        Assert.Contains("    biggov     as it should be", _place.Output, StringComparison.Ordinal);

        Assert.Equal(0, await _place.ZooAsync("up", "-s", "acme_corp", "--refresh", "--yes"));
        Assert.Equal(0, await _place.ZooAsync("drift", "--all"));
        Assert.Equal(Records(right), Records(await File.ReadAllTextAsync(zone)));
    }

    private static IEnumerable<string> Records(string zone) => zone.Split('\n').Where(line => line.Contains("\tIN\t", StringComparison.Ordinal) && !line.Contains("SOA", StringComparison.Ordinal));

    private static Platform With<TStack>(string id)
        where TStack : TenantStack, new()
        => new(ZooClients.All.Where(client => client.Id != id).Append(Client<TStack>(id)));

    private static Client Client<TStack>(string id)
        where TStack : TenantStack, new()
        => new(new TenantContract(id, id, null, null, default, default, default), static () => Deployment.RunAsync<TStack>(), []);

    private sealed class EditedStack : TenantStack
    {
        public EditedStack()
            => _ = new DnsZone("acme.example", new DnsZoneArgs
            {
                NameServers = { "ns1.acme.example", "ns2.acme.example" },
                Records =
                {
                    DnsRecord.A("ns1", "192.0.2.1"),
                    DnsRecord.A("ns2", "192.0.2.2"),
                    DnsRecord.A("www", "192.0.2.99"),
                    DnsRecord.A("mail", "192.0.2.20"),
                    DnsRecord.Mx("@", 10, "mail.acme.example"),
                    DnsRecord.Txt("@", "v=spf1 mx -all"),
                },
            });
    }

    private sealed class ThrowingStack : TenantStack
    {
        public ThrowingStack() => throw new InvalidOperationException("the tape robot is on fire");
    }
}
