using System.Collections.Immutable;
using Pulumi;
using static ZooInfra.Pulumi.Tests.CorpusProgram;

namespace ZooInfra.Pulumi.Tests;

/// <summary>What is not known in a preview, and what becomes of it.</summary>
internal static class PreviewPrograms
{
    private static readonly Func<MonitorScript> Preview = () => new() { DryRun = true };

    public static IEnumerable<CorpusProgram> All =>
    [
        Of("preview_of_new_resources", () =>
        {
            var first = new Thing("first", new() { Text = "known" });
            _ = new Thing("second", new() { Text = first.Text, Any = first.Id.Apply(id => (object)id) });
            return new() { ["id"] = first.Id, ["text"] = first.Text };
        }, Preview),
        Of("unknown_in_apply_all_tuple_and_format", () =>
        {
            var thing = new Thing("thing");
            var hidden = Output.CreateSecret("s");
            return new()
            {
                ["apply"] = thing.Id.Apply(_ => "never run"),
                ["all"] = Output.All<string>(thing.Id, "x"),
                ["tuple"] = Output.Tuple(thing.Id, Output.Create(1)).Apply(pair => pair.Item2),
                ["format"] = Output.Format($"id {thing.Id}"),
                ["inner"] = Output.Create(1).Apply(_ => thing.Id),
                ["secretUnknown"] = Output.Tuple(thing.Id, hidden).Apply(pair => pair.Item1),
                ["json"] = Output.JsonSerialize(Output.Create(new { thing.Id })),
            };
        }, Preview),
        Do("unknown_inside_collections", () =>
        {
            var thing = new Thing("thing");
            _ = new Thing("sink", new()
            {
                List = { "known", thing.Id },
                Map = { { "known", "v" }, { "unknown", thing.Id } },
                Place = new PlaceArgs { City = thing.Id, Zip = 1 },
                Places = new() { new PlaceArgs { City = "known" }, thing.Id.Apply(id => new PlaceArgs { City = id }) },
                JsonText = new PlaceArgs { City = thing.Id },
            });
            _ = new Thing("whole", new() { List = thing.Id.Apply(id => ImmutableArray.Create(id)) });
        }, Preview),
        Of("a_nested_unknown_output_is_unknown_as_a_whole", () =>
        {
            var source = new Thing("source");
            var thing = new Thing("thing", new() { Place = new PlaceArgs { City = source.Id, Zip = 1 } });
            return new() { ["zip"] = thing.Place.Apply(place => place!.Zip) };
        }, Preview),
        Of("missing_outputs_are_unknown_in_a_preview", () =>
        {
            var thing = new Thing("thing");
            return new() { ["text"] = thing.Text.Apply(_ => "never run") };
        }, Preview),
        Do("references_to_new_resources_have_no_id", () =>
        {
            var thing = new Thing("thing");
            _ = new Thing("sink", new() { Other = thing });
        }, Preview),
        Of("an_index_and_a_length_of_an_unknown_list", () =>
        {
            var thing = new Thing("thing");
            return new() { ["at"] = thing.List.GetAt(3), ["first"] = thing.List.First(), ["length"] = thing.List.Length() };
        }, Preview),
        Of("a_preview_knows_that_it_is_one", () => new() { ["isDryRun"] = Deployment.Instance.IsDryRun }, Preview),
    ];
}
