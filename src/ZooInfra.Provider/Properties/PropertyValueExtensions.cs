using ZooInfra.Protocol;

namespace ZooInfra.Provider.Properties;

/// <summary>Looks through the wrappers of property values.</summary>
internal static class PropertyValueExtensions
{
    /// <summary>The value without secret and output wrappers around it; values inside arrays and objects keep theirs.</summary>
    public static PropertyValue Plain(this PropertyValue value) => value switch
    {
        PropertyValue.SecretValue secret => secret.Inner.Plain(),
        PropertyValue.OutputValue output => output.Value?.Plain() ?? PropertyValue.Unknown,
        _ => value,
    };

    /// <summary>Whether any part of the value is secret.</summary>
    public static bool HoldsSecret(this PropertyValue value) => value switch
    {
        PropertyValue.SecretValue => true,
        PropertyValue.OutputValue output => output.IsSecret || (output.Value?.HoldsSecret() ?? false),
        PropertyValue.ArrayValue array => array.Items.Any(HoldsSecret),
        PropertyValue.ObjectValue map => map.Properties.Values.Any(HoldsSecret),
        _ => false,
    };

    /// <summary><paramref name="replacement"/>, secret when any part of <paramref name="original"/> is.</summary>
    public static PropertyValue MarkedLike(this PropertyValue replacement, PropertyValue? original)
        => original?.HoldsSecret() == true ? PropertyValue.Secret(replacement) : replacement;
}
