using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;

namespace ZooInfra.Pulumi.Tests;

/// <summary>A resource with an input and an output of every kind, as a generated SDK writes them.</summary>
[ResourceType("test:index:Thing", "1.0.0")]
internal sealed class Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null, RegisterPackageRequest? package = null)
    : CustomResource("test:index:Thing", name, args ?? new ThingArgs(), options, package)
{
    [Output("text")]
    public Output<string> Text { get; private set; } = null!;

    [Output("number")]
    public Output<int?> Number { get; private set; } = null!;

    [Output("real")]
    public Output<double> Real { get; private set; } = null!;

    [Output("flag")]
    public Output<bool> Flag { get; private set; } = null!;

    [Output("list")]
    public Output<ImmutableArray<string>> List { get; private set; } = null!;

    [Output("map")]
    public Output<ImmutableDictionary<string, string>?> Map { get; private set; } = null!;

    [Output("place")]
    public Output<Place?> Place { get; private set; } = null!;

    [Output("places")]
    public Output<ImmutableArray<Place>> Places { get; private set; } = null!;

    [Output("any")]
    public Output<object?> Any { get; private set; } = null!;

    [Output("either")]
    public Output<Union<string, int>> Either { get; private set; } = null!;

    [Output("size")]
    public Output<Size?> Size { get; private set; } = null!;

    [Output("level")]
    public Output<Level> Level { get; private set; } = null!;

    [Output("shape")]
    public Output<IShape?> Shape { get; private set; } = null!;

    [Output("json")]
    public Output<JsonElement?> Json { get; private set; } = null!;

    [Output("file")]
    public Output<AssetOrArchive?> File { get; private set; } = null!;

    [Output("other")]
    public Output<Resource?> Other { get; private set; } = null!;

    public static Thing Get(string name, Input<string> id, CustomResourceOptions? options = null)
        => new(name, null, CustomResourceOptions.Merge(options, new() { Id = id }));
}

internal sealed class ThingArgs : ResourceArgs
{
    [Input("list")]
    private InputList<string>? _list;

    [Input("map")]
    private InputMap<string>? _map;

    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("number")]
    public Input<int>? Number { get; set; }

    [Input("real")]
    public Input<double>? Real { get; set; }

    [Input("flag")]
    public Input<bool>? Flag { get; set; }

    public InputList<string> List { get => _list ??= []; set => _list = value; }

    public InputMap<string> Map { get => _map ??= []; set => _map = value; }

    [Input("place")]
    public Input<PlaceArgs>? Place { get; set; }

    [Input("places")]
    public InputList<PlaceArgs>? Places { get; set; }

    [Input("any")]
    public Input<object>? Any { get; set; }

    [Input("either")]
    public InputUnion<string, int>? Either { get; set; }

    [Input("size")]
    public Input<Size>? Size { get; set; }

    [Input("level")]
    public Input<Level>? Level { get; set; }

    [Input("json")]
    public InputJson? Json { get; set; }

    [Input("jsonText", json: true)]
    public Input<PlaceArgs>? JsonText { get; set; }

    [Input("file")]
    public Input<AssetOrArchive>? File { get; set; }

    [Input("other")]
    public Input<Resource>? Other { get; set; }

    [Input("plain")]
    public object? Plain { get; set; }

    [Input("id")]
    public Input<string>? Id { get; set; }
}

internal sealed class PlaceArgs : ResourceArgs
{
    [Input("city", required: true)]
    public Input<string>? City { get; set; }

    [Input("zip")]
    public Input<int>? Zip { get; set; }

    [Input("tags")]
    public InputMap<string>? Tags { get; set; }
}

[OutputType]
internal sealed class Place
{
    public readonly string City;
    public readonly int? Zip;
    public readonly ImmutableDictionary<string, string>? Tags;

    [OutputConstructor]
    private Place(string city, int? zip, ImmutableDictionary<string, string>? tags) => (City, Zip, Tags) = (city, zip, tags);
}

[EnumType]
internal readonly struct Size : IEquatable<Size>
{
    private readonly string _value;

    private Size(string value) => _value = value;

    public static Size Small { get; } = new("small");

    public static Size Large { get; } = new("large");

    public static explicit operator string(Size value) => value._value;

    public bool Equals(Size other) => _value == other._value;

    public override bool Equals(object? obj) => obj is Size other && Equals(other);

    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => _value;
}

internal enum Level
{
    Low = 1,
    High = 7,
}

[DiscriminatedUnionDiscriminator("kind")]
[DiscriminatedUnionCase("circle", typeof(Circle))]
[DiscriminatedUnionCase("square", typeof(Square))]
internal interface IShape
{
    string Kind { get; }
}

[OutputType]
internal sealed class Circle : IShape
{
    [OutputConstructor]
    private Circle(string kind, double radius) => (Kind, Radius) = (kind, radius);

    public string Kind { get; }

    public double Radius { get; }
}

[OutputType]
internal sealed class Square : IShape
{
    [OutputConstructor]
    private Square(string kind, double side) => (Kind, Side) = (kind, side);

    public string Kind { get; }

    public double Side { get; }
}
