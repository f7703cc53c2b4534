using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>Whether a mark is anywhere inside a value.</summary>
internal static class PropertyMarks
{
    public static bool HasUnknown(PropertyValue value) => Any(value, part => part is PropertyValue.UnknownValue or PropertyValue.OutputValue { Value: null } or PropertyValue.ResourceValue { Id: "" });

    public static bool HasSecret(PropertyValue value) => Any(value, part => part is PropertyValue.SecretValue or PropertyValue.OutputValue { IsSecret: true });

    private static bool Any(PropertyValue value, Func<PropertyValue, bool> test) => test(value) || value switch
    {
        PropertyValue.SecretValue secret => Any(secret.Inner, test),
        PropertyValue.OutputValue { Value: { } inner } => Any(inner, test),
        PropertyValue.ArrayValue array => array.Items.Any(item => Any(item, test)),
        PropertyValue.ObjectValue map => map.Properties.Values.Any(item => Any(item, test)),
        PropertyValue.ArchiveValue { Assets: { } assets } => assets.Values.Any(item => Any(item, test)),
        _ => false,
    };
}
