using System.Text.RegularExpressions;

namespace ZooInfra.Cli.Tests;

/// <summary>A copy of the example platform that can be edited and built against the projects as they are built already.</summary>
internal sealed partial class StacksCopy : IDisposable
{
    public StacksCopy()
    {
        foreach (var source in Directory.EnumerateFiles(Path.Combine(Repository.Root, "stacks"), "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(Path.Combine(Repository.Root, "stacks"), source);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            {
                var target = Path.Combine(Folder, relative);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(source, target);
            }
        }
    }

    public string Folder { get; } = Path.Combine(Repository.Root, ".test", Guid.NewGuid().ToString("N"), "stacks");

    /// <summary>A file as it is now.</summary>
    public string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public void Edit(string file, string old, string edited)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, edited, StringComparison.Ordinal));
    }

    public Task<(int Code, string Output)> BuildAsync(params string[] properties) => Tool.RunAsync(
        Folder, "dotnet", ["build", "-c", Repository.Configuration, "-p:BuildProjectReferences=false", "-p:UseSharedCompilation=false", "-nodeReuse:false", "-clp:NoSummary", .. properties]);

    /// <summary>Builds it; the errors, each once, with paths relative to the copy.</summary>
    public async Task<IReadOnlyList<string>> BuildErrorsAsync(params string[] properties)
    {
        var (_, output) = await BuildAsync(properties);
        return [.. output.Split('\n')
            .Where(line => ErrorLine().IsMatch(line))
            .Select(line => ProjectSuffix().Replace(line.Trim(), "").Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Runs the built platform.</summary>
    public Task<(int Code, string Output)> ZooAsync(params string[] args)
        => Tool.RunAsync(Folder, "dotnet", [Path.Combine(Folder, "bin", Repository.Configuration, "net10.0", "zoo.dll"), .. args]);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);

    [GeneratedRegex(@": error \w+: ")]
    private static partial Regex ErrorLine();

    [GeneratedRegex(@" \[[^\]]+\]$")]
    private static partial Regex ProjectSuffix();
}
