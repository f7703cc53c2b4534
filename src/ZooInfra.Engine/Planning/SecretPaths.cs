using ZooInfra.Protocol;

namespace ZooInfra.Engine.Planning;

/// <summary>Finds secrets in properties.</summary>
internal static class SecretPaths
{
    /// <summary>The property path of the first secret; null when there is none.</summary>
    public static string? First(PropertyMap properties)
        => properties.Select(property => First(property.Value, property.Key)).FirstOrDefault(path => path is not null);

    private static string? First(PropertyValue value, string path) => value switch
    {
        PropertyValue.SecretValue or PropertyValue.OutputValue { IsSecret: true } => path,
        PropertyValue.ArrayValue array => array.Items.Select((item, index) => First(item, $"{path}[{index}]")).FirstOrDefault(found => found is not null),
        PropertyValue.ObjectValue map => map.Properties.Select(property => First(property.Value, $"{path}.{property.Key}")).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
