using System.Text;
using System.Text.Json;
using ZooInfra.Engine.Secrets;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.State;

/// <summary>Reads and writes property values as the state has them: secrets only encrypted (protocol facts, section 6.6).</summary>
internal static class PropertyJson
{
    public static void Write(Utf8JsonWriter json, PropertyMap properties, SecretCodec secrets) => Write(json, properties, secrets.Seal);

    public static void WriteValue(Utf8JsonWriter json, PropertyValue value, SecretCodec secrets) => Write(json, value, secrets.Seal);

    public static PropertyValue ReadValue(JsonElement element, SecretCodec secrets) => Read(element, secrets.Open);

    public static PropertyMap ReadMap(JsonElement element, SecretCodec secrets) => ReadMap(element, secrets.Open);

    private static void Write(Utf8JsonWriter json, PropertyMap properties, Func<string, string> seal)
    {
        json.WriteStartObject();
        foreach (var (key, value) in properties)
        {
            json.WritePropertyName(key);
            Write(json, value, seal);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PropertyValue value, Func<string, string> seal)
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
                    Write(json, item, seal);
                }

                json.WriteEndArray();
                break;
            case PropertyValue.ObjectValue v:
                Write(json, v.Properties, seal);
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
            case PropertyValue.SecretValue v:
                json.WriteStartObject();
                json.WriteString(Signatures.Key, Signatures.Secret);
                json.WriteString("ciphertext", seal(ToJson(v.Inner)));
                json.WriteEndObject();
                break;
            default:
                throw new StateException($"The state cannot hold a value of kind {value.GetType().Name} yet; run this stack with the Pulumi CLI.");
        }
    }

    private static PropertyMap ReadMap(JsonElement element, Func<string, string> open)
        => PropertyMap.From(element.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, Read(field.Value, open))));

    private static PropertyValue Read(JsonElement element, Func<string, string> open) => element.ValueKind switch
    {
        JsonValueKind.Null => PropertyValue.Null,
        JsonValueKind.True => PropertyValue.Of(true),
        JsonValueKind.False => PropertyValue.Of(false),
        JsonValueKind.Number => PropertyValue.Of(element.GetDouble()),
        JsonValueKind.String => Signatures.IsUnknown(element.GetString()!) ? PropertyValue.Unknown : PropertyValue.Of(element.GetString()!),
        JsonValueKind.Array => PropertyValue.Of(element.EnumerateArray().Select(item => Read(item, open))),
        JsonValueKind.Object => element.TryGetProperty(Signatures.Key, out var kind) ? ReadSigned(element, kind, open) : PropertyValue.Of(ReadMap(element, open)),
        _ => throw new FormatException($"a value of kind {element.ValueKind}"),
    };

    private static PropertyValue ReadSigned(JsonElement element, JsonElement kind, Func<string, string> open) => kind.GetString() switch
    {
        Signatures.Resource => new PropertyValue.ResourceValue(
            element.GetProperty("urn").GetString()!,
            element.TryGetProperty("id", out var id) ? id.GetString() : null,
            element.TryGetProperty("packageVersion", out var version) ? version.GetString() ?? "" : ""),
        Signatures.Secret => PropertyValue.Secret(FromJson(open(element.GetProperty("ciphertext").GetString()!))),
        Signatures.Asset or Signatures.Archive => throw new FormatException("it holds an asset, which the embedded engine cannot read yet; run this stack with the Pulumi CLI"),
        var other => throw new FormatException($"it holds a special value of unknown kind '{other}'"),
    };

    // A secret inside a secret is encrypted with it and not once more.
    private static string ToJson(PropertyValue value)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = CheckpointJson.ReaderOptions.MaxDepth }))
        {
            Write(json, value, inner => inner);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static PropertyValue FromJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, CheckpointJson.ReaderOptions);
            return Read(document.RootElement, inner => inner);
        }
        catch (JsonException e)
        {
            throw new FormatException("a secret does not hold JSON", e);
        }
    }
}
