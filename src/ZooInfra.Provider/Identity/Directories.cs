using System.Collections.Concurrent;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Backends.Files;
using ZooInfra.Provider.Backends.Ldap;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Identity;

/// <summary>Where entries of a directory are made: in one file a stack, or live.</summary>
/// <param name="folder">The folder of the files backend.</param>
/// <param name="dialect">How files carry things.</param>
/// <param name="live">The live directory; null for files.</param>
internal sealed class Directories(OutFolder folder, DirectoryDialect dialect, LdapSettings? live)
{
    /// <summary>The output with the server that an entry was made on.</summary>
    public const string ServerOutput = "server";

    private readonly ConcurrentDictionary<(string Root, string Stack), DirectoryFile> _files = new();
    private readonly LdapDirectory? _live = live is null ? null : new(live);

    /// <summary>The folder that new files go into.</summary>
    public OutFolder Folder => folder;

    /// <summary>The directory that an entry of a stack is made in now.</summary>
    public IDirectory Of(string stack) => _live is not null ? _live : File(folder.Path, stack);

    /// <summary>The directory that an entry was made in, which the configuration may not name any more.</summary>
    /// <exception cref="ProviderException">It was made live, and the configuration does not say how to get there.</exception>
    public IDirectory Of(string stack, ResourceUrn urn, PropertyMap outputs)
    {
        if (Text(outputs, OutFolder.FileOutput) is { } recorded)
        {
            return File(folder.Root(recorded, $"{stack}/{DirectoryFile.Below}"), stack);
        }

        return _live is null && Text(outputs, ServerOutput) is { } server
            ? throw new ProviderException($"{urn.Name} was made on {server}, but zoo:identityBackend is files now, so it can be neither changed nor removed there. Set zoo:identityBackend to ldap, or remove the resource from the state if the directory keeps it. Nothing was changed.")
            : Of(stack);
    }

    /// <summary>What the outputs say about where an entry is.</summary>
    public PropertyMap Record(IDirectory directory, PropertyMap outputs)
        => directory is DirectoryFile file ? outputs.With(OutFolder.FileOutput, PropertyValue.Of(folder.Record(file.Path))) : outputs.With(ServerOutput, PropertyValue.Of(live!.ToString()));

    /// <summary>An entry goes with the file backend's folder, and from a file to a live directory.</summary>
    public DiffBuilder Compare(DiffBuilder diff, ResourceUrn urn, PropertyMap outputs)
    {
        _ = Of(urn.Stack, urn, outputs);
        return diff.File(folder, Of(urn.Stack) is DirectoryFile file ? file.Path : "");
    }

    private DirectoryFile File(string root, string stack) => _files.GetOrAdd((root, stack), key => new(key.Root, key.Stack, dialect));

    private static string? Text(PropertyMap outputs, string name) => outputs.TryGetValue(name, out var value) && value.Plain() is PropertyValue.StringValue { Value: var text } ? text : null;
}
