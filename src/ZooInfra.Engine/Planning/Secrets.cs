using ZooInfra.Protocol;

namespace ZooInfra.Engine.Planning;

/// <summary>Finds secrets in properties.</summary>
internal static class Secrets
{
    /// <summary>The property path of the first secret; null when there is none.</summary>
    public static string? FirstPath(PropertyMap properties)
        => properties.Select(property => FirstPath(property.Value, property.Key)).FirstOrDefault(path => path is not null);

    private static string? FirstPath(PropertyValue value, string path) => value switch
    {
        PropertyValue.SecretValue or PropertyValue.OutputValue { IsSecret: true } => path,
        PropertyValue.ArrayValue array => array.Items.Select((item, index) => FirstPath(item, $"{path}[{index}]")).FirstOrDefault(found => found is not null),
        PropertyValue.ObjectValue map => map.Properties.Select(property => FirstPath(property.Value, $"{path}.{property.Key}")).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
