using System.Diagnostics.CodeAnalysis;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Backends.Files;

/// <summary>
/// Where the files backend writes. What it made is recorded in the outputs of a resource as a path, relative to the project root when it is below
/// it, so that a state can be moved between machines with its project and so that files are found again after <c>zoo:out</c> has changed.
/// </summary>
/// <param name="ProjectRoot">The folder of Pulumi.yaml; absolute.</param>
/// <param name="Path">The folder that <c>zoo:out</c> names; absolute.</param>
internal sealed record OutFolder(string ProjectRoot, string Path)
{
    /// <summary>The output that records the file of a resource.</summary>
    public const string FileOutput = "file";

    /// <summary>The recorded form of an absolute path; slashes are forward.</summary>
    public string Record(string path)
    {
        var relative = System.IO.Path.GetRelativePath(ProjectRoot, path);
        var outside = System.IO.Path.IsPathRooted(relative) || relative == ".." || relative.StartsWith($"..{System.IO.Path.DirectorySeparatorChar}", StringComparison.Ordinal);
        return (outside ? path : relative).Replace(System.IO.Path.DirectorySeparatorChar, '/');
    }

    /// <summary>The absolute path of a recorded one.</summary>
    public string Resolve(string recorded) => System.IO.Path.GetFullPath(recorded, ProjectRoot);

    /// <summary>
    /// The folder that a recorded file lies in, given its path below that folder; false when the path is not such a file, so that a damaged state
    /// cannot make the provider remove what it did not make.
    /// </summary>
    /// <param name="recorded">The recorded path.</param>
    /// <param name="below">The path below the folder, with forward slashes, such as <c>acme_corp/dns/acme.example.zone</c>.</param>
    /// <param name="root">The folder; absolute.</param>
    public bool TryRoot(string recorded, string below, [NotNullWhen(true)] out string? root)
    {
        var path = Resolve(recorded).Replace(System.IO.Path.DirectorySeparatorChar, '/');
        root = path.Length > below.Length + 1 && path.EndsWith($"/{below}", StringComparison.Ordinal)
            ? System.IO.Path.GetFullPath(path[..^(below.Length + 1)])
            : null;
        return root is not null;
    }

    /// <summary>As <see cref="TryRoot"/>, with an error.</summary>
    /// <exception cref="ProviderException">The recorded path is not such a file.</exception>
    public string Root(string recorded, string below)
        => TryRoot(recorded, below, out var root)
            ? root
            : throw new ProviderException($"The state says that the file of this resource is {recorded}, but it should end with {below}. Nothing was changed; correct the output '{FileOutput}' in the state.");
}
