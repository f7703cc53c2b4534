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
        foreach (var other in Others(network, spec.Name, state))
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
    /// <param name="network">The network as it is.</param>
    /// <param name="name">The resource, for messages.</param>
    /// <param name="peer">The name of the peer.</param>
    /// <param name="state">What it has; null for a new one.</param>
    /// <param name="wanted">What it shall have.</param>
    /// <exception cref="ProviderException">Another peer has one of the keys or addresses.</exception>
    public static HubNetwork Put(HubNetwork network, string name, string peer, PeerState? state, IReadOnlyList<HubPeer> wanted)
    {
        var others = Others(network, peer, state).ToList();
        foreach (var key in wanted)
        {
            foreach (var other in others)
            {
                if (other.PublicKey == key.PublicKey)
                {
                    throw new ProviderException($"{name}: the network {network.Name} accepts the key {key.PublicKey} already{Of(other)}. A key belongs to one device; import the peer or make another key. Nothing was changed.");
                }

                foreach (var mine in key.AllowedIps.Where(mine => other.AllowedIps.Any(mine.Overlaps)))
                {
                    throw new ProviderException($"{name}: {mine} overlaps with what the network {network.Name} routes to the key {other.PublicKey}{Of(other)}; an address has one peer. Nothing was changed.");
                }
            }
        }

        var before = network.Peers;
        var peers = before.RemoveRange(before.Values.Where(had => IsOf(had, peer, state)).Select(had => had.PublicKey).Except(wanted.Select(key => key.PublicKey)));
        foreach (var key in wanted)
        {
            peers = before.TryGetValue(key.PublicKey, out var same) && same == key ? peers : peers.SetItem(key.PublicKey, key);
        }

        return ReferenceEquals(peers, before) ? network : network with { Peers = peers };
    }

    private static IEnumerable<HubPeer> Others(HubNetwork network, string name, PeerState? state) => network.Peers.Values.Where(peer => !IsOf(peer, name, state));

    /// <summary>
    /// Whether a key is the peer's. One that has its name and that its state does not know is what a change left that was cut off: nobody has its private
    /// half. A new peer has left nothing yet, so there a name of its own is somebody else's.
    /// </summary>
    private static bool IsOf(HubPeer key, string name, PeerState? state)
        => state is not null && (key.PublicKey == state.PublicKey || key.PublicKey == state.Previous || key.Label?.Name == name);

    private static string Of(HubPeer peer) => peer.Label is { } label ? $" ({label.Name})" : "";
}
