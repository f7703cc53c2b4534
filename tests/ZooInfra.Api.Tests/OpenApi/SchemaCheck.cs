using System.Globalization;
using System.Text.Json;

namespace ZooInfra.Api.Tests.OpenApi;

/// <summary>Checks JSON against the part of JSON Schema 2020-12 that the document uses.</summary>
internal sealed class SchemaCheck(JsonElement schemas)
{
    private static readonly HashSet<string> Keywords = ["type", "format", "description", "enum", "items", "properties", "required", "additionalProperties", "$ref"];

    public List<string> Mistakes { get; } = [];

    public void Check(JsonElement value, JsonElement schema, string path)
    {
        foreach (var keyword in schema.EnumerateObject().Where(keyword => !Keywords.Contains(keyword.Name)))
        {
            Mistakes.Add($"{path}: this check does not know {keyword.Name}");
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(value, schemas.GetProperty(reference.GetString()!.Split('/')[^1]), path);
            return;
        }

        if (schema.TryGetProperty("type", out var type) && !IsOf(value, type.GetString()!))
        {
            Mistakes.Add($"{path}: {value.ValueKind} is no {type.GetString()}");
            return;
        }

        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => word.GetString() == value.GetString()))
        {
            Mistakes.Add($"{path}: '{value.GetString()}' is not one of {words}");
        }

        if (schema.TryGetProperty("format", out var format) && !IsFormed(value.GetString()!, format.GetString()!))
        {
            Mistakes.Add($"{path}: '{value.GetString()}' is no {format.GetString()}");
        }

        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var (index, item) in value.EnumerateArray().Index())
            {
                Check(item, items, $"{path}[{index.ToString(CultureInfo.InvariantCulture)}]");
            }
        }

        if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var members))
        {
            CheckMembers(value, schema, members, path);
        }
    }

    private void CheckMembers(JsonElement value, JsonElement schema, JsonElement members, string path)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (members.TryGetProperty(member.Name, out var known))
            {
                Check(member.Value, known, $"{path}.{member.Name}");
            }
            else if (schema.TryGetProperty("additionalProperties", out var open) && open.ValueKind == JsonValueKind.False)
            {
                Mistakes.Add($"{path}: '{member.Name}' is not described");
            }
        }

        if (schema.TryGetProperty("required", out var required))
        {
            Mistakes.AddRange(required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path}: '{name}' is missing"));
        }
    }

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        _ => value.ValueKind == JsonValueKind.Object,
    };

    private static bool IsFormed(string text, string format) => format switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        _ => false,
    };
}
