using System.Text.Json;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.State;

/// <summary>Reads and writes property values as the state has them (protocol facts, section 6.6).</summary>
internal static class PropertyJson
{
    public static void Write(Utf8JsonWriter json, PropertyMap properties)
    {
        json.WriteStartObject();
        foreach (var (key, value) in properties)
        {
            json.WritePropertyName(key);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, PropertyValue value)
    {
        switch (value)
        {
            case PropertyValue.NullValue:
                json.WriteNullValue();
                break;
            case PropertyValue.BoolValue v:
                json.WriteBooleanValue(v.Value);
                break;
            case PropertyValue.NumberValue v when double.IsFinite(v.Value):
                json.WriteNumberValue(v.Value);
                break;
            case PropertyValue.StringValue v:
                json.WriteStringValue(v.Value);
                break;
            case PropertyValue.UnknownValue:
                json.WriteStringValue(Signatures.Unknown);
                break;
            case PropertyValue.ArrayValue v:
                json.WriteStartArray();
                foreach (var item in v.Items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case PropertyValue.ObjectValue v:
                Write(json, v.Properties);
                break;
            case PropertyValue.ResourceValue v:
                json.WriteStartObject();
                json.WriteString(Signatures.Key, Signatures.Resource);
                json.WriteString("urn", v.Urn);
                json.WriteString("packageVersion", v.PackageVersion);
                if (v.Id is not null)
                {
                    json.WriteString("id", v.Id);
                }

                json.WriteEndObject();
                break;
            default:
                throw new StateException($"The state cannot hold a value of kind {value.GetType().Name} yet; run this stack with the Pulumi CLI.");
        }
    }

    public static PropertyMap ReadMap(JsonElement element)
        => PropertyMap.From(element.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, Read(field.Value))));

    public static PropertyValue Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => PropertyValue.Null,
        JsonValueKind.True => PropertyValue.Of(true),
        JsonValueKind.False => PropertyValue.Of(false),
        JsonValueKind.Number => PropertyValue.Of(element.GetDouble()),
        JsonValueKind.String => Signatures.IsUnknown(element.GetString()!) ? PropertyValue.Unknown : PropertyValue.Of(element.GetString()!),
        JsonValueKind.Array => PropertyValue.Of(element.EnumerateArray().Select(Read)),
        JsonValueKind.Object => element.TryGetProperty(Signatures.Key, out var kind) ? ReadSigned(element, kind) : PropertyValue.Of(ReadMap(element)),
        _ => throw new FormatException($"a value of kind {element.ValueKind}"),
    };

    private static PropertyValue ReadSigned(JsonElement element, JsonElement kind) => kind.GetString() switch
    {
        Signatures.Resource => new PropertyValue.ResourceValue(
            element.GetProperty("urn").GetString()!,
            element.TryGetProperty("id", out var id) ? id.GetString() : null,
            element.TryGetProperty("packageVersion", out var version) ? version.GetString() ?? "" : ""),
        Signatures.Secret => throw new FormatException("it holds a secret, which the embedded engine cannot read yet; run this stack with the Pulumi CLI"),
        Signatures.Asset or Signatures.Archive => throw new FormatException("it holds an asset, which the embedded engine cannot read yet; run this stack with the Pulumi CLI"),
        var other => throw new FormatException($"it holds a special value of unknown kind '{other}'"),
    };
}
