using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ZooInfra.Cli.Workspace;

/// <summary>Reads YAML files into nodes, with errors that name file and line.</summary>
internal static class YamlFile
{
    /// <summary>The mapping that the file is; an empty file is an empty mapping.</summary>
    /// <exception cref="CliException">The file cannot be read or is something else.</exception>
    public static YamlMappingNode ReadMapping(string path)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StreamReader(path);
            stream.Load(reader);
        }
        catch (YamlException e)
        {
            throw new CliException(ExitCode.Usage, $"{path}({e.Start.Line},{e.Start.Column}): this is not YAML: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Usage, $"{path} cannot be read: {e.Message}", e);
        }

        return stream.Documents.Count == 0
            ? []
            : stream.Documents[0].RootNode as YamlMappingNode ?? throw new CliException(ExitCode.Usage, $"{path}(1,1): this is not a mapping of keys to values.");
    }

    /// <summary>The text at a key; null when the key is absent.</summary>
    /// <exception cref="CliException">The value is not text.</exception>
    public static string? Text(YamlMappingNode mapping, string key, string path)
        => mapping.Children.TryGetValue(new YamlScalarNode(key), out var node)
            ? (node as YamlScalarNode ?? throw new CliException(ExitCode.Usage, $"{path}({node.Start.Line},{node.Start.Column}): '{key}' is not text.")).Value
            : null;
}
