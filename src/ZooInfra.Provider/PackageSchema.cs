using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZooInfra.Provider;

/// <summary>
/// The schema of the package, for SDK generation and <c>pulumi package get-schema</c>: schema.json beside this class, and the schema.json of each
/// family, whose <c>config</c>, <c>types</c> and <c>resources</c> are put into it.
/// </summary>
internal static class PackageSchema
{
    private const string Base = "schema.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly Lazy<JsonObject> Merged = new(Merge);

    /// <summary>The schema, as of <paramref name="version"/>.</summary>
    public static string Text(string version)
    {
        var schema = Merged.Value.DeepClone();
        schema["version"] = version;
        return schema.ToJsonString(Indented);
    }

    private static JsonObject Merge()
    {
        var schema = Read(Base);
        var variables = schema["config"]!["variables"]!.AsObject();
        var families = typeof(PackageSchema).Assembly.GetManifestResourceNames().Where(name => name.EndsWith($"/{Base}", StringComparison.Ordinal));
        foreach (var family in families.Order(StringComparer.Ordinal).Select(Read))
        {
            Add(variables, family["config"]);
            Add(schema["types"]!.AsObject(), family["types"]);
            Add(schema["resources"]!.AsObject(), family["resources"]);
        }

        // The provider resource takes the same values as the configuration and shows them.
        var provider = schema["provider"]!.AsObject();
        provider["inputProperties"] = variables.DeepClone();
        provider["properties"] = variables.DeepClone();
        return schema;
    }

    private static void Add(JsonObject target, JsonNode? source)
    {
        foreach (var (name, value) in source?.AsObject() ?? [])
        {
            target.Add(name, value!.DeepClone());
        }
    }

    private static JsonObject Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
