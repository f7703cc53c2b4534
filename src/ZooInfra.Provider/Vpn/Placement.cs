using System.Globalization;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Vpn;

/// <summary>Puts a peer into a network without touching any other.</summary>
internal static class Placement
{
    /// <summary>The slot of a peer: the one it has while it is free, the one that was asked for, or the first free one from its hint on.</summary>
    /// <param name="network">The network as it is.</param>
    /// <param name="spec">The peer.</param>
    /// <param name="state">What it has; null for a new one.</param>
    /// <exception cref="ProviderException">The slot that was asked for is taken, or all are.</exception>
    public static int SlotFor(HubNetwork network, PeerSpec spec, PeerState? state)
    {
        var taken = new HashSet<int>();
        foreach (var other in Others(network, state))
        {
            foreach (var prefix in other.AllowedIps)
            {
                if (spec.Plan.SlotsOf(prefix) is var (first, last))
                {
                    taken.UnionWith(Enumerable.Range(first, last - first + 1));
                }
            }
        }

        if (spec.Slot is { } asked)
        {
            return !taken.Contains(asked) ? asked : throw new ProviderException(string.Create(
                CultureInfo.InvariantCulture, $"{spec.Name}: slot {asked} of the network {spec.Network} belongs to another peer. Leave '{PeerInputs.Slot}' out to get a free one. Nothing was changed."));
        }

        return state is { Slot: var own } && own <= spec.Plan.LastSlot && !taken.Contains(own)
            ? own
            : spec.Plan.FirstFree(spec.SlotHint, taken)
                ?? throw new ProviderException(string.Create(CultureInfo.InvariantCulture, $"{spec.Name}: all {spec.Plan.LastSlot} slots of the network {spec.Network} are taken. Give it wider prefixes. Nothing was changed."));
    }

    /// <summary>The network in which the hub accepts <paramref name="wanted"/> instead of what <paramref name="state"/> had.</summary>
    /// <exception cref="ProviderException">Another peer has one of the keys or addresses.</exception>
    public static HubNetwork Put(HubNetwork network, string name, PeerState? state, IReadOnlyList<HubPeer> wanted)
    {
        var others = Others(network, state).ToList();
        foreach (var peer in wanted)
        {
            foreach (var other in others)
            {
                if (other.PublicKey == peer.PublicKey)
                {
                    throw new ProviderException($"{name}: the network {network.Name} accepts the key {peer.PublicKey} already{Of(other)}. A key belongs to one device; import the peer or make another key. Nothing was changed.");
                }

                foreach (var mine in peer.AllowedIps.Where(mine => other.AllowedIps.Any(mine.Overlaps)))
                {
                    throw new ProviderException($"{name}: {mine} overlaps with what the network {network.Name} routes to the key {other.PublicKey}{Of(other)}; an address has one peer. Nothing was changed.");
                }
            }
        }

        var before = network.Peers;
        var peers = before.RemoveRange(Keys(state).Except(wanted.Select(peer => peer.PublicKey)));
        foreach (var peer in wanted)
        {
            peers = before.TryGetValue(peer.PublicKey, out var same) && same == peer ? peers : peers.SetItem(peer.PublicKey, peer);
        }

        return ReferenceEquals(peers, before) ? network : network with { Peers = peers };
    }

    private static IEnumerable<HubPeer> Others(HubNetwork network, PeerState? state)
    {
        var mine = Keys(state);
        return network.Peers.Values.Where(peer => !mine.Contains(peer.PublicKey));
    }

    private static string[] Keys(PeerState? state) => state is null ? [] : state.Previous is { } previous ? [state.PublicKey, previous] : [state.PublicKey];

    private static string Of(HubPeer peer) => peer.Label is { } label ? $" ({label.Name})" : "";
}
