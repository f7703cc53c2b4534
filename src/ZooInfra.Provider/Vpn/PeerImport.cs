using ZooInfra.Contracts;
using ZooInfra.Contracts.Networks;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Vpn;

/// <summary>Takes a peer that is there already into the state.</summary>
internal static class PeerImport
{
    /// <summary>The peer as a network shows it. Its private key is with its owner, so it is one whose key is its own.</summary>
    /// <exception cref="ProviderException">It does not have the two addresses of one slot in the network.</exception>
    public static ReadResult Read(ReadCall call, HubNetwork network, HubPeer peer, NetworkStore store)
    {
        var plan = new AddressPlan([.. network.Addresses.Select(address => IpPrefix.Of(address.Address, address.Length))]);
        if (SlotOf(plan, peer.AllowedIps) is not var (slot, lane))
        {
            throw new ProviderException(
                $"{call.Urn.Name}: the peer {peer.PublicKey} of {store.Place} has the allowed IPs {string.Join(", ", peer.AllowedIps)}; to be imported it needs one address in each network of the tunnel, at the same place in each.");
        }

        var own = plan.PeerPrefixes(slot, lane);
        var inputs = PropertyMap.Empty
            .With(PeerInputs.Network, PropertyValue.Of(network.Name))
            .With(PeerInputs.PublicKey, PropertyValue.Of(peer.PublicKey))
            .With(PeerInputs.Slot, PropertyValue.Of(slot))
            .With(PeerInputs.Prefixes, Texts(plan.Prefixes));
        if (peer.AllowedIps.Except(own).ToList() is { Count: > 0 } subnets)
        {
            inputs = inputs.With(PeerInputs.Subnets, Texts(subnets));
        }

        if (peer.Endpoint is { } endpoint)
        {
            inputs = inputs.With(PeerInputs.PeerEndpoint, PropertyValue.Of(endpoint)).With(PeerInputs.Keepalive, PropertyValue.Of(peer.Keepalive));
        }

        if (network.PrivateKey is { } key)
        {
            inputs = inputs.With(PeerInputs.HubPublicKey, PropertyValue.Of(WireGuardKey.PublicOf(key)));
        }

        if (peer.Label is { } label)
        {
            inputs = inputs
                .With(PeerInputs.Name, PropertyValue.Of(label.Name))
                .With(PeerInputs.Person, PropertyValue.Of(label.Person))
                .With(PeerInputs.Device, PropertyValue.Of(label.Device))
                .With(PeerInputs.Purpose, PropertyValue.Of(label.Purpose))
                .With(PeerInputs.Until, PropertyValue.Of(label.Until));
        }

        var outputs = inputs
            .With(PeerKind.SlotOutput, PropertyValue.Of(slot))
            .With(PeerKind.Lane, PropertyValue.Of(lane))
            .With(PeerKind.Addresses, PropertyValue.Of(plan.Peer(slot, lane).Select(address => PropertyValue.Of(address.ToString()))))
            .With(PeerKind.AllowedIps, Texts(peer.AllowedIps))
            .With(PeerKind.Active, PropertyValue.Of(true))
            .With(NetworkStores.PlaceOutput, PropertyValue.Of(store.Record));
        return new(call.Id, inputs, outputs);
    }

    /// <summary>The slot and lane whose addresses are all among <paramref name="allowed"/>; null when there is none.</summary>
    public static (int Slot, int Lane)? SlotOf(AddressPlan plan, EquatableArray<IpPrefix> allowed)
    {
        foreach (var prefix in allowed.Where(prefix => prefix.Length == prefix.AddressBits))
        {
            if (plan.Prefixes.FirstOrDefault(own => own.Contains(prefix)) is { Length: > 0 } network && network.OffsetOf(prefix.FirstAddress) is { } offset)
            {
                var (slot, lane) = ((int)Math.Min(offset / 2, int.MaxValue), (int)(offset % 2));
                return slot >= 1 && slot <= plan.LastSlot && plan.PeerPrefixes(slot, lane).All(allowed.Contains) ? (slot, lane) : null;
            }
        }

        return null;
    }

    private static PropertyValue Texts(IEnumerable<IpPrefix> prefixes) => PropertyValue.Of(prefixes.Select(prefix => PropertyValue.Of(prefix.ToString())));
}
