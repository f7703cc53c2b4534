using ZooInfra.Contracts.Components;

namespace ZooInfra.Contracts;

/// <summary>The VPNs of all clients by their hubs.</summary>
internal sealed class VpnHubs
{
    private readonly ILookup<string, (ClientView Client, VpnFacts Vpn)> _byHost;

    private VpnHubs(IEnumerable<(ClientView Client, VpnFacts Vpn)> vpns)
    {
        var all = vpns.ToList();
        _byHost = all.Where(found => found.Vpn.Host.Text is not null).ToLookup(found => found.Vpn.Host.Text!, StringComparer.OrdinalIgnoreCase);
        Uncertain = [.. all.Where(found => found.Vpn.Host.Text is null || found.Vpn.Node.MayBeLeftOut())];
    }

    /// <summary>The VPNs of which it is not known on which hub they are, or whether they are made.</summary>
    public IReadOnlyList<(ClientView Client, VpnFacts Vpn)> Uncertain { get; }

    public static VpnHubs Of(ClientSet platform) => new(platform.Clients.SelectMany(client => VpnFacts.Of(client).Select(vpn => (client, vpn))));

    /// <summary>The VPNs of other clients on the hub of <paramref name="vpn"/>.</summary>
    public IEnumerable<(ClientView Client, VpnFacts Vpn)> Beside(ClientView client, VpnFacts vpn)
        => vpn.Host.Text is { } host ? _byHost[host].Where(found => found.Client.Contract.Id != client.Contract.Id) : [];
}
