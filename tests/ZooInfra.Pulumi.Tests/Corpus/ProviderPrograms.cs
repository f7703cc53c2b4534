using Pulumi;
using static ZooInfra.Pulumi.Tests.CorpusProgram;

namespace ZooInfra.Pulumi.Tests;

/// <summary>Which provider manages what.</summary>
internal static class ProviderPrograms
{
    public static IEnumerable<CorpusProgram> All =>
    [
        Do("an_explicit_provider", () =>
        {
            var provider = new TestProvider("mine", new() { Region = "eu", Retries = 3 }, new() { Version = "1.2.3" });
            _ = new Thing("thing", null, new() { Provider = provider });
        }),
        Do("children_of_a_component_inherit_its_provider", () =>
        {
            var provider = new TestProvider("mine");
            _ = new Pair("pair", new() { Provider = provider });
        }),
        Do("children_of_a_component_inherit_its_providers_by_package", () =>
        {
            var mine = new TestProvider("mine");
            var other = new OtherProvider("other");
            var component = new ComponentResource("x:index:Bare", "bare", new ComponentResourceOptions { Providers = { mine, other } });
            var inner = new ComponentResource("x:index:Bare", "inner", new ComponentResourceOptions { Parent = component, Providers = { new TestProvider("closer") } });
            _ = new Thing("outer-thing", null, new() { Parent = component });
            _ = new Thing("inner-thing", null, new() { Parent = inner });
            _ = new CustomResource("other:index:X", "other-thing", null, new() { Parent = inner });
        }),
        Do("children_of_a_resource_inherit_its_provider", () =>
        {
            var parent = new Thing("parent", null, new() { Provider = new TestProvider("mine") });
            _ = new Thing("child", null, new() { Parent = parent });
        }),
        Do("a_remote_component_gets_all_providers", () =>
        {
            _ = new Far("far", null, new() { Providers = { new TestProvider("mine"), new OtherProvider("other") } });
        }),
        Do("provider_and_providers_together_fail", () =>
        {
            var mine = new TestProvider("mine");
            _ = new ComponentResource("x:index:Bare", "bare", new ComponentResourceOptions { Provider = mine, Providers = { mine } });
        }, exitCode: 32),
        Do("environment_of_a_provider", () => { _ = new TestProvider("mine", null, new() { EnvVarMappings = { ["TOKEN"] = "MY_TOKEN" } }); }),
        Do("version_and_download_place_of_a_provider", () => { _ = new Thing("thing", null, new() { Version = "2.0.0", PluginDownloadURL = "https://example.org/plugins" }); }),
        Do("a_parameterised_package", () =>
        {
            var package = new RegisterPackageRequest("base", "1.0.0", "https://example.org", new() { ["linux-amd64"] = [1, 2] }, new("sub", "0.1.0", [3, 4]));
            _ = new Thing("one", null, null, package);
            _ = new Thing("two", null, null, new RegisterPackageRequest("base", "1.0.0", "https://example.org", new() { ["linux-amd64"] = [1, 2] }, new("sub", "0.1.0", [3, 4])));
        }),
        Do("an_unknown_provider_in_a_preview", () => { _ = new Thing("thing", null, new() { Provider = new TestProvider("mine") }); }, () => new() { DryRun = true }),
    ];
}
