using Pulumi;
using ZooInfra.Contracts.Networks;
using ZooInfra.Rules;

namespace ZooInfra.Vpn;

/// <summary>A WireGuard network with its peers: one <see cref="Network"/> and a <see cref="Peer"/> for each device or site.</summary>
public sealed class VpnService : ComponentResource
{
    /// <summary>Makes a VPN.</summary>
    /// <param name="name">The name of the component, and of the interface unless <see cref="VpnServiceArgs.Interface"/> says otherwise.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">Options of the component; its children inherit what children inherit.</param>
    /// <exception cref="RunException">Two peers have one name, networks of peers contradict each other, or the peers that were requested cannot be read.</exception>
    public VpnService(string name, VpnServiceArgs args, ComponentResourceOptions? options = null)
        : this(name, args, RequestedPeers.JoinTo(name, args), options)
    {
    }

    private VpnService(string name, VpnServiceArgs declared, VpnServiceArgs args, ComponentResourceOptions? options)
        : base("zoo:vpn:VpnService", name, args, options)
    {
        var peers = Named(name, args.Peers);
        RequireApart(name, args.Prefixes, peers);
        if (args.Requests is { } requests)
        {
            PlanWatch.Current?.Add(new VpnOffer(name, args.Interface ?? name, requests.MaxPeers, requests.LongestDays, [.. declared.Peers.Select(peer => peer.Name ?? NameOf(peer))]));
        }

        Network = new(name, new NetworkArgs
        {
            Name = args.Interface ?? name,
            Prefixes = { args.Prefixes.Select(prefix => (Input<string>)prefix).ToArray() },
            Host = args.Host,
            ListenPort = args.ListenPort,
            Mtu = args.Mtu,
            KeyGeneration = args.KeyGeneration,
        }, new CustomResourceOptions { Parent = this });

        var hints = SlotHints.Of(args.Prefixes, peers.Keys);
        Peers = peers.ToDictionary(peer => peer.Key, peer => Make(name, peer.Key, peer.Value, args, hints[peer.Key]));
        PublicKey = Network.PublicKey;
        Endpoint = Network.Endpoint;
        RegisterOutputs(new Dictionary<string, object?> { ["publicKey"] = PublicKey, ["endpoint"] = Endpoint });
    }

    /// <summary>The public key of the hub.</summary>
    [Output("publicKey")]
    public Output<string> PublicKey { get; private set; }

    /// <summary>Where peers call the hub: host and port.</summary>
    [Output("endpoint")]
    public Output<string> Endpoint { get; private set; }

    /// <summary>The interface of the hub.</summary>
    public Network Network { get; }

    /// <summary>The peers by name; their configurations are secret outputs.</summary>
    public IReadOnlyDictionary<string, Peer> Peers { get; }

    private Peer Make(string service, string name, VpnPeer peer, VpnServiceArgs args, int hint)
    {
        // The network's own outputs, not what they are made of, are passed on: a peer is made after its network and goes before it.
        return new($"{service}/{name}", new PeerArgs
        {
            Network = Network.Name,
            Name = name,
            Person = peer.Person,
            Device = peer.Device,
            Purpose = peer.Purpose,
            Until = peer.Until,
            PublicKey = peer.PublicKey,
            KeyGeneration = Optional(peer.KeyGeneration),
            OverlapUntil = peer.OverlapUntil,
            Slot = Optional(peer.Slot),
            SlotHint = hint,
            Prefixes = Network.Prefixes,
            Subnets = peer.Subnets.ToArray(),
            Endpoint = peer.Endpoint,
            Keepalive = Optional(peer.Keepalive),
            HubPublicKey = Network.PublicKey,
            HubEndpoint = Network.Endpoint,
            Routes = (peer.Routes ?? [.. args.Routes]).ToArray(),
            FullTunnelReason = peer.FullTunnelReason,
            Dns = args.Dns,
            SearchDomains = args.SearchDomains,
            Mtu = args.Mtu,
        }, new CustomResourceOptions { Parent = this });
    }

    private static Input<int>? Optional(int? number) => number is { } known ? (Input<int>)known : null;

    private static SortedDictionary<string, VpnPeer> Named(string service, IEnumerable<VpnPeer> peers)
    {
        var named = new SortedDictionary<string, VpnPeer>(StringComparer.Ordinal);
        foreach (var peer in peers)
        {
            var name = peer.Name ?? NameOf(peer);
            if (!named.TryAdd(name, peer))
            {
                throw new RunException($"Two peers of the VPN '{service}' have the name '{name}': {named[name].Person} and {peer.Person}. Give one of them a Name of its own.");
            }
        }

        return named;
    }

    private static string NameOf(VpnPeer peer)
        => PeerName.Of(peer.Person, peer.Device)
            ?? throw new RunException($"A peer of '{peer.Person}' on '{peer.Device}' gets no usable name of these; give it a Name of 1 to 63 lower-case letters, digits and hyphens.");

    private static void RequireApart(string service, IEnumerable<string> prefixes, SortedDictionary<string, VpnPeer> peers)
    {
        // Each site is a client of its own here: two of them behind one hub must not overlap, nor one with the tunnel.
        var claims = Read(prefixes, "the tunnel", service)
            .Concat(peers.SelectMany(peer => Read(peer.Value.Subnets, $"peer {peer.Key}", $"{service}/{peer.Key}")));
        if (PrefixOverlap.Find(claims) is [var overlap, ..])
        {
            throw new RunException($"{overlap.First.Prefix} ({overlap.First.Source}) and {overlap.Second.Prefix} ({overlap.Second.Source}) of the VPN '{service}' overlap; a packet could go to one of them only.");
        }
    }

    // What is no network is told by the provider, with the path of the property.
    private static IEnumerable<PrefixClaim> Read(IEnumerable<string> texts, string source, string client)
        => texts.Select(text => IpPrefix.TryParse(text, out var prefix, out _) ? new PrefixClaim(client, source, prefix) : null).OfType<PrefixClaim>();
}
