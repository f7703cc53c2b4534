using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using static ZooInfra.Pulumi.Tests.CorpusProgram;

namespace ZooInfra.Pulumi.Tests;

/// <summary>What inputs can be.</summary>
internal static class InputPrograms
{
    public static IEnumerable<CorpusProgram> All =>
    [
        Do("empty", () => { }),
        Do("one_resource", () => { _ = new Thing("thing", new() { Text = "hello" }); }),
        Do("inputs_of_every_kind", () =>
        {
            _ = new Thing("thing", new()
            {
                Text = "text",
                Number = 42,
                Real = 0.5,
                Flag = true,
                List = { "a", "b" },
                Map = { { "k", "v" }, { "a", "b" } },
                Place = new PlaceArgs { City = "Ulm", Zip = 89073, Tags = new() { ["x"] = "y" } },
                Places = new[] { new PlaceArgs { City = "Bern" }, new PlaceArgs { City = "Graz" } },
                Any = "anything",
                Either = 7,
                Size = Size.Large,
                Level = Level.High,
            });
        }),
        Do("null_inputs_are_not_sent", () => { _ = new Thing("thing", new() { Text = Output.Create((string)null!), Any = null, Map = null! }); }),
        Do("id_and_urn_are_not_inputs", () => { _ = new Thing("thing", new() { Id = "mine", Text = "x" }); }),
        Do("json_inputs", () =>
        {
            _ = new Thing("thing", new()
            {
                Json = """{"a":[1,2.5,null,"x"],"b":true}""",
                JsonText = new PlaceArgs { City = "Ulm", Zip = 1 },
            });
        }),
        Do("json_text_of_a_secret_is_secret", () => { _ = new Thing("thing", new() { JsonText = new PlaceArgs { City = Output.CreateSecret("Ulm") } }); }),
        Do("lists_in_every_form", () =>
        {
            _ = new Thing("one", new() { List = "single" });
            _ = new Thing("array", new() { List = new[] { "a", "b" } });
            _ = new Thing("outputs", new() { List = new[] { Output.Create("a"), Output.CreateSecret("b") } });
            _ = new Thing("whole", new() { List = Output.Create(ImmutableArray.Create("x", "y")) });
            _ = new Thing("concat", new() { List = ((InputList<string>)"a").Concat(Output.Create(new List<string> { "b", "c" })) });
            _ = new Thing("none", new() { List = default(ImmutableArray<string>) });
            _ = new Thing("empty", new() { List = [] });
        }),
        Do("maps_in_every_form", () =>
        {
            _ = new Thing("plain", new() { Map = new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" } });
            _ = new Thing("whole", new() { Map = Output.Create(new Dictionary<string, string> { ["k"] = "v" }) });
            _ = new Thing("merged", new() { Map = InputMap<string>.Merge(new() { ["a"] = "1", ["b"] = "1" }, new() { ["b"] = Output.CreateSecret("2") }) });
        }),
        Do("unions", () =>
        {
            _ = new Thing("text", new() { Either = "t" });
            _ = new Thing("number", new() { Either = Output.Create(5) });
        }),
        Do("assets_and_archives", () =>
        {
            _ = new Thing("file", new() { File = new FileAsset("./a.txt") });
            _ = new Thing("text", new() { File = new StringAsset("content") });
            _ = new Thing("remote", new() { File = new RemoteAsset("https://example.org/a") });
            _ = new Thing("dir", new() { File = new FileArchive("./dir") });
            _ = new Thing("zip", new() { File = new RemoteArchive("https://example.org/a.zip") });
            _ = new Thing("made", new()
            {
                File = new AssetArchive(new Dictionary<string, AssetOrArchive>
                {
                    ["readme"] = new StringAsset("hi"),
                    ["inner"] = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["x"] = new FileAsset("x") }),
                }),
            });
        }),
        Do("plain_objects_as_inputs", () =>
        {
            _ = new Thing("thing", new()
            {
                Plain = new Dictionary<string, object?>
                {
                    ["list"] = new List<object?> { 1, 2.5, "x", null, true },
                    ["map"] = ImmutableDictionary<string, object?>.Empty.Add("k", Output.Create("v")),
                    ["gone"] = null,
                    ["default"] = default(ImmutableArray<int>),
                    ["json"] = JsonSerializer.SerializeToElement(new { a = 1 }),
                    ["unit"] = ValueTuple.Create(),
                },
            });
        }),
        Do("an_output_type_is_an_input_again", () =>
        {
            var thing = new Thing("source", new() { Place = new PlaceArgs { City = "Ulm", Zip = 1 } });
            _ = new Thing("sink", new() { Any = thing.Place.Apply(place => (object)place!) });
        }),
        Do("inputs_by_name_only_at_run_time", () =>
        {
            _ = new CustomResource("test:index:Thing", "thing", new DictionaryResourceArgs(ImmutableDictionary<string, object?>.Empty.Add("text", "x").Add("none", null)));
        }),
        Do("secrets_as_inputs", () =>
        {
            _ = new Thing("thing", new()
            {
                Text = Output.CreateSecret("hush"),
                Place = Output.CreateSecret(new PlaceArgs { City = Output.CreateSecret("twice") }),
                List = { "open", Output.CreateSecret("closed") },
                Map = { { "k", Output.CreateSecret("v") } },
            });
        }),
        Do("a_missing_required_input_fails", () => { _ = new Thing("thing", new() { Place = new PlaceArgs { Zip = 1 } }); }, exitCode: 32),
        Do("a_long_is_not_an_input", () => { _ = new Thing("thing", new() { Plain = 1L }); }, exitCode: 32),
        Do("a_task_is_not_an_input", () => { _ = new Thing("thing", new() { Plain = new List<object> { Task.FromResult(1) } }); }, exitCode: 32),
        Do("a_map_with_numbers_as_keys_is_not_an_input", () => { _ = new Thing("thing", new() { Plain = new Dictionary<int, string> { [1] = "x" } }); }, exitCode: 32),
    ];
}
