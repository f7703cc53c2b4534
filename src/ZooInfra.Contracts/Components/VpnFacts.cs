using ZooInfra.Contracts.Networks;

namespace ZooInfra.Contracts.Components;

/// <summary>A VPN that a client's program makes, as far as it is known.</summary>
internal sealed record VpnFacts(FactNode Node)
{
    private const string Component = "ZooInfra.Vpn.VpnService";

    private static readonly FactCache<VpnFacts> Known = new(Component, From);

    /// <summary>The name of the component.</summary>
    public required FactNode Name { get; init; }

    /// <summary>The name or address of the hub.</summary>
    public required FactNode Host { get; init; }

    /// <summary>The networks of the tunnel.</summary>
    public required NodeList Prefixes { get; init; }

    /// <summary>What peers reach that state no routes of their own.</summary>
    public required NodeList Routes { get; init; }

    /// <summary>The peers that are known to be there.</summary>
    public required IReadOnlyList<VpnPeerFacts> Peers { get; init; }

    /// <summary>The list of peers.</summary>
    public required NodeList PeerList { get; init; }

    /// <summary>The VPNs of a client.</summary>
    public static IReadOnlyList<VpnFacts> Of(ClientView client) => Known.Of(client);

    /// <summary>Reads one VPN.</summary>
    public static VpnFacts From(FactNode component)
    {
        var args = component["args"];
        var peers = NodeList.Of(args["Peers"]);
        return new(component)
        {
            Name = component["name"],
            Host = args["Host"],
            Prefixes = NodeList.Of(args["Prefixes"]),
            Routes = NodeList.Of(args["Routes"]),
            Peers = [.. peers.Items.Select(peer => new VpnPeerFacts(peer))],
            PeerList = peers,
        };
    }

    /// <summary>The networks that the hub routes: those of the tunnel and those behind its sites.</summary>
    public IEnumerable<(FactNode Node, IpPrefix Prefix)> Networks()
        => Prefixes.Items.Concat(Peers.SelectMany(peer => NodeList.Of(peer.Subnets).Items)).SelectMany(Prefix);

    /// <summary>Whether there are no other networks than <see cref="Networks"/>.</summary>
    public bool NetworksAreComplete
        => Prefixes.AreTexts && PeerList.IsComplete && Peers.All(peer => NodeList.Of(peer.Subnets).AreTexts);

    /// <summary>A text as a network; none where it is none.</summary>
    public static IEnumerable<(FactNode Node, IpPrefix Prefix)> Prefix(FactNode node)
        => node.Text is { } text && IpPrefix.TryParse(text, out var prefix, out _) ? [(node, prefix)] : [];
}

/// <summary>A peer of a VPN, as far as it is known.</summary>
internal sealed record VpnPeerFacts(FactNode Node)
{
    /// <summary>Who.</summary>
    public FactNode Person => Node["Person"];

    /// <summary>On what device.</summary>
    public FactNode Device => Node["Device"];

    /// <summary>Until when: a day or an instant.</summary>
    public FactNode Until => Node["Until"];

    /// <summary>What it reaches; absent for what the VPN says.</summary>
    public FactNode Routes => Node["Routes"];

    /// <summary>Why all of its traffic goes through the tunnel.</summary>
    public FactNode FullTunnelReason => Node["FullTunnelReason"];

    /// <summary>The networks behind it.</summary>
    public FactNode Subnets => Node["Subnets"];

    /// <summary>The peer for messages.</summary>
    public string Title => (Node["Name"].Text, Person.Text, Device.Text) switch
    {
        ({ } name, _, _) => $"'{name}'",
        (_, { } person, { } device) => $"of {person} on {device}",
        (_, { } person, _) => $"of {person}",
        (_, _, { } device) => $"on {device}",
        _ => "of somebody",
    };
}
