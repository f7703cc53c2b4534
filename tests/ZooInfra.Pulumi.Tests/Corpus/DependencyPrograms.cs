using Pulumi;
using static ZooInfra.Pulumi.Tests.CorpusProgram;

namespace ZooInfra.Pulumi.Tests;

/// <summary>What depends on what.</summary>
internal static class DependencyPrograms
{
    public static IEnumerable<CorpusProgram> All =>
    [
        Do("depends_on_a_resource", () =>
        {
            var first = new Thing("first");
            _ = new Thing("second", null, new() { DependsOn = first });
        }),
        Do("depends_on_a_component_means_its_children", () =>
        {
            var pair = new Pair("pair");
            _ = new Thing("after", null, new() { DependsOn = pair });
        }),
        Do("depends_on_components_in_components", () =>
        {
            var estate = new Estate("estate");
            _ = new Thing("after", null, new() { DependsOn = { estate } });
        }),
        Do("depends_on_a_remote_component_means_itself", () =>
        {
            var far = new Far("far");
            _ = new Thing("child", null, new() { Parent = far });
            _ = new Thing("after", null, new() { DependsOn = far });
        }),
        Do("a_resource_stands_for_itself_not_its_children", () =>
        {
            var parent = new Thing("parent");
            _ = new Thing("child", null, new() { Parent = parent });
            _ = new Thing("after", null, new() { DependsOn = parent });
        }),
        Do("depends_on_resources_that_come_later", () =>
        {
            var first = new Thing("first");
            _ = new Thing("second", null, new() { DependsOn = Output.Create(new List<Resource> { first }) });
        }),
        Do("dependencies_by_property", () =>
        {
            var a = new Thing("a", new() { Text = "a" });
            var b = new Thing("b", new() { Text = "b" });
            _ = new Thing("sum", new()
            {
                Text = Output.Format($"{a.Text}{b.Text}"),
                List = { a.Id, "plain" },
                Map = { { "b", b.Text.Apply(text => text.ToUpperInvariant()) } },
                Flag = true,
            });
        }),
        Do("dependencies_of_inner_outputs", () =>
        {
            var a = new Thing("a", new() { Text = "a" });
            var b = new Thing("b", new() { Text = "b" });
            _ = new Thing("sum", new() { Text = a.Text.Apply(_ => b.Text) });
        }),
        Do("a_resource_as_an_input_is_a_reference", () =>
        {
            var thing = new Thing("thing");
            var pair = new Pair("pair");
            _ = new Thing("custom", new() { Other = thing });
            _ = new Thing("component", new() { Other = pair });
        }, notWithMocks: null),
        Do("without_references_an_id_or_a_urn_is_sent", () =>
        {
            var thing = new Thing("thing");
            var pair = new Pair("pair");
            _ = new Thing("custom", new() { Plain = thing });
            _ = new Thing("component", new() { Plain = pair });
        }, () => new() { Lacks = { "resourceReferences" } }),
        Do("explicit_dependencies_added_to_an_output", () =>
        {
            var a = new Thing("a");
            _ = new Thing("b", new() { Text = global::Pulumi.Utilities.OutputUtilities.WithDependency(Output.Create("x"), a) });
        }),
        Do("a_child_that_depends_on_its_own_component_fails", () =>
        {
            var component = new ComponentResource("test:index:Loop", "loop");
            _ = new Thing("inside", null, new() { Parent = component, DependsOn = component });
        }, exitCode: 32),
    ];
}
