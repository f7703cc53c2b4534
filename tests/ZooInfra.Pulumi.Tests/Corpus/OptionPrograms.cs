using Pulumi;
using static ZooInfra.Pulumi.Tests.CorpusProgram;

namespace ZooInfra.Pulumi.Tests;

/// <summary>What options say to the engine.</summary>
internal static class OptionPrograms
{
    public static IEnumerable<CorpusProgram> All =>
    [
        Do("options_of_a_resource", () =>
        {
            _ = new Thing("thing", null, new()
            {
                Protect = true,
                RetainOnDelete = true,
                IgnoreChanges = { "text", "place.city" },
                ReplaceOnChanges = { "number" },
                HideDiffs = { "any" },
                DeleteBeforeReplace = true,
                AdditionalSecretOutputs = { "text" },
                CustomTimeouts = new() { Create = TimeSpan.FromMinutes(5), Delete = TimeSpan.FromSeconds(1.5) },
                ImportId = "existing",
            });
        }),
        Do("options_of_a_component", () =>
        {
            _ = new ComponentResource("test:index:Bare", "bare", new ComponentResourceOptions
            {
                Protect = true,
                RetainOnDelete = false,
                IgnoreChanges = { "text" },
                ReplaceOnChanges = { "not sent for a component" },
                Version = "1.0.0",
                DependsOn = { new Thing("first") },
                CustomTimeouts = new() { Update = TimeSpan.FromMilliseconds(1) },
            });
        }),
        Do("delete_before_replace_refused", () => { _ = new Thing("thing", null, new() { DeleteBeforeReplace = false, RetainOnDelete = false }); }),
        Do("aliases", () =>
        {
            var parent = new ComponentResource("test:index:Bare", "parent");
            _ = new Thing("thing", null, new()
            {
                Aliases =
                {
                    new Alias { Urn = "urn:pulumi:dev::proj::test:index:Old::thing" },
                    new Alias { Name = "old" },
                    new Alias { Type = "test:index:Old", Stack = "prod", Project = "before" },
                    new Alias { NoParent = true },
                    new Alias { Parent = parent },
                    new Alias { ParentUrn = "urn:pulumi:dev::proj::a:b:C::p" },
                    Output.Create(new Alias { Name = Output.Create("later") }),
                },
            });
        }),
        Do("aliases_for_an_old_engine_are_urns", () =>
        {
            var parent = new ComponentResource("test:index:Bare", "parent");
            _ = new Thing("thing", null, new()
            {
                Parent = parent,
                Aliases =
                {
                    new Alias { Urn = "urn:pulumi:dev::proj::test:index:Old::thing" },
                    new Alias { Name = "old" },
                    new Alias { Type = "test:index:Old", Stack = "prod", Project = "before" },
                    new Alias { NoParent = true },
                    new Alias { ParentUrn = "urn:pulumi:dev::proj::a:b:C::p" },
                },
            });
        }, () => new() { Lacks = { "aliasSpecs" } }),
        Do("an_alias_with_two_parents_fails", () => { _ = new Thing("thing", null, new() { Aliases = { new Alias { NoParent = true, ParentUrn = "x" } } }); }, exitCode: 32),
        Of("urns_computed_for_aliases", () =>
        {
            var parent = new ComponentResource("test:index:Bare", "parent");
            return new()
            {
                ["top"] = Urn.Create("n", "a:b:C"),
                ["elsewhere"] = Urn.Create("n", "a:b:C", project: "p", stack: "s"),
                ["child"] = Urn.Create("n", "a:b:C", parent),
                ["childOfUrn"] = Urn.Create("n", "a:b:C", parentUrn: "urn:pulumi:s::p::x:y:Z::q"),
            };
        }),
        Do("deleted_and_replaced_with_others", () =>
        {
            var host = new Thing("host");
            _ = new Thing("guest", null, new() { DeletedWith = host, ReplaceWith = { host } });
        }),
        Do("deleted_with_needs_a_newer_engine", () => { _ = new Thing("guest", null, new() { DeletedWith = new Thing("host") }); }, () => new() { Lacks = { "deletedWith" } }, exitCode: 32, engineFails: true),
        Do("replacement_triggers", () =>
        {
            _ = new Thing("plain", null, new() { ReplacementTrigger = "v1" });
            _ = new Thing("secret", null, new() { ReplacementTrigger = Output.CreateSecret<object>("v1") });
        }),
        Of("reading_an_existing_resource", () =>
        {
            var thing = Thing.Get("existing", "the-id", new() { Version = "1.0.0" });
            _ = new Thing("after", new() { Text = thing.Text });
            return new() { ["id"] = thing.Id };
        }),
        Do("reading_by_an_id_that_is_not_known_yet", () =>
        {
            var thing = new Thing("thing");
            _ = Thing.Get("existing", thing.Id);
        }, () => new() { DryRun = true }),
        Do("reading_a_component_fails", () => { _ = new ComponentResource("test:index:Bare", "bare", new ComponentResourceOptions { Id = "x" }); }, exitCode: 32),
        Of("looking_up_a_resource_by_its_urn", () =>
        {
            var thing = new Thing("first", new() { Text = "t" });
            return new() { ["urn"] = new Thing("again", null, new() { Urn = "urn:pulumi:dev::proj::test:index:Thing::first" }).Urn };
        }, notWithMocks: "mocks name resources differently (section 8.7)"),
        Of("a_stash", () =>
        {
            var stash = new Stash("stash", new() { Input = "kept" });
            return new() { ["input"] = stash.Input };
        }),
    ];
}
