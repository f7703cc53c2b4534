using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumirpc;
using static ZooInfra.Pulumi.Tests.CorpusProgram;

namespace ZooInfra.Pulumi.Tests;

/// <summary>What comes back, and what is made of it.</summary>
internal static class OutputPrograms
{
    public static IEnumerable<CorpusProgram> All =>
    [
        Of("stack_outputs_of_every_kind", () => new()
        {
            ["text"] = "x",
            ["number"] = 1,
            ["flag"] = false,
            ["none"] = null,
            ["list"] = new[] { "a", "b" },
            ["map"] = new Dictionary<string, object?> { ["k"] = Output.Create(1.5) },
            ["secret"] = Output.CreateSecret("s"),
            ["resource"] = new Thing("thing", new() { Text = "t" }),
        }),
        Of<DeclaringStack>("stack_outputs_by_attribute"),
        Later("stack_outputs_of_a_task", async () =>
        {
            await Task.Yield();
            var thing = new Thing("late", new() { Text = "t" });
            return new Dictionary<string, object?> { ["text"] = thing.Text };
        }),
        Of("nested_output_types", () =>
        {
            var thing = new Thing("thing", new()
            {
                Place = new PlaceArgs { City = "Ulm", Zip = 7, Tags = new() { ["a"] = "b" } },
                Places = new[] { new PlaceArgs { City = "Bern" } },
                Either = 3,
                Size = Size.Small,
                Level = Level.High,
                Number = 3,
                List = { "x", "y" },
                Map = { { "m", "n" } },
                File = new StringAsset("s"),
                Json = "[1]",
            });
            return new()
            {
                ["city"] = thing.Place.Apply(place => place!.City),
                ["zip"] = thing.Place.Apply(place => place!.Zip!.Value + 1),
                ["tag"] = thing.Place.Apply(place => place!.Tags!["a"]),
                ["first"] = thing.Places.First().Apply(place => place.City),
                ["either"] = thing.Either.AsT1(),
                ["isText"] = thing.Either.IsT0(),
                ["size"] = thing.Size.Apply(size => size.ToString()!),
                ["level"] = thing.Level,
                ["number"] = thing.Number,
                ["count"] = thing.List.Length(),
                ["at"] = thing.List.GetAt(1),
                ["map"] = thing.Map.Apply(map => map!["m"]),
                ["file"] = thing.File,
                ["json"] = thing.Json.Apply(json => json!.Value.GetArrayLength()),
            };
        }),
        Of("a_discriminated_union_is_read_by_its_tag", () =>
        {
            var thing = new Thing("thing");
            return new() { ["shape"] = thing.Shape.Apply(shape => shape is Square square ? $"square of {square.Side}" : "something else") };
        }, Answering("shape", Value.ForStruct(new() { Fields = { ["kind"] = Value.ForString("square"), ["side"] = Value.ForNumber(2) } }))),
        Of("an_output_of_the_wrong_type_is_a_warning", () =>
        {
            var thing = new Thing("thing");
            return new() { ["number"] = thing.Number.Apply(number => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "nothing") };
        }, Answering("number", Value.ForString("seven"))),
        Of("a_secret_inside_an_output_makes_all_of_it_secret", () =>
        {
            var thing = new Thing("thing", new() { Place = new PlaceArgs { City = Output.CreateSecret("hidden") } });
            return new() { ["city"] = thing.Place.Apply(place => place!.City) };
        }),
        Of("internal_keys_are_not_read", () =>
        {
            var thing = new Thing("thing");
            return new() { ["any"] = thing.Any };
        }, Answering("any", Value.ForStruct(new() { Fields = { ["__defaults"] = Value.ForString("x"), ["k"] = Value.ForNumber(1) } }))),
        Of("apply_all_tuple_and_format_join_secrets", () =>
        {
            var open = Output.Create("open");
            var hidden = Output.CreateSecret("hidden");
            return new()
            {
                ["apply"] = hidden.Apply(text => text.Length),
                ["inner"] = open.Apply(_ => hidden),
                ["all"] = Output.All<string>(open, hidden),
                ["tuple"] = Output.Tuple(open, hidden).Apply(pair => pair.Item1 + pair.Item2),
                ["format"] = Output.Format($"{open,6}|{hidden}|{1.5:F2}"),
                ["plain"] = Output.Format($"{open}"),
                ["unsecret"] = Output.Unsecret(hidden),
                ["asSecret"] = Output.CreateSecret(open),
                ["task"] = Output.Create(Task.FromResult("t")),
                ["secretTask"] = Output.CreateSecret(Task.FromResult("t")),
            };
        }),
        Of("apply_in_all_its_forms", () =>
        {
            var one = Output.Create(1);
            Input<int> input = 2;
            return new()
            {
                ["value"] = one.Apply(value => value + 1),
                ["task"] = one.Apply(value => Task.FromResult(value + 2)),
                ["output"] = one.Apply(value => Output.Create(value + 3)),
                ["input"] = one.Apply(value => (Input<int>)(value + 4)),
                ["null"] = one.Apply(_ => (Output<string>?)null),
                ["unit"] = one.Apply(async _ => await Task.Yield()),
                ["fromInput"] = input.Apply(value => value * 2),
                ["missingInput"] = ((Input<int>?)null).Apply(value => value * 2),
            };
        }),
        Of("json_text_of_outputs", () =>
        {
            var thing = new Thing("thing", new() { Text = "t" });
            return new()
            {
                ["text"] = Output.JsonSerialize(Output.Create(new Dictionary<string, object?> { ["id"] = thing.Id, ["n"] = 1, ["list"] = (InputList<string>)thing.Text })),
                ["secret"] = Output.JsonSerialize(Output.Create(new { password = Output.CreateSecret("p") })),
                ["back"] = Output.JsonDeserialize<Dictionary<string, int>>(Output.CreateSecret("""{"a":1}""")).Apply(map => map["a"]),
            };
        }),
        Of("a_deferred_output", () =>
        {
            var deferred = new DeferredOutput<string>();
            var thing = new Thing("early", new() { Text = deferred.Output });
            var source = new Thing("late", new() { Text = "from late" });
            deferred.Resolve(source.Text);
            return new() { ["text"] = thing.Text };
        }),
        Of("missing_outputs_are_default_values_in_an_update", () =>
        {
            var thing = new Thing("thing");
            return new() { ["known"] = Output.Tuple(thing.Text, thing.Number, thing.List).Apply(all => $"'{all.Item1}' {all.Item2} {all.Item3.IsDefault}") };
        }),
        Of("a_reference_comes_back_as_its_class", () =>
        {
            var target = new Thing("target", new() { Text = "of target" });
            var thing = new Thing("thing", new() { Other = target });
            return new() { ["text"] = thing.Other.Apply(other => ((Thing)other!).Text) };
        }, () => new()
        {
            OnInvoke = request => new()
            {
                Return = new()
                {
                    Fields =
                    {
                        ["urn"] = request.Args.Fields["urn"],
                        ["id"] = Value.ForString("target-id"),
                        ["state"] = Value.ForStruct(new() { Fields = { ["text"] = Value.ForString("looked up") } }),
                    },
                },
            },
        }),
    ];

    /// <summary>An engine whose things have one output of the given value.</summary>
    private static Func<MonitorScript> Answering(string name, Value value) => () =>
    {
        var script = new MonitorScript();
        script.OnRegister = (request, _) =>
        {
            var response = script.Echo(request);
            if (request.Custom)
            {
                response.Object.Fields[name] = value;
            }

            return Task.FromResult<RegisterResourceResponse>(response);
        };
        return script;
    };

    private sealed class DeclaringStack : Stack
    {
        public DeclaringStack()
        {
            var thing = new Thing("thing", new() { Text = "t" });
            Named = thing.Text;
            ByProperty = thing.Text.Apply(text => ImmutableArray.Create(text, "more"));
        }

        [Output("named")]
        public Output<string> Named { get; private set; }

        [Output]
        public Output<ImmutableArray<string>> ByProperty { get; private set; }

        public string NotAnOutput { get; } = "x";
    }
}
