namespace ZooInfra.Engine.Plugins;

/// <summary>
/// Finds provider plugins: those the project names, those on PATH, those in Pulumi's plugin cache, in this order (protocol facts, section 1.4).
/// </summary>
/// <param name="projectRoot">The folder of the project, in which plugins are started.</param>
/// <param name="declared">The providers that Pulumi.yaml names.</param>
/// <param name="environment">Reads an environment variable.</param>
public sealed class PluginSource(string projectRoot, IReadOnlyList<ProjectPlugin> declared, Func<string, string?> environment)
{
    /// <summary>A source that reads the environment of this process.</summary>
    public PluginSource(string projectRoot, IReadOnlyList<ProjectPlugin> declared)
        : this(projectRoot, declared, Environment.GetEnvironmentVariable)
    {
    }

    internal Plugin? Find(string package, string version)
        => Debugged(package) is { } port ? new Plugin(package, projectRoot, null, port)
            : (Declared(package, version) ?? OnPath(package) ?? Cached(package, version)) is { } path ? new Plugin(package, projectRoot, path, null)
            : null;

    /// <summary>The sentence that says where a plugin was looked for and what to do.</summary>
    internal string Missing(string package, string version)
    {
        var named = version.Length > 0 ? $"{package} {version}" : package;
        var install = version.Length > 0 ? $"pulumi plugin install resource {package} {version}" : $"pulumi plugin install resource {package} VERSION";
        return $"The stack needs the provider plugin '{named}', and there is no {FileName(package)} in 'plugins:' of Pulumi.yaml, on PATH, or in {Cache}. Install it: {install}";
    }

    private string Cache => Path.Combine(environment("PULUMI_HOME") is { Length: > 0 } home ? home : Path.Combine(environment("HOME") ?? "", ".pulumi"), "plugins");

    private static string FileName(string package) => $"pulumi-resource-{package}" + (OperatingSystem.IsWindows() ? ".exe" : "");

    /// <summary>A provider that somebody runs in a debugger: <c>name:port,name:port</c>.</summary>
    private int? Debugged(string package)
        => (environment("PULUMI_DEBUG_PROVIDERS") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(entry => entry.Split(':'))
            .Where(entry => entry.Length == 2 && entry[0] == package)
            .Select(entry => ushort.TryParse(entry[1], out var port) ? port : (int?)null)
            .FirstOrDefault();

    private string? Declared(string package, string version)
        => declared
            .Where(plugin => plugin.Name == package && (version.Length == 0 || plugin.Version is not { Length: > 0 } has || PluginVersion.Parse(has) == PluginVersion.Parse(version)))
            .Select(plugin => InFolder(Path.GetFullPath(plugin.Folder, projectRoot), package))
            .FirstOrDefault(path => path is not null);

    private string? OnPath(string package)
        => environment("PULUMI_IGNORE_AMBIENT_PLUGINS") is "1" or "true" or "TRUE"
            ? null
            : (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Select(folder => InFolder(folder, package))
                .FirstOrDefault(path => path is not null);

    private string? Cached(string package, string version)
    {
        var prefix = $"resource-{package}-v";
        if (!Directory.Exists(Cache))
        {
            return null;
        }

        var wanted = version.Length > 0 ? PluginVersion.Parse(version) : null;
        return Directory.EnumerateDirectories(Cache, prefix + "*")
            .Where(folder => !File.Exists(folder + ".partial"))
            .Select(folder => (Version: PluginVersion.Parse(Path.GetFileName(folder)[prefix.Length..]), Path: InFolder(folder, package)))
            .Where(found => found is { Version: not null, Path: not null } && (version.Length == 0 || (wanted is not null && found.Version.Serves(wanted))))
            .OrderByDescending(found => found.Version!.Numbers).ThenBy(found => found.Version!.Suffix.Length)
            .Select(found => found.Path)
            .FirstOrDefault();
    }

    private static string? InFolder(string folder, string package)
    {
        var path = Path.Combine(folder, FileName(package));
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0) ? path : null;
    }
}
