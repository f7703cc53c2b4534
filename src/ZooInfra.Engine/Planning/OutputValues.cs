using ZooInfra.Protocol;

namespace ZooInfra.Engine.Planning;

/// <summary>Output values, which carry their dependencies with them (protocol facts, section 3.5).</summary>
internal static class OutputValues
{
    /// <summary>The same values as unknown, secret or plain ones.</summary>
    public static PropertyMap Downgrade(PropertyMap properties)
        => properties.Values.Any(Has) ? PropertyMap.From(properties.Select(property => KeyValuePair.Create(property.Key, Downgrade(property.Value)))) : properties;

    /// <summary>The URNs of everything a value comes from.</summary>
    public static IEnumerable<string> DependenciesOf(PropertyValue value) => value switch
    {
        PropertyValue.OutputValue output => output.Value is { } inner ? output.Dependencies.Concat(DependenciesOf(inner)) : output.Dependencies,
        PropertyValue.SecretValue secret => DependenciesOf(secret.Inner),
        PropertyValue.ArrayValue array => array.Items.SelectMany(DependenciesOf),
        PropertyValue.ObjectValue map => map.Properties.Values.SelectMany(DependenciesOf),
        _ => [],
    };

    public static PropertyValue Downgrade(PropertyValue value) => value switch
    {
        PropertyValue.OutputValue output => Marked(output.Value is { } inner ? Downgrade(inner) : PropertyValue.Unknown, output.IsSecret),
        PropertyValue.SecretValue secret => PropertyValue.Secret(Downgrade(secret.Inner)),
        PropertyValue.ArrayValue array => PropertyValue.Of(array.Items.Select(Downgrade)),
        PropertyValue.ObjectValue map => PropertyValue.Of(Downgrade(map.Properties)),
        _ => value,
    };

    private static PropertyValue Marked(PropertyValue value, bool isSecret) => isSecret ? PropertyValue.Secret(value) : value;

    private static bool Has(PropertyValue value) => value switch
    {
        PropertyValue.OutputValue => true,
        PropertyValue.SecretValue secret => Has(secret.Inner),
        PropertyValue.ArrayValue array => array.Items.Any(Has),
        PropertyValue.ObjectValue map => map.Properties.Values.Any(Has),
        _ => false,
    };
}
