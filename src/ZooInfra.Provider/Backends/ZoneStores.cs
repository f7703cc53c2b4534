using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Backends.Files;
using ZooInfra.Provider.Backends.Rfc2136;
using ZooInfra.Provider.Dns;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Backends;

/// <summary>
/// Finds the store of a zone. The outputs of a resource record where it was made (<c>file</c> or <c>server</c>), so that it is found again when
/// the configuration names another place.
/// </summary>
/// <param name="files">The files backend.</param>
/// <param name="servers">The live backend; null when the files backend is configured.</param>
internal sealed class ZoneStores(ZoneFiles files, ServerZones? servers)
{
    /// <summary>The output that records the server of a resource.</summary>
    public const string ServerOutput = "server";

    /// <summary>Where a zone is made now.</summary>
    public IZoneStore ForNew(ResourceUrn urn, ZoneId zone) => servers is null ? files.Of(urn.Stack, zone) : servers.Of(zone);

    /// <summary>Where a zone was made.</summary>
    /// <exception cref="ProviderException">It was made on a server that the configuration does not name.</exception>
    public IZoneStore ForOld(ResourceUrn urn, ZoneId zone, PropertyMap outputs)
    {
        if (Recorded(outputs, OutFolder.FileOutput) is { } file)
        {
            return files.Of(urn.Stack, zone, file);
        }

        // Nothing is removed from a server that is not configured any more: the new name may well be another one of the same server.
        return Recorded(outputs, ServerOutput) is not { } server || server == servers?.AddressOf(zone)
            ? ForNew(urn, zone)
            : throw new ProviderException(
                $"{urn.Name} was made on the server {server}, but the configuration names {servers?.AddressOf(zone) ?? "the files backend"}. Set zoo:dnsBackend and zoo:dnsServer as they were, or run an update first, which brings the new place in line and leaves the old server as it is.");
    }

    /// <summary>Whether an update finds a resource in the place that is configured now; otherwise it is to be made there.</summary>
    public bool IsInPlace(ZoneId zone, PropertyMap outputs)
        => Recorded(outputs, OutFolder.FileOutput) is not null || Recorded(outputs, ServerOutput) is not { } server || server == servers?.AddressOf(zone);

    /// <summary>
    /// Compares where a resource was made with where it would be made now. Files that move are replaced. A server that has another address is
    /// brought in line in place, since it may be the same server.
    /// </summary>
    public DiffBuilder Compare(DiffBuilder diff, DiffCall call, ZoneId? zone)
    {
        if (zone is null)
        {
            return diff;
        }

        var server = servers?.AddressOf(zone);
        return diff
            .Place(OutFolder.FileOutput, replaces: true, Recorded(call.OldOutputs, OutFolder.FileOutput) is not { } file || server is null && files.Folder.Resolve(file) == files.Of(call.Urn.Stack, zone).Path)
            .Place(ServerOutput, replaces: false, Recorded(call.OldOutputs, ServerOutput) is not { } recorded || recorded == server);
    }

    /// <summary>Records in outputs where the resource is; unknown when <paramref name="store"/> is null.</summary>
    public PropertyMap Record(PropertyMap outputs, IZoneStore? store) => store switch
    {
        ZoneFile file => outputs.With(OutFolder.FileOutput, PropertyValue.Of(files.Folder.Record(file.Path))),
        ServerZone server => outputs.With(ServerOutput, PropertyValue.Of(server.Address)),
        _ => outputs.With(servers is null ? OutFolder.FileOutput : ServerOutput, PropertyValue.Unknown),
    };

    private static string? Recorded(PropertyMap outputs, string name)
        => outputs.TryGetValue(name, out var value) && value.Plain() is PropertyValue.StringValue text ? text.Value : null;
}
