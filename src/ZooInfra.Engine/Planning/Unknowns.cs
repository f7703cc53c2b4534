using ZooInfra.Protocol;

namespace ZooInfra.Engine.Planning;

/// <summary>Finds values that are not known before the update runs.</summary>
internal static class Unknowns
{
    public static bool In(PropertyMap properties) => properties.Values.Any(In);

    public static bool In(PropertyValue value) => value switch
    {
        PropertyValue.UnknownValue or PropertyValue.OutputValue { Value: null } => true,
        PropertyValue.SecretValue secret => In(secret.Inner),
        PropertyValue.OutputValue output => In(output.Value!),
        PropertyValue.ArrayValue array => array.Items.Any(In),
        PropertyValue.ObjectValue map => In(map.Properties),
        _ => false,
    };
}
