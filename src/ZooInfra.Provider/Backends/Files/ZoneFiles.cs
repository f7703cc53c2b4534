using System.Collections.Concurrent;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Dns;

namespace ZooInfra.Provider.Backends.Files;

/// <summary>The zone files below a folder: <c>STACK/dns/ZONE.zone</c>, or <c>STACK/dns/VIEW/ZONE.zone</c>.</summary>
internal sealed class ZoneFiles(OutFolder folder)
{
    private readonly ConcurrentDictionary<(string Root, string Stack, ZoneId Zone), ZoneFile> _files = new();

    /// <summary>The folder that new zones go into.</summary>
    public OutFolder Folder => folder;

    /// <summary>The file that a zone has when it is made now.</summary>
    /// <exception cref="ProviderException">The name of the stack cannot be that of a folder.</exception>
    public ZoneFile Of(string stack, ZoneId zone) => Of(folder.Path, stack, zone);

    /// <summary>The file that a zone was made in, which <c>zoo:out</c> may not name any more.</summary>
    /// <exception cref="ProviderException">The recorded file is not that of the zone.</exception>
    public ZoneFile Of(string stack, ZoneId zone, string recorded)
        => Of(folder.Root(recorded, $"{stack}/dns/{(zone.View is { } view ? $"{view}/" : "")}{zone.Name}.zone"), stack, zone);

    private ZoneFile Of(string root, string stack, ZoneId zone) => _files.GetOrAdd((root, stack, zone), key =>
    {
        RequireSafe(key.Stack, "stack");
        RequireSafe(key.Zone.Name, "zone");
        RequireSafe(key.Zone.View ?? "view", "view");
        return new(key.Root, key.Stack, key.Zone);
    });

    // Names come from checked inputs; this is the last door before the file system, so it does not rely on that.
    private static void RequireSafe(string name, string what)
    {
        if (name.Length is 0 or > 249 || name.StartsWith('.') || name.EndsWith('.') || name.Any(character => !char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_' or '.')))
        {
            throw new ProviderException($"The {what} name cannot be used as a file name: it must be 1 to 249 letters, digits, hyphens, underscores and dots, with no dot at its ends.");
        }
    }
}
