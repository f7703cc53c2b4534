using ZooInfra.Contracts.Components;

namespace ZooInfra.Contracts;

/// <summary>The zones of all clients by their names.</summary>
internal sealed class PlatformZones
{
    private readonly Dictionary<string, List<(ClientView Client, DnsZoneFacts Zone)>> _at = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(ClientView Client, DnsZoneFacts Zone)>> _below = new(StringComparer.Ordinal);
    private readonly List<ClientView> _unnamed = [];

    /// <summary>The clients with a zone whose name is not known.</summary>
    public IReadOnlyList<ClientView> Unnamed => _unnamed;

    public static PlatformZones Of(ClientSet platform)
    {
        var names = new PlatformZones();
        foreach (var client in platform.Clients)
        {
            foreach (var zone in DnsZoneFacts.Of(client))
            {
                names.Add(client, zone);
            }
        }

        return names;
    }

    /// <summary>The zones called <paramref name="name"/>.</summary>
    public IEnumerable<(ClientView Client, DnsZoneFacts Zone)> At(string name) => _at.TryGetValue(name, out var zones) ? zones : [];

    /// <summary>The zones whose names end in <paramref name="name"/> and have more labels.</summary>
    public IEnumerable<(ClientView Client, DnsZoneFacts Zone)> Below(string name) => _below.TryGetValue(name, out var zones) ? zones : [];

    private void Add(ClientView client, DnsZoneFacts zone)
    {
        if (zone.Name is not { } name)
        {
            _unnamed.Add(client);
            return;
        }

        Add(_at, name, client, zone);
        for (var dot = name.IndexOf('.'); dot >= 0; dot = name.IndexOf('.', dot + 1))
        {
            Add(_below, name.Substring(dot + 1), client, zone);
        }
    }

    private static void Add(Dictionary<string, List<(ClientView Client, DnsZoneFacts Zone)>> index, string name, ClientView client, DnsZoneFacts zone)
    {
        if (!index.TryGetValue(name, out var zones))
        {
            index.Add(name, zones = []);
        }

        zones.Add((client, zone));
    }
}
