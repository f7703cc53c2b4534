using System.Globalization;
using System.Text;
using System.Text.Json;
using ZooInfra.Engine.Secrets;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.State;

/// <summary>Reads and writes property values as the state has them: secrets only encrypted (protocol facts, section 6.6).</summary>
internal static class PropertyJson
{
    /// <summary>The signature of a number that JSON cannot write: NaN and the infinities (protocol facts, section 6.6).</summary>
    private const string NotFinite = "8ad145fe-0d11-4827-bfd7-1abcbf086f5c";

    private const string Ciphertext = "ciphertext";

    /// <summary>How an export that shows secrets has them; an import takes both.</summary>
    private const string Plaintext = "plaintext";

    public static void WriteValue(Utf8JsonWriter json, PropertyValue value, SecretCodec secrets) => Write(json, value, (SecretCodec?)secrets);

    public static PropertyValue ReadValue(JsonElement element, SecretCodec secrets) => Read(element, secrets.Open);

    public static PropertyMap ReadMap(JsonElement element, SecretCodec secrets) => ReadMap(element, secrets.Open);

    /// <param name="json">Where to.</param>
    /// <param name="properties">What.</param>
    /// <param name="secrets">Seals secrets; null inside a secret, which is sealed as a whole.</param>
    public static void Write(Utf8JsonWriter json, PropertyMap properties, SecretCodec? secrets)
    {
        json.WriteStartObject();
        foreach (var (key, value) in properties)
        {
            json.WritePropertyName(key);
            Write(json, value, secrets);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PropertyValue value, SecretCodec? secrets)
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
            case PropertyValue.NumberValue v:
                json.WriteStartObject();
                json.WriteString(Signatures.Key, NotFinite);
                json.WriteString("value", BitConverter.DoubleToUInt64Bits(v.Value).ToString("x16", CultureInfo.InvariantCulture));
                json.WriteEndObject();
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
                    Write(json, item, secrets);
                }

                json.WriteEndArray();
                break;
            case PropertyValue.ObjectValue v:
                Write(json, v.Properties, secrets);
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
                WriteSecret(json, ToJson(v.Inner), secrets);
                json.WriteEndObject();
                break;
            default:
                throw new StateException($"The state cannot hold a value of kind {value.GetType().Name} yet; run this stack with the Pulumi CLI.");
        }
    }

    private static PropertyMap ReadMap(JsonElement element, Func<string, string> open)
    {
        var properties = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var field in element.EnumerateObject())
        {
            properties.Add(KeyValuePair.Create(field.Name, Read(field.Value, open)));
        }

        return PropertyMap.From(properties);
    }

    private static PropertyValue Read(JsonElement element, Func<string, string> open) => element.ValueKind switch
    {
        JsonValueKind.Null => PropertyValue.Null,
        JsonValueKind.True => PropertyValue.Of(true),
        JsonValueKind.False => PropertyValue.Of(false),
        JsonValueKind.Number => double.IsFinite(element.GetDouble()) ? PropertyValue.Of(element.GetDouble()) : throw new FormatException($"the number {element.GetRawText()} is too large"),
        JsonValueKind.String => Signatures.IsUnknown(element.GetString()!) ? PropertyValue.Unknown : PropertyValue.Of(element.GetString()!),
        JsonValueKind.Array => PropertyValue.Of(element.EnumerateArray().Select(item => Read(item, open))),
        JsonValueKind.Object => element.TryGetProperty(Signatures.Key, out var kind) ? ReadSigned(element, kind, open) : PropertyValue.Of(ReadMap(element, open)),
        _ => throw new FormatException($"a value of kind {element.ValueKind}"),
    };

    private static PropertyValue ReadSigned(JsonElement element, JsonElement kind, Func<string, string> open) => kind.GetString() switch
    {
        Signatures.Resource => new PropertyValue.ResourceValue(
            Text(element, "urn"),
            element.TryGetProperty("id", out var id) ? id.GetString() : null,
            element.TryGetProperty("packageVersion", out var version) ? version.GetString() ?? "" : ""),
        Signatures.Secret => PropertyValue.Secret(FromJson(element.TryGetProperty(Plaintext, out var plain)
            ? plain.GetString() ?? ""
            : open(Text(element, Ciphertext)))),
        NotFinite => ulong.TryParse(Text(element, "value"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
            ? PropertyValue.Of(BitConverter.UInt64BitsToDouble(bits))
            : throw new FormatException("it holds a number that is not one"),
        Signatures.Asset or Signatures.Archive => throw new FormatException("it holds an asset, which the embedded engine cannot read yet; run this stack with the Pulumi CLI"),
        var other => throw new FormatException($"it holds a special value of unknown kind '{other}'"),
    };

    private static string Text(JsonElement element, string name)
        => element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : throw new FormatException($"it holds a special value without '{name}'");

    private static void WriteSecret(Utf8JsonWriter json, string text, SecretCodec? secrets)
    {
        if (secrets is { Reveals: true })
        {
            json.WriteString(Plaintext, text);
        }
        else
        {
            json.WriteString(Ciphertext, secrets is null ? text : secrets.Seal(text));
        }
    }

    // A secret inside a secret is encrypted with it and not once more.
    private static string ToJson(PropertyValue value)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = CheckpointJson.ReaderOptions.MaxDepth }))
        {
            Write(json, value, secrets: null);
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
