using System.Collections.Immutable;
using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>
/// Turns property values into plain objects. A mark anywhere inside is a mark of the whole: a property with a secret in it is secret, one with
/// an unknown in it is unknown (protocol facts, section 3.9).
/// </summary>
internal sealed class Deserializer
{
    private readonly HashSet<Resource> _resources = [];
    private readonly Func<PropertyValue.ResourceValue, Resource> _find;
    private bool _isKnown = true;
    private bool _isSecret;

    private Deserializer(Func<PropertyValue.ResourceValue, Resource> find) => _find = find;

    public static OutputData<object?> Deserialize(PropertyValue value) => Deserialize(value, ResourcePackages.Find);

    public static OutputData<object?> Deserialize(PropertyValue value, Func<PropertyValue.ResourceValue, Resource> find)
    {
        var reader = new Deserializer(find);
        var plain = reader.Read(value);
        return new([.. reader._resources], reader._isKnown ? plain : null, reader._isKnown, reader._isSecret);
    }

    private object? Read(PropertyValue value)
    {
        switch (value)
        {
            case PropertyValue.NullValue:
                return null;
            case PropertyValue.BoolValue v:
                return v.Value;
            case PropertyValue.NumberValue v:
                return v.Value;
            case PropertyValue.StringValue v:
                return v.Value;
            case PropertyValue.ArrayValue v:
                return v.Items.Select(Read).ToImmutableArray();
            case PropertyValue.ObjectValue v:
                return v.Properties.Where(IsPublic).ToImmutableDictionary(property => property.Key, property => Read(property.Value));
            case PropertyValue.SecretValue v:
                _isSecret = true;
                return Read(v.Inner);
            case PropertyValue.OutputValue v:
                return ReadOutput(v);
            case PropertyValue.ResourceValue v:
                return _find(v);
            case PropertyValue.AssetValue or PropertyValue.ArchiveValue:
                return Assets.FromProperty(value);
            default:
                _isKnown = false;
                return null;
        }
    }

    private object? ReadOutput(PropertyValue.OutputValue value)
    {
        _resources.UnionWith(value.Dependencies.Select(urn => new DependencyResource(urn)));
        _isSecret |= value.IsSecret;
        if (value.Value is { } inner)
        {
            return Read(inner);
        }

        _isKnown = false;
        return null;
    }

    // Keys that begin with two underscores belong to the engine and the provider.
    private static bool IsPublic(KeyValuePair<string, PropertyValue> property) => !property.Key.StartsWith("__", StringComparison.Ordinal);
}
