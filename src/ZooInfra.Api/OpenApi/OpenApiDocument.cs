using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ZooInfra.Api.Access;

namespace ZooInfra.Api.OpenApi;

/// <summary>Writes operations as an OpenAPI document, version 3.1.</summary>
internal sealed partial class OpenApiDocument
{
    private const string Version = "3.1.1";

    private readonly SortedDictionary<string, ApiSchema> _named = new(StringComparer.Ordinal);
    private readonly Utf8JsonWriter _json;

    private OpenApiDocument(Utf8JsonWriter json) => _json = json;

    public static string Write(IEnumerable<ApiOperation> operations)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Body.Readable))
        {
            new OpenApiDocument(json).WriteAll([.. operations]);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private void WriteAll(IReadOnlyList<ApiOperation> operations)
    {
        _json.WriteStartObject();
        _json.WriteString("openapi", Version);
        _json.WriteStartObject("info");
        _json.WriteString("title", "ZooInfra contract API");
        _json.WriteString("version", "1");
        _json.WriteString("description", "What was promised to clients, and requests for what they need.");
        _json.WriteEndObject();
        _json.WriteStartObject("paths");
        foreach (var path in operations.GroupBy(operation => operation.Path))
        {
            _json.WriteStartObject(path.Key);
            foreach (var operation in path)
            {
                WriteOperation(operation);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        WriteComponents();
        _json.WriteEndObject();
    }

    private void WriteOperation(ApiOperation operation)
    {
        _json.WriteStartObject(operation.Method.ToLowerInvariant());
        _json.WriteString("operationId", IdOf(operation));
        _json.WriteString("summary", operation.Summary);
        _json.WriteStartArray("tags");
        _json.WriteStringValue(operation.Tag);
        _json.WriteEndArray();
        WriteParameters(operation);
        if (operation.Request is { } request)
        {
            _json.WriteStartObject("requestBody");
            _json.WriteBoolean("required", true);
            WriteContent(operation.RequestTypes.Select(type => new ApiContent(type, request)));
            _json.WriteEndObject();
        }

        _json.WriteStartObject("responses");
        foreach (var response in operation.Responses)
        {
            WriteResponse(response);
        }

        _json.WriteEndObject();
        if (operation.Scope is null)
        {
            // Whoever: the document's own requirement does not hold here.
            _json.WriteStartArray("security");
            _json.WriteEndArray();
        }
        else
        {
            WriteSecurity(operation.Scope.Value);
        }

        _json.WriteEndObject();
    }

    /// <summary><c>get_client_sla</c>: the method and the words of the path.</summary>
    private static string IdOf(ApiOperation operation) => operation.Method.ToLowerInvariant() + NotWords().Replace(operation.Path, "_").TrimEnd('_');

    private void WriteParameters(ApiOperation operation)
    {
        var inPath = Braces().Matches(operation.Path).Select(match => match.Groups[1].Value)
            .Select(name => operation.Parameters.FirstOrDefault(parameter => parameter.In == "path" && parameter.Name == name)
                ?? new ApiParameter(name, "path", name == "id" ? "The client's id." : $"The {name.Replace('_', ' ')}.", ApiSchema.Text));
        _json.WriteStartArray("parameters");
        foreach (var parameter in inPath.Concat(operation.Parameters.Where(parameter => parameter.In != "path")))
        {
            _json.WriteStartObject();
            _json.WriteString("name", parameter.Name);
            _json.WriteString("in", parameter.In);
            _json.WriteString("description", parameter.Description);
            _json.WriteBoolean("required", parameter.IsRequired || parameter.In == "path");
            WriteSchema("schema", parameter.Schema);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteResponse(ApiResponse response)
    {
        _json.WriteStartObject(response.Status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        _json.WriteString("description", response.Description);
        if (response.Headers.Count > 0)
        {
            _json.WriteStartObject("headers");
            foreach (var (name, description) in response.Headers)
            {
                _json.WriteStartObject(name);
                _json.WriteString("description", description);
                WriteSchema("schema", ApiSchema.Text);
                _json.WriteEndObject();
            }

            _json.WriteEndObject();
        }

        if (response.Content.Count > 0)
        {
            WriteContent(response.Content);
        }

        _json.WriteEndObject();
    }

    private void WriteContent(IEnumerable<ApiContent> content)
    {
        _json.WriteStartObject("content");
        foreach (var form in content)
        {
            _json.WriteStartObject(form.MediaType);
            WriteSchema("schema", form.Schema);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    /// <summary>Either a key or a token with the scope.</summary>
    private void WriteSecurity(Scope scope)
    {
        _json.WriteStartArray("security");
        foreach (var scheme in new[] { "api_key", "bearer" })
        {
            _json.WriteStartObject();
            _json.WriteStartArray(scheme);
            _json.WriteStringValue(scope.Name());
            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteComponents()
    {
        _json.WriteStartObject("components");
        _json.WriteStartObject("securitySchemes");
        _json.WriteStartObject("api_key");
        _json.WriteString("type", "apiKey");
        _json.WriteString("in", "header");
        _json.WriteString("name", "X-Api-Key");
        _json.WriteEndObject();
        _json.WriteStartObject("bearer");
        _json.WriteString("type", "http");
        _json.WriteString("scheme", "bearer");
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteStartObject("schemas");
        var written = new HashSet<string>(StringComparer.Ordinal);
        while (_named.Values.FirstOrDefault(schema => !written.Contains(schema.Name!)) is { } next)
        {
            written.Add(next.Name!);
            _json.WriteStartObject(next.Name!);
            WriteShape(next);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteSchema(string name, ApiSchema schema)
    {
        _json.WriteStartObject(name);
        if (schema.Name is { } named)
        {
            _named[named] = schema;
            _json.WriteString("$ref", "#/components/schemas/" + named);
        }
        else
        {
            WriteShape(schema);
        }

        _json.WriteEndObject();
    }

    private void WriteShape(ApiSchema schema)
    {
        if (schema.IsNullable)
        {
            WriteTexts("type", [schema.Type, "null"]);
        }
        else if (schema.Type.Length > 0)
        {
            _json.WriteString("type", schema.Type);
        }

        if (schema.Format is { } format)
        {
            _json.WriteString("format", format);
        }

        if (schema.Description is { } description)
        {
            _json.WriteString("description", description);
        }

        if (schema.Words.Count > 0)
        {
            WriteTexts("enum", schema.Words);
        }

        if (schema.Items is { } items)
        {
            WriteSchema("items", items);
        }

        if (schema.Type != "object")
        {
            return;
        }

        _json.WriteStartObject("properties");
        foreach (var member in schema.Members)
        {
            WriteSchema(member.Name, member.Schema);
        }

        _json.WriteEndObject();
        if (schema.Members.Any(member => !member.IsOptional))
        {
            WriteTexts("required", schema.Members.Where(member => !member.IsOptional).Select(member => member.Name));
        }

        if (!schema.IsOpen)
        {
            _json.WriteBoolean("additionalProperties", false);
        }
    }

    private void WriteTexts(string name, IEnumerable<string> texts)
    {
        _json.WriteStartArray(name);
        foreach (var text in texts)
        {
            _json.WriteStringValue(text);
        }

        _json.WriteEndArray();
    }

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotWords();

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Braces();
}
