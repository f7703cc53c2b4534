using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ZooInfra.Cli.Workspace;

/// <summary>Reads Pulumi.STACK.yaml (protocol facts, section 6.12).</summary>
internal static class StackConfig
{
    /// <summary>The configuration of a stack by full key, empty when it has no file.</summary>
    /// <exception cref="CliException">The file cannot be read or has secrets.</exception>
    public static IReadOnlyDictionary<string, string> Read(ProjectFile project, string stack)
    {
        var path = Path.Combine(project.StackConfigDirectory, $"Pulumi.{stack}.yaml");
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(path) || !YamlFile.ReadMapping(path).Children.TryGetValue(new YamlScalarNode("config"), out var config))
        {
            return values;
        }

        if (config is not YamlMappingNode entries)
        {
            return config is YamlScalarNode { Value: null or "" } ? values : throw At(path, config, "'config' is not a mapping of keys to values.");
        }

        foreach (var (keyNode, value) in entries)
        {
            var key = FullKey(((YamlScalarNode)keyNode).Value ?? "", project.Name);
            RefuseSecrets(path, key, value);
            values[key] = value is YamlScalarNode scalar ? scalar.Value ?? "" : ToJson(value)!.ToJsonString();
        }

        return values;
    }

    private static string FullKey(string key, string project)
    {
        var parts = key.Split(':');
        return parts switch
        {
            [var name] => $"{project}:{name}",
            [var space, "config", var name] => $"{space}:{name}",
            _ => key,
        };
    }

    private static void RefuseSecrets(string path, string key, YamlNode value)
    {
        if (value.AllNodes.OfType<YamlMappingNode>().Any(node => node.Children is [{ Key: YamlScalarNode { Value: "secure" }, Value: YamlScalarNode }]))
        {
            throw At(path, value, $"'{key}' is a secret, which zoo cannot decrypt yet. Run this stack with the Pulumi CLI.");
        }
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.OrderBy(child => ((YamlScalarNode)child.Key).Value, StringComparer.Ordinal)
            .Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value ?? "", ToJson(child.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value ?? ""),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => null,
    };

    private static JsonValue? Plain(string text) => text switch
    {
        "" or "null" or "~" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) => JsonValue.Create(integer),
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };

    private static CliException At(string path, YamlNode node, string message)
        => new(ExitCode.Usage, $"{path}({node.Start.Line},{node.Start.Column}): {message}");
}
