using System.Collections.Immutable;
using ZooInfra.Contracts;
using ZooInfra.Contracts.Networks;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Vpn;

/// <summary>
/// <c>zoo:vpn:Peer</c>: a device of a person that may enter a network until a date. Its id is <c>NETWORK/NAME</c>. Its place and its keys live in
/// the state: no edit of another peer moves it, and a peer that was removed behind our back comes back with the same key.
/// </summary>
internal sealed class PeerKind(Func<NetworkStores> stores, TimeProvider time) : ResourceKind
{
    public const string SlotOutput = "assignedSlot";
    public const string Lane = "lane";
    public const string Addresses = "addresses";
    public const string PrivateKey = "privateKey";
    public const string PreviousPublicKey = "previousPublicKey";
    public const string AllowedIps = "allowedIps";
    public const string Active = "active";
    public const string Configuration = "configuration";
    public const string QrPng = "qrPng";

    private static readonly ImmutableArray<string> Secrets = [PrivateKey, Configuration, QrPng];

    /// <inheritdoc/>
    public override string Type => "zoo:vpn:Peer";

    /// <inheritdoc/>
    public override CheckResult Check(PropertyMap inputs) => PeerInputs.Read(inputs).Reader.Result;

    /// <inheritdoc/>
    public override DiffResult Diff(DiffCall call)
    {
        var changes = CompareInputs(call);
        if (PeerInputs.Read(call.NewInputs).Spec is not { } spec || PeerState.Read(call.OldOutputs) is not { } state)
        {
            return changes;
        }

        var drift = changes.Changes;
        var ended = EndDate.HasPassed(spec.Until, time);
        if (call.OldOutputs.Flag(Active) == ended)
        {
            Report(Active);
        }

        if (state.Previous is not null && !Overlaps(spec))
        {
            Report(PreviousPublicKey, ChangeKind.Delete);
        }
        else if (!ended && call.OldOutputs.Flag(Active) == true && call.OldOutputs.Texts(AllowedIps) is { } found
            && !found.SequenceEqual(state.HubPeers(spec, time)[0].AllowedIps.Select(prefix => prefix.ToString())))
        {
            Report(AllowedIps);
        }

        if (call.OldOutputs.Text(NetworkStores.PlaceOutput) is { } place && place != stores().Of(call.Urn.Stack, spec.Network).Record)
        {
            Report(NetworkStores.PlaceOutput);
        }

        return changes with { Changes = drift };

        void Report(string output, ChangeKind kind = ChangeKind.Update) => drift = drift.SetItem(output, new(kind, Replaces: false, InputDiff: false));
    }

    /// <inheritdoc/>
    public override async ValueTask<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken)
    {
        var (reader, spec) = PeerInputs.Read(call.Inputs);
        RequireGood(reader, call.Urn);
        if (call.Preview)
        {
            return new(Id(reader.Inputs), Planned(reader.Inputs));
        }

        var wanted = spec ?? throw NotKnown(call.Urn, Unknown(reader));
        var (open, secret) = MakeKey(wanted);
        var store = stores().Of(call.Urn.Stack, wanted.Network);
        PeerState? made = null;
        await store.ChangeAsync(found =>
        {
            var network = Existing(found, call.Urn, store);
            if (network.Peers.Values.FirstOrDefault(peer => peer.Label?.Name == wanted.Name) is { } same)
            {
                if (wanted.OwnKey == same.PublicKey && SlotOf(wanted.Plan, same) is var (slot, lane)
                    && new PeerState(slot, lane, same.PublicKey) is var known && known.HubPeers(wanted, time) is [var expected] && expected == same)
                {
                    made = known;
                    return network;
                }

                throw new ProviderException(
                    $"{call.Urn.Name}: {store.Place} has a peer of the name {wanted.Name} already. Import it (pulumi import zoo:vpn:Peer NAME {wanted.Network}/{wanted.Name}) or remove it. Nothing was changed.");
            }

            var fresh = new PeerState(Placement.SlotFor(network, wanted, null), 0, open) { PrivateKey = secret };
            var result = Placement.Put(network, call.Urn.Name, wanted.Name, null, fresh.HubPeers(wanted, time));
            made = fresh;
            return result;
        }, cancellationToken);
        return new(Id(reader.Inputs), Outputs(reader.Inputs, wanted, made!, store));
    }

    /// <inheritdoc/>
    public override async ValueTask<ReadResult?> ReadAsync(ReadCall call, CancellationToken cancellationToken)
    {
        var (networkName, name) = ParseId(call.Id, call.Urn);
        var store = stores().Of(call.Urn.Stack, networkName);
        var network = await store.ReadAsync(cancellationToken);
        if (network is null && call.Outputs.Count > 0)
        {
            store = stores().Of(call.Urn.Stack, networkName, call.Outputs);
            network = await store.ReadAsync(cancellationToken);
        }

        if (PeerState.Read(call.Outputs) is { } state)
        {
            return Known(call, state, network);
        }

        // On import a peer is named as it was made or, where somebody else put it, by its key.
        return network?.Peers.Values.FirstOrDefault(peer => peer.PublicKey == name || (peer.Label is { Retiring: false } label && label.Name == name)) is { } found
            ? PeerImport.Read(call, network, found, store)
            : null;
    }

    /// <inheritdoc/>
    public override async ValueTask<PropertyMap> UpdateAsync(UpdateCall call, CancellationToken cancellationToken)
    {
        var (reader, spec) = PeerInputs.Read(call.NewInputs);
        RequireGood(reader, call.Urn);
        if (call.Preview)
        {
            return Planned(reader.Inputs, call);
        }

        var wanted = spec ?? throw NotKnown(call.Urn, Unknown(reader));
        var old = PeerState.Read(call.OldOutputs)
            ?? throw new ProviderException($"{call.Urn.Name}: the state does not say which key and slot the peer has. Import it again (pulumi import zoo:vpn:Peer NAME {call.Id}). Nothing was changed.");
        var next = NextKey(call, reader.Inputs, wanted, old);
        var store = stores().Of(call.Urn.Stack, wanted.Network);
        await store.ChangeAsync(found =>
        {
            var network = Existing(found, call.Urn, store);
            var placed = next with { Slot = Placement.SlotFor(network, wanted, old) };
            var result = Placement.Put(network, call.Urn.Name, wanted.Name, old, placed.HubPeers(wanted, time));
            next = placed;
            return result;
        }, cancellationToken);
        return Outputs(reader.Inputs, wanted, next, store);
    }

    /// <inheritdoc/>
    public override async ValueTask DeleteAsync(DeleteCall call, CancellationToken cancellationToken)
    {
        var (network, name) = ParseId(call.Id, call.Urn);
        if (PeerState.Read(call.OldOutputs) is not { } state)
        {
            throw new ProviderException($"{call.Urn.Name}: the state does not say which key the peer has, so it cannot be removed. Import it again. Nothing was changed.");
        }

        // The network may have moved with the configuration before the peer goes, or go after it.
        var current = stores().Of(call.Urn.Stack, network);
        var recorded = stores().Of(call.Urn.Stack, network, call.OldOutputs);
        foreach (var store in (IEnumerable<NetworkStore>)(current.Record == recorded.Record ? [current] : [current, recorded]))
        {
            await store.ChangeAsync(found => found is null ? null : Placement.Put(found, call.Urn.Name, name, state, []), cancellationToken);
        }
    }

    private static DiffResult CompareInputs(DiffCall call)
    {
        // The provider fills these in when the program leaves them out.
        var old = call.OldInputs.ContainsKey(PeerInputs.PublicKey) ? call.OldOutputs : call.OldOutputs.Without(PeerInputs.PublicKey);
        var diff = new DiffBuilder(call with { OldOutputs = old })
            .Value(PeerInputs.Network, replaces: true)
            .Value(PeerInputs.Name, replaces: true);
        foreach (var name in PeerInputs.All.Except([PeerInputs.Network, PeerInputs.Name, PeerInputs.SlotHint]))
        {
            diff = PeerInputs.Sets.Contains(name) ? diff.Set(name, text => text) : diff.Value(name);
        }

        return diff.Build();
    }

    private static ReadResult Known(ReadCall call, PeerState state, HubNetwork? network)
    {
        if (network is null || !network.Peers.TryGetValue(state.PublicKey, out var peer))
        {
            return new(call.Id, call.Inputs, call.Outputs.With(Active, PropertyValue.Of(false)).With(AllowedIps, PropertyValue.Of()));
        }

        var outputs = call.Outputs.With(Active, PropertyValue.Of(true)).With(AllowedIps, Texts(peer.AllowedIps));
        return new(call.Id, call.Inputs, state.Previous is { } previous && !network.Peers.ContainsKey(previous) ? outputs.Without(PreviousPublicKey) : outputs);
    }

    private PeerState NextKey(UpdateCall call, PropertyMap inputs, PeerSpec wanted, PeerState old)
    {
        var hadOwn = call.OldInputs.ContainsKey(PeerInputs.PublicKey);
        var changes = wanted.OwnKey is { } own
            ? own != old.PublicKey
            : hadOwn || call.OldInputs.Count(PeerInputs.KeyGeneration) != inputs.Count(PeerInputs.KeyGeneration);
        if (changes)
        {
            var (open, secret) = MakeKey(wanted);
            return old.WithKey(open, secret, Overlaps(wanted));
        }

        return Overlaps(wanted) ? old : old with { Previous = null };
    }

    private bool Overlaps(PeerSpec spec) => spec.OverlapUntil is { } end && !EndDate.HasPassed(end, time);

    private static (string Open, string? Secret) MakeKey(PeerSpec spec)
    {
        if (spec.OwnKey is { } own)
        {
            return (own, null);
        }

        var secret = WireGuardKey.NewPrivate();
        return (WireGuardKey.PublicOf(secret), secret);
    }

    private static HubNetwork Existing(HubNetwork? found, ResourceUrn urn, NetworkStore store)
        => found ?? throw new ProviderException(
            $"{urn.Name}: there is no {store.Place} yet. Make a zoo:vpn:Network of that name and pass its output 'name' as '{PeerInputs.Network}', so that it is made first; if it was lost, run a refresh and an update. Nothing was changed.");

    private static (int Slot, int Lane)? SlotOf(AddressPlan plan, HubPeer peer) => PeerImport.SlotOf(plan, peer.AllowedIps);

    private PropertyMap Outputs(PropertyMap inputs, PeerSpec spec, PeerState state, NetworkStore store)
    {
        var accepted = state.HubPeers(spec, time);
        var configuration = PeerConfiguration.Write(spec, state);
        var outputs = inputs
            .With(SlotOutput, PropertyValue.Of(state.Slot))
            .With(Lane, PropertyValue.Of(state.Lane))
            .With(Addresses, PropertyValue.Of(spec.Plan.Peer(state.Slot, state.Lane).Select(address => PropertyValue.Of(address.ToString()))))
            .With(PeerInputs.PublicKey, PropertyValue.Of(state.PublicKey))
            .With(AllowedIps, accepted is [var current, ..] ? Texts(current.AllowedIps) : PropertyValue.Of())
            .With(Active, PropertyValue.Of(accepted.Count > 0))
            .With(Configuration, PropertyValue.Secret(PropertyValue.Of(configuration)))
            .With(QrPng, PropertyValue.Secret(PropertyValue.Of(Convert.ToBase64String(PeerQr.Png(configuration)))))
            .With(NetworkStores.PlaceOutput, PropertyValue.Of(store.Record));
        if (state.PrivateKey is { } secret)
        {
            outputs = outputs.With(PrivateKey, PropertyValue.Secret(PropertyValue.Of(secret)));
        }

        return state.Previous is { } previous ? outputs.With(PreviousPublicKey, PropertyValue.Of(previous)) : outputs;
    }

    // What a preview can say: what is asked for, and of the rest what cannot change.
    private static PropertyMap Planned(PropertyMap inputs, UpdateCall? update = null)
    {
        var keepsKey = update is not null && !update.OldInputs.ContainsKey(PeerInputs.PublicKey) && !inputs.ContainsKey(PeerInputs.PublicKey)
            && update.OldInputs.Count(PeerInputs.KeyGeneration) == inputs.Count(PeerInputs.KeyGeneration);
        var outputs = inputs;
        foreach (var name in (string[])[SlotOutput, Lane, Addresses, AllowedIps, Active, NetworkStores.PlaceOutput])
        {
            outputs = outputs.With(name, PropertyValue.Unknown);
        }

        foreach (var name in Secrets)
        {
            outputs = outputs.With(name, PropertyValue.Secret(PropertyValue.Unknown));
        }

        return inputs.ContainsKey(PeerInputs.PublicKey) ? outputs
            : outputs.With(PeerInputs.PublicKey, keepsKey && update!.OldOutputs.TryGetValue(PeerInputs.PublicKey, out var key) ? key : PropertyValue.Unknown);
    }

    private static PropertyValue Texts(EquatableArray<IpPrefix> prefixes) => PropertyValue.Of(prefixes.Select(prefix => PropertyValue.Of(prefix.ToString())));

    private static string Id(PropertyMap inputs)
        => inputs.Text(PeerInputs.Network) is { } network && inputs.Text(PeerInputs.Name) is { } name ? $"{network}/{name}" : "";

    private static (string Network, string Name) ParseId(string id, ResourceUrn urn)
        => id.Split('/', 2) is [var network, { Length: > 0 } name] && VpnInputs.IsInterfaceName(network)
            ? (network, name)
            : throw new ProviderException($"{urn.Name}: the id of a peer is NETWORK/NAME, such as staff/alice-laptop; on a live interface NETWORK/PUBLICKEY imports the peer of that key.");

    private static string Unknown(InputReader reader) => PeerInputs.All.FirstOrDefault(reader.IsUnknown) ?? PeerInputs.Network;
}
