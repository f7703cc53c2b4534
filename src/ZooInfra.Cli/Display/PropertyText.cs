using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZooInfra.Protocol;

namespace ZooInfra.Cli.Display;

/// <summary>Property values for people and for JSON; secrets are never shown.</summary>
internal static class PropertyText
{
    private const string SecretText = "[secret]";

    /// <summary>A value on one line.</summary>
    public static string OneLine(PropertyValue? value) => value switch
    {
        null or PropertyValue.NullValue => "<null>",
        PropertyValue.BoolValue v => v.Value ? "true" : "false",
        PropertyValue.NumberValue v => v.Value.ToString("R", CultureInfo.InvariantCulture),
        PropertyValue.StringValue v => JsonSerializer.Serialize(v.Value, JsonOptions.Relaxed),
        PropertyValue.UnknownValue or PropertyValue.OutputValue { Value: null } => "[unknown]",
        PropertyValue.SecretValue or PropertyValue.OutputValue { IsSecret: true } => SecretText,
        PropertyValue.OutputValue v => OneLine(v.Value),
        PropertyValue.ArrayValue v => $"[{string.Join(", ", v.Items.Select(OneLine))}]",
        PropertyValue.ObjectValue v => $"{{{string.Join(", ", v.Properties.Select(p => $"{p.Key}: {OneLine(p.Value)}"))}}}",
        PropertyValue.ResourceValue v => v.Urn,
        _ => value.GetType().Name,
    };

    public static JsonNode? ToJson(PropertyValue value) => value switch
    {
        PropertyValue.NullValue => null,
        PropertyValue.BoolValue v => JsonValue.Create(v.Value),
        PropertyValue.NumberValue v => JsonValue.Create(v.Value),
        PropertyValue.StringValue v => JsonValue.Create(v.Value),
        PropertyValue.SecretValue or PropertyValue.OutputValue { IsSecret: true } => JsonValue.Create(SecretText),
        PropertyValue.OutputValue { Value: { } inner } => ToJson(inner),
        PropertyValue.ArrayValue v => new JsonArray([.. v.Items.Select(ToJson)]),
        PropertyValue.ObjectValue v => ToJson(v.Properties),
        PropertyValue.ResourceValue v => JsonValue.Create(v.Urn),
        _ => JsonValue.Create(Signatures.Unknown),
    };

    public static JsonObject ToJson(PropertyMap properties) => new(properties.Select(p => KeyValuePair.Create(p.Key, ToJson(p.Value))));
}
