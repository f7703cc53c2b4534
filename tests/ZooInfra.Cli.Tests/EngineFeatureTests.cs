using System.Text.Json;
using Pulumi;
using Stacks;
using ZooInfra.Contracts;
using ZooInfra.Dns;

namespace ZooInfra.Cli.Tests;

/// <summary>What a program can ask of the embedded engine, said with the programming model and done by the real provider.</summary>
public sealed class EngineFeatureTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_zone_that_moves_under_a_component_of_another_name_stays()
    {
        await UpAsync<PlainStack>();
        var before = await File.ReadAllTextAsync(_place.Zone("acme_corp", "acme.example"));

        await UpAsync<RenamedStack>();

        Assert.Contains("+ 1 created", _place.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("deleted", _place.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(_place.Zone("acme_corp", "acme.example")));
    }

    [Fact]
    public async Task A_zone_that_exists_is_imported_and_a_second_time_left()
    {
        await UpAsync<PlainStack>();
        File.Delete(_place.State("acme_corp"));

        await UpAsync<ImportingStack>();
        Assert.Contains("imported", _place.Output, StringComparison.Ordinal);

        Assert.Equal(0, await _place.ZooAsync(With<ImportingStack>(), "", false, "preview", "-s", "acme_corp", "--expect-no-changes"));
    }

    [Fact]
    public async Task A_zone_of_others_is_read_and_never_removed()
    {
        await UpAsync<PlainStack>();
        File.Delete(_place.State("acme_corp"));

        await UpAsync<ReadingStack>();
        Assert.Contains("read", _place.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _place.ZooAsync(With<ReadingStack>(), "", false, "destroy", "-s", "acme_corp", "--yes"));

        Assert.True(File.Exists(_place.Zone("acme_corp", "acme.example")));
    }

    [Fact]
    public async Task Transforms_and_hooks_of_the_program_run()
    {
        HookedStack.Ran.Clear();
        await UpAsync<HookedStack>();

        Assert.Contains("7200", await File.ReadAllTextAsync(_place.Zone("acme_corp", "acme.example")), StringComparison.Ordinal);
        Assert.Equal(["before ", "after acme.example"], HookedStack.Ran);
    }

    [Fact]
    public async Task A_stack_reads_the_outputs_of_another()
    {
        await UpAsync<PlainStack>();
        var platform = new Platform(ZooClients.All.Where(client => client.Id != "orgx").Append(Client<ReferringStack>("orgx")));

        Assert.True(await _place.ZooAsync(platform, "", false, "up", "-s", "orgx", "--yes") == 0, _place.Output + _place.Error);

        using var state = JsonDocument.Parse(await File.ReadAllTextAsync(_place.State("orgx")));
        var outputs = state.RootElement.GetProperty("checkpoint").GetProperty("latest").GetProperty("resources").EnumerateArray()
            .Single(resource => resource.GetProperty("type").GetString() == "pulumi:pulumi:Stack").GetProperty("outputs");
        Assert.Equal("acme.example", outputs.GetProperty("zone").GetString());
    }

    [Fact]
    public async Task Only_the_target_is_changed_and_an_unknown_one_is_refused_with_near_names()
    {
        await UpAsync<PlainStack>();

        Assert.Equal(1, await _place.ZooAsync(With<EditedStack>(), "", false, "up", "-s", "acme_corp", "--yes", "--target", "**::acme.exampel/www/A"));
        Assert.Contains("No resource matches --target **::acme.exampel/www/A.", _place.Output, StringComparison.Ordinal);

        Assert.True(await _place.ZooAsync(With<EditedStack>(), "", false, "up", "-s", "acme_corp", "--yes", "--target", "**::acme.example/ftp/A") == 0, _place.Output + _place.Error);
        var zone = await File.ReadAllTextAsync(_place.Zone("acme_corp", "acme.example"));
        Assert.Contains("192.0.2.31", zone, StringComparison.Ordinal);
        Assert.DoesNotContain("192.0.2.30", zone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_is_replaced_because_the_user_says_so()
    {
        await UpAsync<PlainStack>();

        Assert.Equal(0, await _place.ZooAsync(With<PlainStack>(), "", false, "preview", "-s", "acme_corp", "--replace", "**::acme.example/www/A"));

        Assert.Contains("replace", _place.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_resource_stops_only_what_depends_on_it()
    {
        var code = await _place.ZooAsync(With<HalfBadStack>(), "", false, "up", "-s", "acme_corp", "--yes", "--continue-on-error");

        // The plan fails already, so nothing is applied; both sides of it are shown.
        Assert.Equal(1, code);
        Assert.Contains("good.example", _place.Output, StringComparison.Ordinal);
        Assert.Contains("bad", _place.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_that_nobody_has_is_refused_with_what_to_do()
    {
        Assert.Equal(1, await _place.ZooAsync(With<ForeignStack>(), "", false, "preview", "-s", "acme_corp"));

        Assert.Contains("Install it: pulumi plugin install resource nowhere", _place.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_entry_without_a_path_names_the_line()
    {
        await File.WriteAllTextAsync(Path.Combine(_place.Folder, "Pulumi.yaml"), "name: zooinfra\nruntime: dotnet\nstackConfigDir: stacks\nplugins:\n  providers:\n    - name: aws\n");

        Assert.Equal(2, await _place.ZooAsync("preview", "-s", "acme_corp"));

        Assert.Contains("Pulumi.yaml(6,7): a plugin has a 'name' and a 'path'", _place.Error, StringComparison.Ordinal);
    }

    private static Platform With<TStack>()
        where TStack : TenantStack, new()
        => new(ZooClients.All.Where(client => client.Id != "acme_corp").Append(Client<TStack>("acme_corp")));

    private static Client Client<TStack>(string id)
        where TStack : TenantStack, new()
        => new(new TenantContract(id, id, null, null, default, default, default), static () => Deployment.RunAsync<TStack>(), []);

    private static ZoneArgs Zone(string name = "acme.example") => new() { Name = name, NameServers = { "ns1.dns.example", "ns2.dns.example" } };

    private static RecordSetArgs Address(Zone zone, string name, string address) => new() { Zone = zone.Name, Name = name, Type = "A", Records = { address } };

    private async Task UpAsync<TStack>()
        where TStack : TenantStack, new()
        => Assert.True(await _place.ZooAsync(With<TStack>(), "", false, "up", "-s", "acme_corp", "--yes") == 0, _place.Output + _place.Error);

    private sealed class PlainStack : TenantStack
    {
        public PlainStack()
        {
            var zone = new Zone("acme.example", Zone());
            _ = new RecordSet("acme.example/www/A", Address(zone, "www", "192.0.2.10"));
            ZoneName = zone.Name;
        }

        [Output("zone")]
        public Output<string> ZoneName { get; private set; }
    }

    private sealed class Group(string name, ComponentResourceOptions? options = null) : ComponentResource("test:index:Group", name, options);

    private sealed class RenamedStack : TenantStack
    {
        public RenamedStack()
        {
            var group = new Group("dns");
            var zone = new Zone("apex", Zone(), new CustomResourceOptions { Parent = group, Aliases = { new Alias { Name = "acme.example", NoParent = true } } });
            _ = new RecordSet("www", Address(zone, "www", "192.0.2.10"), new CustomResourceOptions { Parent = group, Aliases = { new Alias { Name = "acme.example/www/A", NoParent = true } } });
        }
    }

    private sealed class ImportingStack : TenantStack
    {
        public ImportingStack() => _ = new Zone("acme.example", Zone(), new CustomResourceOptions { ImportId = "acme.example" });
    }

    private sealed class ReadingStack : TenantStack
    {
        public ReadingStack() => _ = new Zone("acme.example", Zone(), new CustomResourceOptions { Id = "acme.example" });
    }

    private sealed class HookedStack : TenantStack
    {
        public HookedStack()
        {
            var options = new CustomResourceOptions
            {
                Hooks =
                {
                    BeforeCreate = { new ResourceHook("before", (args, _) => { Ran.Add($"before {args.Id}"); return Task.CompletedTask; }) },
                    AfterCreate = { new ResourceHook("after", (args, _) => { Ran.Add($"after {args.Id}"); return Task.CompletedTask; }) },
                },
            };
            options.ResourceTransforms.Add((args, _) => Task.FromResult<ResourceTransformResult?>(new ResourceTransformResult(args.Args.SetItem("ttl", 7200.0), args.Options)));
            _ = new Zone("acme.example", Zone(), options);
        }

        public static List<string> Ran { get; } = [];
    }

    private sealed class ReferringStack : TenantStack
    {
        public ReferringStack() => ZoneName = new StackReference("acme_corp").RequireOutput("zone").Apply(value => (string)value);

        [Output("zone")]
        public Output<string> ZoneName { get; private set; }
    }

    private sealed class EditedStack : TenantStack
    {
        public EditedStack()
        {
            var zone = new Zone("acme.example", Zone());
            _ = new RecordSet("acme.example/www/A", Address(zone, "www", "192.0.2.30"));
            _ = new RecordSet("acme.example/ftp/A", Address(zone, "ftp", "192.0.2.31"));
        }
    }

    private sealed class HalfBadStack : TenantStack
    {
        public HalfBadStack()
        {
            var bad = new Zone("bad", Zone("not a zone"));
            _ = new RecordSet("bad/www/A", Address(bad, "www", "192.0.2.10"));
            _ = new Zone("good.example", Zone("good.example"));
        }
    }

    private sealed class ForeignStack : TenantStack
    {
        public ForeignStack() => _ = new Foreign();
    }

    private sealed class Foreign() : CustomResource("nowhere:index:Thing", "a", ResourceArgs.Empty);
}
