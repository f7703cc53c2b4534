using ZooInfra.Protocol;

namespace ZooInfra.Engine.Plugins;

/// <summary>Puts the marks of secrets back that a provider without secrets has dropped (protocol facts, section 2.3).</summary>
internal static class PluginSecrets
{
    public static PropertyMap MarkAgain(PropertyMap answered, PropertyMap sent)
        => answered.Aggregate(answered, (map, property) => sent.TryGetValue(property.Key, out var before) && Marked(property.Value, before) is var marked && !ReferenceEquals(marked, property.Value)
            ? map.With(property.Key, marked)
            : map);

    private static PropertyValue Marked(PropertyValue value, PropertyValue before) => (value, before) switch
    {
        (_, PropertyValue.SecretValue) => PropertyValue.Secret(value),
        (PropertyValue.ObjectValue map, PropertyValue.ObjectValue old) => PropertyValue.Of(MarkAgain(map.Properties, old.Properties)),
        (PropertyValue.ArrayValue array, PropertyValue.ArrayValue old) when old.Items.Any(item => item is PropertyValue.SecretValue) => PropertyValue.Secret(array),
        _ => value,
    };
}
