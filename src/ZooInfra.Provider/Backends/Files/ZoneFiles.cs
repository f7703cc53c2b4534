using System.Collections.Concurrent;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Backends.Files;

/// <summary>The zone files below one folder: <c>STACK/dns/ZONE.zone</c>.</summary>
/// <param name="root">The folder; absolute.</param>
internal sealed class ZoneFiles(string root)
{
    private readonly ConcurrentDictionary<(string Stack, string Zone), ZoneFile> _files = new();

    /// <summary>The folder.</summary>
    public string Root => root;

    /// <summary>The file of a zone.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="zone">The zone; checked, lower case, without the final dot.</param>
    /// <exception cref="ProviderException">The name of the stack cannot be that of a folder.</exception>
    public ZoneFile Of(string stack, string zone) => _files.GetOrAdd((stack, zone), key =>
    {
        RequireSafe(key.Stack, "stack");
        RequireSafe(key.Zone, "zone");
        return new(root, key.Stack, key.Zone);
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
