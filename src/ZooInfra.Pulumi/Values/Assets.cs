using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A file or a collection of files as a value.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive()
    {
    }
}

/// <summary>A file as a value.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset()
    {
    }
}

/// <summary>A collection of files as a value.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive()
    {
    }
}

/// <summary>A file on this machine.</summary>
/// <param name="path">Its path, absolute or relative to the program's directory.</param>
public sealed class FileAsset(string path) : Asset
{
    internal string Path { get; } = path;
}

/// <summary>Text as a file.</summary>
/// <param name="text">The text.</param>
public sealed class StringAsset(string text) : Asset
{
    internal string Text { get; } = text;
}

/// <summary>A file that is fetched.</summary>
/// <param name="uri">Where it is: http, https or file.</param>
public sealed class RemoteAsset(string uri) : Asset
{
    internal string Uri { get; } = uri;
}

/// <summary>An archive file or a directory on this machine.</summary>
/// <param name="path">Its path, absolute or relative to the program's directory.</param>
public sealed class FileArchive(string path) : Archive
{
    internal string Path { get; } = path;
}

/// <summary>An archive that is fetched.</summary>
/// <param name="uri">Where it is: http, https or file.</param>
public sealed class RemoteArchive(string uri) : Archive
{
    internal string Uri { get; } = uri;
}

/// <summary>An archive that is put together from files.</summary>
/// <param name="assets">The files and archives by their names in it.</param>
public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets) : Archive
{
    internal ImmutableDictionary<string, AssetOrArchive> Assets { get; } = assets.ToImmutableDictionary();
}
