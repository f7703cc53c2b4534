using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Vpn;

/// <summary>
/// <c>zoo:vpn:Network</c>: a WireGuard interface with its key, port and addresses. Its id is its name. The key lives in the state as a secret, so
/// an interface that is lost, as at a restart of the machine, comes back with the same key.
/// </summary>
internal sealed class NetworkKind(Func<NetworkStores> stores) : ResourceKind
{
    public const string PublicKey = "publicKey";
    public const string PrivateKey = "privateKey";
    public const string Addresses = "addresses";
    public const string EndpointText = "endpoint";
    public const string Present = "present";

    /// <inheritdoc/>
    public override string Type => "zoo:vpn:Network";

    /// <inheritdoc/>
    public override CheckResult Check(PropertyMap inputs) => NetworkInputs.Read(inputs).Reader.Result;

    /// <inheritdoc/>
    public override DiffResult Diff(DiffCall call)
    {
        var diff = new DiffBuilder(call)
            .Value(NetworkInputs.Name, replaces: true)
            .Set(NetworkInputs.Prefixes, text => text)
            .Value(NetworkInputs.Host)
            .Value(NetworkInputs.ListenPort)
            .Value(NetworkInputs.Mtu)
            .Value(NetworkInputs.KeyGeneration)
            .Build();
        var drift = diff.Changes;
        if (call.OldOutputs.Flag(Present) == false)
        {
            drift = drift.SetItem(Present, new(ChangeKind.Update, Replaces: false, InputDiff: false));
        }

        if (call.OldOutputs.Text(PrivateKey) is { } key && WireGuardKey.IsKey(key) && call.OldOutputs.Text(PublicKey) is { } open && WireGuardKey.PublicOf(key) != open)
        {
            drift = drift.SetItem(PublicKey, new(ChangeKind.Update, Replaces: false, InputDiff: false));
        }

        if (NetworkInputs.Read(call.NewInputs).Spec is { } spec && call.OldOutputs.Texts(Addresses) is { } found && !found.SequenceEqual(AddressTexts(spec)))
        {
            drift = drift.SetItem(Addresses, new(ChangeKind.Update, Replaces: false, InputDiff: false));
        }

        if (call.OldOutputs.Text(NetworkStores.PlaceOutput) is { } place && call.NewInputs.Text(NetworkInputs.Name) is { } name
            && VpnInputs.IsInterfaceName(name) && place != stores().Of(call.Urn.Stack, name).Record)
        {
            drift = drift.SetItem(NetworkStores.PlaceOutput, new(ChangeKind.Update, Replaces: false, InputDiff: false));
        }

        return diff with { Changes = drift };
    }

    /// <inheritdoc/>
    public override async ValueTask<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken)
    {
        var (reader, spec) = NetworkInputs.Read(call.Inputs);
        RequireGood(reader, call.Urn);
        if (call.Preview)
        {
            return new(spec?.Name ?? "", Outputs(reader.Inputs, spec, null, null));
        }

        var wanted = spec ?? throw NotKnown(call.Urn, Unknown(reader));
        var key = WireGuardKey.NewPrivate();
        var store = stores().Of(call.Urn.Stack, wanted.Name);
        await store.ChangeAsync(found =>
        {
            if (found is { PrivateKey: not null })
            {
                throw new ProviderException(
                    $"{call.Urn.Name}: {store.Place} exists already. Import it (pulumi import zoo:vpn:Network NAME {wanted.Name}) or remove it. Nothing was changed.");
            }

            return wanted.With(key, found?.Peers);
        }, cancellationToken);
        return new(wanted.Name, Outputs(reader.Inputs, wanted, key, store));
    }

    /// <inheritdoc/>
    public override async ValueTask<ReadResult?> ReadAsync(ReadCall call, CancellationToken cancellationToken)
    {
        if (!VpnInputs.IsInterfaceName(call.Id))
        {
            throw new ProviderException($"{call.Urn.Name}: the id of a network is the name of its interface, such as staff.");
        }

        var known = call.Outputs.Text(PrivateKey);
        var store = stores().Of(call.Urn.Stack, call.Id, call.Outputs);
        var network = await store.ReadAsync(cancellationToken);
        if (network?.PrivateKey is not { } key)
        {
            return known is null ? null : new(call.Id, call.Inputs, call.Outputs.With(Present, PropertyValue.Of(false)));
        }

        // What an interface does not know stays as it was written; what it does, an absent MTU too, is as found.
        var found = NetworkInputs.Write(network);
        var written = call.Inputs.Count > 0 ? call.Inputs : call.Outputs;
        foreach (var name in (string[])[NetworkInputs.Host, NetworkInputs.KeyGeneration])
        {
            if (written.TryGetValue(name, out var value))
            {
                found = found.With(name, value);
            }
        }

        if (!written.ContainsKey(NetworkInputs.Mtu))
        {
            // A device has an MTU even when nobody asked for one.
            found = found.Without(NetworkInputs.Mtu);
        }

        var changed = new DiffBuilder(new(call.Urn, call.Id, call.Inputs, call.Outputs, found))
            .Set(NetworkInputs.Prefixes, text => text).Value(NetworkInputs.ListenPort).Value(NetworkInputs.Mtu).Build().Changes.Keys.Select(path => path.Split('[')[0]).ToHashSet();
        var inputs = Drift.Merge(found, written, changed.Contains);
        var outputs = Outputs(inputs, NetworkInputs.Read(inputs).Spec, known ?? key, store)
            .With(PublicKey, PropertyValue.Of(WireGuardKey.PublicOf(key)))
            .With(Addresses, PropertyValue.Of(network.Addresses.Select(address => PropertyValue.Of(address.ToString()))));
        return new(call.Id, inputs, outputs);
    }

    /// <inheritdoc/>
    public override async ValueTask<PropertyMap> UpdateAsync(UpdateCall call, CancellationToken cancellationToken)
    {
        var (reader, spec) = NetworkInputs.Read(call.NewInputs);
        RequireGood(reader, call.Urn);
        var rotates = call.OldInputs.Count(NetworkInputs.KeyGeneration) != reader.Inputs.Count(NetworkInputs.KeyGeneration);
        var key = rotates || call.OldOutputs.Text(PrivateKey) is not { } kept || !WireGuardKey.IsKey(kept) ? null : kept;
        if (call.Preview)
        {
            return Outputs(reader.Inputs, spec, key, null);
        }

        var wanted = spec ?? throw NotKnown(call.Urn, Unknown(reader));
        key = rotates ? WireGuardKey.NewPrivate()
            : key ?? throw new ProviderException($"{call.Urn.Name}: the state does not hold the private key of the network. Import it again, or raise '{NetworkInputs.KeyGeneration}' to make a new key.");
        var store = stores().Of(call.Urn.Stack, wanted.Name);
        var former = stores().Of(call.Urn.Stack, wanted.Name, call.OldOutputs);
        var moves = former.Record != store.Record;
        var moved = moves ? await former.ReadAsync(cancellationToken) : null;
        await store.ChangeAsync(found => moves && found is { PrivateKey: not null and var other } && other != key
            ? throw new ProviderException($"{call.Urn.Name}: the network moves to {store.Place}, but that exists already with another key. Remove it first. Nothing was changed.")
            : wanted.With(key, moved?.Peers ?? found?.Peers), cancellationToken);
        if (moves)
        {
            await former.ChangeAsync(_ => null, cancellationToken);
        }

        return Outputs(reader.Inputs, wanted, key, store);
    }

    /// <inheritdoc/>
    public override async ValueTask DeleteAsync(DeleteCall call, CancellationToken cancellationToken)
    {
        if (!VpnInputs.IsInterfaceName(call.Id))
        {
            throw new ProviderException($"{call.Urn.Name}: the id of a network is the name of its interface, such as staff.");
        }

        var store = stores().Of(call.Urn.Stack, call.Id, call.OldOutputs);
        await store.ChangeAsync(found => found is { Peers.Count: > 0 and var count }
            ? throw new ProviderException($"{call.Urn.Name}: {store.Place} still has {count} peer{(count == 1 ? "" : "s")}. Remove them first; nothing was deleted.")
            : null, cancellationToken);
    }

    private static PropertyMap Outputs(PropertyMap inputs, NetworkSpec? spec, string? key, NetworkStore? store) => inputs
        .With(PublicKey, key is null ? PropertyValue.Unknown : PropertyValue.Of(WireGuardKey.PublicOf(key)))
        .With(PrivateKey, PropertyValue.Secret(key is null ? PropertyValue.Unknown : PropertyValue.Of(key)))
        .With(Addresses, spec is null ? PropertyValue.Unknown : PropertyValue.Of(AddressTexts(spec).Select(PropertyValue.Of)))
        .With(EndpointText, spec is null ? PropertyValue.Unknown : PropertyValue.Of(Endpoint.Join(spec.Host, spec.ListenPort)))
        .With(NetworkStores.PlaceOutput, store is null ? PropertyValue.Unknown : PropertyValue.Of(store.Record))
        .With(Present, PropertyValue.Of(true));

    private static IEnumerable<string> AddressTexts(NetworkSpec spec) => spec.Addresses.Select(address => address.ToString());

    private static string Unknown(InputReader reader) => NetworkInputs.All.FirstOrDefault(reader.IsUnknown) ?? NetworkInputs.Name;
}
