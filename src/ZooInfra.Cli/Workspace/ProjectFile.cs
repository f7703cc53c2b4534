using YamlDotNet.RepresentationModel;

namespace ZooInfra.Cli.Workspace;

/// <summary>The project: Pulumi.yaml and where it lies (protocol facts, section 1.1).</summary>
/// <param name="Root">The folder of Pulumi.yaml.</param>
/// <param name="Name">The project name.</param>
/// <param name="StackConfigDirectory">The folder of the Pulumi.STACK.yaml files.</param>
internal sealed record ProjectFile(string Root, string Name, string StackConfigDirectory)
{
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
        return new ProjectFile(folder, name, Path.Combine(folder, YamlFile.Text(root, "stackConfigDir", path) ?? "."));
    }
}
