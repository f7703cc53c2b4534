using YamlDotNet.RepresentationModel;
using ZooInfra.Engine.Plugins;

namespace ZooInfra.Cli.Workspace;

/// <summary>The project: Pulumi.yaml and where it lies (protocol facts, section 1.1).</summary>
/// <param name="Root">The folder of Pulumi.yaml.</param>
/// <param name="Name">The project name.</param>
/// <param name="StackConfigDirectory">The folder of the Pulumi.STACK.yaml files.</param>
internal sealed record ProjectFile(string Root, string Name, string StackConfigDirectory)
{
    /// <summary>The providers that <c>plugins:</c> names.</summary>
    public IReadOnlyList<ProjectPlugin> Plugins { get; private init; } = [];

    /// <summary>The folder of the program: <c>main:</c>, else that of Pulumi.yaml.</summary>
    public string ProgramDirectory { get; private init; } = Root;

    private const string FileName = "Pulumi.yaml";

    /// <summary>Finds Pulumi.yaml in <paramref name="directory"/> or the nearest folder above it.</summary>
    /// <exception cref="CliException">There is none, or it cannot be read.</exception>
    public static ProjectFile Find(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, FileName);
            if (File.Exists(path))
            {
                return Read(path);
            }
        }

        throw new CliException(ExitCode.Usage, $"No {FileName} in {directory} or any folder above it. Run this inside a platform, or make one with 'name:' and 'runtime: dotnet' in it.");
    }

    private static ProjectFile Read(string path)
    {
        var root = YamlFile.ReadMapping(path);
        if (YamlFile.Text(root, "name", path) is not { Length: > 0 } name)
        {
            throw new CliException(ExitCode.Usage, $"{path}: the project has no 'name'.");
        }

        if (root.Children.TryGetValue(new YamlScalarNode("config"), out var config) && config is YamlMappingNode { Children.Count: > 0 })
        {
            throw new CliException(ExitCode.Usage, $"{path}({config.Start.Line},{config.Start.Column}): project-wide 'config' is not supported by zoo yet; put the values into the Pulumi.STACK.yaml files.");
        }

        var folder = Path.GetDirectoryName(path)!;
        return new ProjectFile(folder, name, Path.Combine(folder, YamlFile.Text(root, "stackConfigDir", path) ?? ".")) 
        {
            Plugins = PluginsIn(root, path),
            ProgramDirectory = Path.Combine(folder, YamlFile.Text(root, "main", path) ?? "."),
        };
    }

    private static List<ProjectPlugin> PluginsIn(YamlMappingNode root, string path)
    {
        if (!root.Children.TryGetValue(new YamlScalarNode("plugins"), out var plugins))
        {
            return [];
        }

        if (plugins is not YamlMappingNode kinds || !kinds.Children.TryGetValue(new YamlScalarNode("providers"), out var providers))
        {
            return [];
        }

        return providers is not YamlSequenceNode list
            ? throw new CliException(ExitCode.Usage, $"{path}({providers.Start.Line},{providers.Start.Column}): 'providers' is a list of plugins, each with 'name' and 'path'.")
            : [.. list.Select(entry => entry is YamlMappingNode plugin && YamlFile.Text(plugin, "name", path) is { Length: > 0 } name && YamlFile.Text(plugin, "path", path) is { Length: > 0 } folder
                ? new ProjectPlugin(name, folder, YamlFile.Text(plugin, "version", path))
                : throw new CliException(ExitCode.Usage, $"{path}({entry.Start.Line},{entry.Start.Column}): a plugin has a 'name' and a 'path', the folder of its executable."))];
    }
}
