using CsCheck;

namespace ZooInfra.Protocol.Tests;

/// <summary>Random property values.</summary>
internal static class Values
{
    private static readonly Gen<string> Text = Gen.String[Gen.Char[' ', '\u07ff'], 0, 12];

    private static readonly Gen<string> Key = Gen.String[Gen.Char['a', 'z'], 0, 4];

    private static readonly Gen<PropertyValue> Leaf = Gen.OneOf(
        Gen.Const(PropertyValue.Null),
        Gen.Const(PropertyValue.Unknown),
        Gen.Bool.Select(PropertyValue.Of),
        Gen.Double.Select(PropertyValue.Of),
        Text.Select(PropertyValue.Of),
        Text.Select(text => (PropertyValue)new PropertyValue.AssetValue("", Text: text)),
        Gen.Select(Text, Text).Select(pair => (PropertyValue)new PropertyValue.AssetValue(pair.Item1, Path: pair.Item2)),
        Text.Select(text => (PropertyValue)new PropertyValue.ArchiveValue("h", Uri: text)),
        Gen.Const((PropertyValue)new PropertyValue.ArchiveValue("hash")),
        Gen.Select(Text, Gen.OneOf(Gen.Const((string?)null), Text.Select(text => (string?)text)), Text)
            .Select(parts => (PropertyValue)new PropertyValue.ResourceValue(parts.Item1, parts.Item2, parts.Item3)));

    public static Gen<PropertyValue> Any { get; } = Gen.Recursive<PropertyValue>((depth, inner) => depth > 4
        ? Leaf
        : Gen.Frequency(
            (4, Leaf),
            (1, inner.Array[0, 4].Select(items => PropertyValue.Of(items))),
            (1, MapOf(inner).Select(PropertyValue.Of)),
            (1, inner.Select(PropertyValue.Secret)),
            (1, Gen.Select(inner, Gen.Bool, Key.Array[0, 3]).Select(parts => (PropertyValue)new PropertyValue.OutputValue(parts.Item1, parts.Item2, [.. parts.Item3]))),
            (1, Gen.Select(Gen.Bool, Key.Array[0, 3]).Select(parts => (PropertyValue)new PropertyValue.OutputValue(null, parts.Item1, [.. parts.Item2]))),
            (1, Gen.Select(Key, Leaf).Select(parts => parts.Item2 is PropertyValue.AssetValue
                ? new PropertyValue.ArchiveValue("h", Assets: PropertyMap.Empty.With(parts.Item1, parts.Item2))
                : parts.Item2))));

    public static Gen<PropertyMap> Map { get; } = MapOf(Any);

    private static Gen<PropertyMap> MapOf(Gen<PropertyValue> value)
        => Gen.Select(Key, value).Array[0, 5].Select(entries => PropertyMap.From(entries.DistinctBy(entry => entry.Item1).Select(entry => KeyValuePair.Create(entry.Item1, entry.Item2))));
}
