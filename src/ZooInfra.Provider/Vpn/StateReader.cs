using ZooInfra.Protocol;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Vpn;

/// <summary>Reads what a resource kept in its state; null for what is not there or not known.</summary>
internal static class StateReader
{
    /// <summary>A text.</summary>
    public static string? Text(this PropertyMap state, string name) => (Plain(state, name) as PropertyValue.StringValue)?.Value;

    /// <summary>A flag.</summary>
    public static bool? Flag(this PropertyMap state, string name) => (Plain(state, name) as PropertyValue.BoolValue)?.Value;

    /// <summary>A whole number.</summary>
    public static int? Count(this PropertyMap state, string name) => Plain(state, name) is PropertyValue.NumberValue { Value: var number } && number is >= 0 and <= int.MaxValue ? (int)number : null;

    /// <summary>A list of texts.</summary>
    public static IReadOnlyList<string>? Texts(this PropertyMap state, string name)
        => Plain(state, name) is PropertyValue.ArrayValue { Items: var items } ? [.. items.Select(item => item.Plain()).OfType<PropertyValue.StringValue>().Select(text => text.Value)] : null;

    private static PropertyValue? Plain(PropertyMap state, string name) => state.TryGetValue(name, out var value) ? value.Plain() : null;
}
