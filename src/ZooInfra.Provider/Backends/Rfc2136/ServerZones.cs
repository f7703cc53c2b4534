using System.Collections.Concurrent;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Dns;

namespace ZooInfra.Provider.Backends.Rfc2136;

/// <summary>The zones on servers.</summary>
/// <param name="server">The server of zones that have no view, or whose view names none.</param>
/// <param name="views">The server, or the key at the same server, of each view.</param>
internal sealed class ServerZones(DnsServer server, IReadOnlyDictionary<string, DnsServer> views)
{
    private readonly ConcurrentDictionary<ZoneId, ServerZone> _zones = new();

    /// <summary>The zone on its server.</summary>
    /// <exception cref="ProviderException">Its view is not configured.</exception>
    public ServerZone Of(ZoneId zone) => _zones.GetOrAdd(zone, id => new(id, ServerOf(id)));

    /// <summary>Host and port of the server of a zone.</summary>
    public string AddressOf(ZoneId zone) => ServerOf(zone).Address;

    // A server tells views apart by key or address; taking the server of another view instead would change the wrong zone.
    private DnsServer ServerOf(ZoneId zone) => zone.View is not { } view ? server
        : views.TryGetValue(view, out var its) ? its
        : throw new ProviderException($"The zone {zone.Name} is in the view '{view}', which zoo:dnsViews does not have. Add it with the key by which the server knows the view.");
}
