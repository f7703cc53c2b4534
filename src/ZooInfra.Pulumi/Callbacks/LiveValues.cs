using System.Collections.Immutable;
using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>Property values as callbacks see them: plain objects, and an output wherever a value is secret, unknown or has dependencies.</summary>
internal static class LiveValues
{
    public static ImmutableDictionary<string, object?> Of(PropertyMap properties)
        => properties.ToImmutableDictionary(property => property.Key, property => Of(property.Value));

    public static async Task<PropertyMap> SerializeAsync(ImmutableDictionary<string, object?> values)
    {
        var serializer = new Serializer(keepOutputs: true, referencesAreDependencies: true, keepReferences: true);
        var properties = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var (name, value) in values)
        {
            if (await Registrar.SerializedAsync(serializer, name, value).ConfigureAwait(false) is { } property)
            {
                properties.Add(KeyValuePair.Create(name, property));
            }
        }

        return PropertyMap.From(properties);
    }

    private static object? Of(PropertyValue value) => value switch
    {
        PropertyValue.ArrayValue array => array.Items.Select(Of).ToImmutableArray(),
        PropertyValue.ObjectValue map => Of(map.Properties),
        PropertyValue.OutputValue { Value: { } plain, IsSecret: false, Dependencies.IsEmpty: true } => Of(plain),
        PropertyValue.SecretValue or PropertyValue.UnknownValue or PropertyValue.OutputValue => Output<object?>.From(Deserializer.Deserialize(value)),
        _ => Deserializer.Deserialize(value).Value,
    };
}
