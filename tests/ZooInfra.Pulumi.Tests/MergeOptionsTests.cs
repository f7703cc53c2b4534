using Pulumi;
using Pulumi.Utilities;

namespace ZooInfra.Pulumi.Tests;

public class MergeOptionsTests
{
    [Fact]
    public async Task Single_values_of_the_second_win_and_lists_are_appended()
    {
        var merged = CustomResourceOptions.Merge(
            new() { Protect = true, Version = "1", IgnoreChanges = { "a" }, ImportId = "i", EnvVarMappings = { ["A"] = "1", ["B"] = "1" }, AdditionalSecretOutputs = { "x" }, Aliases = { new Alias { Name = "one" } } },
            new() { Version = "2", DeleteBeforeReplace = true, IgnoreChanges = { "b" }, EnvVarMappings = { ["B"] = "2" }, AdditionalSecretOutputs = { "y" }, Aliases = { new Alias { Name = "two" } }, HideDiffs = { "h" } });
        Assert.Equal((true, "2", "i", true), (merged.Protect, merged.Version, merged.ImportId, merged.DeleteBeforeReplace));
        Assert.Equal(["a", "b"], merged.IgnoreChanges);
        Assert.Equal(["x", "y"], merged.AdditionalSecretOutputs);
        Assert.Equal(["h"], merged.HideDiffs);
        Assert.Equal(2, merged.Aliases.Count);
        Assert.Equal(("1", "2"), (merged.EnvVarMappings["A"], merged.EnvVarMappings["B"]));
        Assert.Empty(await OutputUtilities.GetValueAsync(merged.DependsOn.ToOutput()));
    }

    [Fact]
    public void The_merged_options_are_a_copy()
    {
        var original = new CustomResourceOptions { IgnoreChanges = { "a" } };
        CustomResourceOptions.Merge(original, null).IgnoreChanges.Add("b");
        Assert.Equal(["a"], original.IgnoreChanges);
    }

    [Fact]
    public void Nothing_and_nothing_is_empty()
    {
        Assert.Null(CustomResourceOptions.Merge(null, null).Protect);
        Assert.Empty(ComponentResourceOptions.Merge(null, null).Providers);
    }

    [Fact]
    public void Hooks_are_appended_list_by_list()
    {
        var one = new ResourceHook("one", (_, _) => Task.CompletedTask);
        var two = new ResourceHook("two", (_, _) => Task.CompletedTask);
        var merged = CustomResourceOptions.Merge(new() { Hooks = { BeforeCreate = { one } } }, new() { Hooks = { BeforeCreate = { two }, AfterDelete = { two } } });
        Assert.Equal([one, two], merged.Hooks.BeforeCreate);
        Assert.Equal([two], merged.Hooks.AfterDelete);
    }

    [Fact]
    public async Task Of_several_providers_for_a_package_the_last_stays()
    {
        ComponentResourceOptions? merged = null;
        ProviderResource? first = null, other = null, last = null;
        await Deployment.TestAsync(new global::Pulumi.Testing.EmptyMocks(), new(), () =>
        {
            (first, other, last) = (new TestProvider("first"), new OtherProvider("other"), new TestProvider("last"));
            merged = ComponentResourceOptions.Merge(new() { Providers = { first, other } }, new() { Providers = { last } });
        });
        Assert.Equal([other!, last!], merged!.Providers);
    }
}
