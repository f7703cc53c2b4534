using Pulumi;
using static ZooInfra.Pulumi.Tests.CorpusProgram;

namespace ZooInfra.Pulumi.Tests;

/// <summary>Components, local and remote.</summary>
internal static class ComponentPrograms
{
    public static IEnumerable<CorpusProgram> All =>
    [
        Of("a_component", () =>
        {
            var pair = new Pair("pair");
            return new() { ["both"] = pair.Both };
        }),
        Do("components_in_components", () => { _ = new Estate("estate"); }),
        Do("a_component_without_outputs", () => { _ = new ComponentResource("test:index:Bare", "bare"); }),
        Do("a_component_with_inputs", () => { _ = new ComponentResource("test:index:Bare", "bare", new ThingArgs { Text = Output.CreateSecret("x"), Number = 1 }); }),
        Of("a_remote_component", () =>
        {
            var far = new Far("far", new() { Text = "x" });
            return new() { ["text"] = far.Text };
        }),
        Do("a_remote_component_gets_output_values", () =>
        {
            var a = new Thing("a", new() { Text = "a" });
            var pair = new Pair("pair");
            _ = new Far("far", new()
            {
                Text = a.Text,
                Flag = Output.Create(true),
                Any = Output.CreateSecret<object>("s"),
                List = { "plain", pair.Both },
                Other = a,
            });
        }),
        Do("a_remote_component_of_an_old_engine_gets_plain_values", () =>
        {
            var a = new Thing("a", new() { Text = "a" });
            _ = new Far("far", new() { Text = a.Text, Any = Output.CreateSecret<object>("s") });
        }, () => new() { Lacks = { "outputValues" } }),
        Do("protect_is_inherited_from_the_parent", () =>
        {
            var parent = new ComponentResource("test:index:Bare", "parent", new ComponentResourceOptions { Protect = true });
            _ = new Thing("inherits", null, new() { Parent = parent });
            _ = new Thing("decides", null, new() { Parent = parent, Protect = false });
        }),
        Of("a_component_in_a_component_reaches_the_grandchildren", () =>
        {
            var outer = new ComponentResource("test:index:Outer", "outer");
            var inner = new ComponentResource("test:index:Inner", "inner", new ComponentResourceOptions { Parent = outer });
            var leaf = new Thing("leaf", null, new() { Parent = inner });
            _ = new Thing("after", new() { Other = outer });
            return new() { ["urn"] = leaf.Urn };
        }),
    ];
}
