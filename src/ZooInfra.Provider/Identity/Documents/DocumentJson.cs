using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZooInfra.Protocol;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Identity.Documents;

/// <summary>Documents as JSON: names in ordinal order, two spaces a level, so that equal documents are equal files.</summary>
internal static class DocumentJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",

        // The files are read by people and by JSON parsers, never put into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A document as text.</summary>
    public static string Write(PropertyMap document)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            Write(writer, PropertyValue.Of(document));
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="FormatException">The text is no JSON object; the message says where.</exception>
    public static PropertyMap Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object ? ReadObject(document.RootElement) : throw new FormatException("The file must hold a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The file is no JSON (line {exception.LineNumber + 1}).", exception);
        }
    }

    private static void Write(Utf8JsonWriter writer, PropertyValue value)
    {
        switch (value.Plain())
        {
            case PropertyValue.StringValue text:
                writer.WriteStringValue(text.Value);
                break;
            case PropertyValue.NumberValue number:
                writer.WriteNumberValue(number.Value);
                break;
            case PropertyValue.BoolValue truth:
                writer.WriteBooleanValue(truth.Value);
                break;
            case PropertyValue.ArrayValue array:
                writer.WriteStartArray();
                foreach (var item in array.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case PropertyValue.ObjectValue map:
                writer.WriteStartObject();
                foreach (var (name, member) in map.Properties.Where(pair => pair.Value.Plain() is not PropertyValue.NullValue))
                {
                    writer.WritePropertyName(name);
                    Write(writer, member);
                }

                writer.WriteEndObject();
                break;
            default:
                throw new InvalidOperationException($"A {value.GetType().Name} passed the check of a document.");
        }
    }

    private static PropertyMap ReadObject(JsonElement element) => PropertyMap.From(element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, ReadValue(member.Value))));

    private static PropertyValue ReadValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => PropertyValue.Of(element.GetString()!),
        JsonValueKind.Number => PropertyValue.Of(element.GetDouble()),
        JsonValueKind.True => PropertyValue.Of(true),
        JsonValueKind.False => PropertyValue.Of(false),
        JsonValueKind.Array => PropertyValue.Of(element.EnumerateArray().Select(ReadValue)),
        JsonValueKind.Object => PropertyValue.Of(ReadObject(element)),
        _ => PropertyValue.Null,
    };
}
