using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Backends;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Dns;

/// <summary><c>zoo:dns:RecordSet</c>: the records of one name and type. Its id is <c>ZONE/NAME/TYPE</c>, or <c>VIEW:ZONE/NAME/TYPE</c>.</summary>
internal sealed class RecordSetKind(Func<ZoneStores> stores) : ResourceKind
{
    /// <summary>The output with the absolute name, without the final dot.</summary>
    public const string Fqdn = "fqdn";

    /// <inheritdoc/>
    public override string Type => "zoo:dns:RecordSet";

    /// <inheritdoc/>
    public override CheckResult Check(PropertyMap inputs) => RecordSetInputs.Read(inputs).Reader.Result;

    /// <inheritdoc/>
    public override DiffResult Diff(DiffCall call)
    {
        var diff = stores().Compare(Compare(call), call, Zone(call.NewInputs)).Build();

        // Where only the type changes, the old set may be what a CNAME cannot share its name with, or the CNAME itself.
        return diff with { DeleteBeforeReplace = diff.Changes.ContainsKey(RecordSetInputs.Type) };
    }

    /// <inheritdoc/>
    public override async ValueTask<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken)
    {
        var (reader, _, set) = RecordSetInputs.Read(call.Inputs);
        RequireGood(reader, call.Urn);
        var zone = Zone(reader.Inputs);
        var store = zone is null ? null : stores().ForNew(call.Urn, zone);
        if (call.Preview)
        {
            return new(zone is not null && set is not null ? Id(zone, set) : "", Outputs(reader.Inputs, store));
        }

        var wanted = set ?? throw NotKnown(call.Urn, Unknown(reader));
        await MakeAsync(call.Urn, store!, zone!, wanted, cancellationToken);
        return new(Id(zone!, wanted), Outputs(reader.Inputs, store));
    }

    /// <inheritdoc/>
    public override async ValueTask<ReadResult?> ReadAsync(ReadCall call, CancellationToken cancellationToken)
    {
        var (zone, name, type) = ParseId(call.Id, call.Urn);
        var store = stores().ForOld(call.Urn, zone, call.Outputs);
        if (await store.ReadAsync(cancellationToken) is not { } content || content.Find(name, type) is not { } set)
        {
            return null;
        }

        // On a server every record has a TTL, so one that is the zone's may have been stated or not; what was written tells.
        var written = call.Inputs.Count > 0 ? call.Inputs : call.Outputs;
        if (store.IsLive && set.Ttl is null && written.ContainsKey(RecordSetInputs.Ttl))
        {
            set = new(set.Name, set.Type, content.Head.Ttl, set.Data);
        }

        var found = RecordSetInputs.Write(zone, set);
        var changed = Compare(new(call.Urn, call.Id, call.Inputs, call.Outputs, found)).Build().Changes.Keys.Select(path => path.Split('[')[0]).ToHashSet();
        var inputs = Drift.Merge(found, written, changed.Contains);
        return new(Id(zone, set), inputs, Outputs(inputs, store));
    }

    /// <inheritdoc/>
    public override async ValueTask<PropertyMap> UpdateAsync(UpdateCall call, CancellationToken cancellationToken)
    {
        var (reader, _, set) = RecordSetInputs.Read(call.NewInputs);
        RequireGood(reader, call.Urn);
        var zone = ParseId(call.Id, call.Urn).Zone;
        var isInPlace = stores().IsInPlace(zone, call.OldOutputs);
        var store = isInPlace ? stores().ForOld(call.Urn, zone, call.OldOutputs) : stores().ForNew(call.Urn, zone);
        if (call.Preview)
        {
            return Outputs(reader.Inputs, store);
        }

        var wanted = set ?? throw NotKnown(call.Urn, Unknown(reader));
        if (!isInPlace)
        {
            await MakeAsync(call.Urn, store, zone, wanted, cancellationToken);
            return Outputs(reader.Inputs, store);
        }

        await store.ChangeAsync(wanted.Key, found =>
        {
            var content = found ?? throw store.Gone(call.Urn);
            RequireAsInState(call.Urn, store, content, content.Find(wanted.Key), wanted, call.OldOutputs);
            return content.With(wanted);
        }, cancellationToken);
        return Outputs(reader.Inputs, store);
    }

    /// <inheritdoc/>
    public override async ValueTask DeleteAsync(DeleteCall call, CancellationToken cancellationToken)
    {
        var (zone, name, type) = ParseId(call.Id, call.Urn);
        var store = stores().ForOld(call.Urn, zone, call.OldOutputs);
        await store.ChangeAsync(new(name, type), found =>
        {
            if (found?.Find(name, type) is { } existing)
            {
                RequireAsInState(call.Urn, store, found, existing, null, call.OldOutputs);
            }

            return found?.Without(name, type);
        }, cancellationToken);
    }

    private static DiffBuilder Compare(DiffCall call)
    {
        var type = call.NewInputs.TryGetValue(RecordSetInputs.Type, out var value) && value.Plain() is PropertyValue.StringValue text ? RecordSetInputs.TypeOf(text.Value) : null;
        return new DiffBuilder(call)
            .Value(RecordSetInputs.Zone, replaces: true, Lower)
            .Value(ZoneInputs.View, replaces: true)
            .Value(RecordSetInputs.Name, replaces: true, Lower)
            .Value(RecordSetInputs.Type, replaces: true)
            .Value(RecordSetInputs.Ttl)
            .Set(RecordSetInputs.Records, data => RecordSyntax.Canonical(type, data));
    }

    private static ValueTask MakeAsync(ResourceUrn urn, IZoneStore store, ZoneId zone, ZoneRecordSet wanted, CancellationToken cancellationToken)
        => store.ChangeAsync(wanted.Key, found => found switch
        {
            null => throw new ProviderException(
                $"{urn.Name}: the zone {zone} has no file yet ({store.Place}). Make a zoo:dns:Zone of that name and pass its 'name' output as 'zone', so that it is made first."),
            _ => found.Find(wanted.Key) switch
            {
                null => found.With(wanted),
                var existing when (store.IsLive ? found.AreSame(existing, wanted) : existing.Equals(wanted)) => found,
                _ => throw new ProviderException(
                    $"{DnsName.Join(wanted.Name, zone.Name)} has {wanted.Type} records already, with other content, in {store.Place}. Import them (pulumi import zoo:dns:RecordSet NAME {Id(zone, wanted)}) or remove them there."),
            },
        }, cancellationToken);

    // Between a refresh and an update others may have changed what a server answers; overwriting that would lose their work.
    private static void RequireAsInState(ResourceUrn urn, IZoneStore store, ZoneContent content, ZoneRecordSet? found, ZoneRecordSet? wanted, PropertyMap state)
    {
        var expected = RecordSetInputs.OfState(state);
        if (!store.IsLive || expected is null || found is not null && (content.AreSame(found, expected) || wanted is not null && content.AreSame(found, wanted)))
        {
            return;
        }

        throw new ProviderException($"{urn.Name}: somebody changed or removed these records on {store.Place} since the last update. Nothing was overwritten; run a refresh to see the change, then the update again.");
    }

    private static ZoneId? Zone(PropertyMap inputs) => ZoneInputs.IdOf(inputs, RecordSetInputs.Zone);

    private PropertyMap Outputs(PropertyMap inputs, IZoneStore? store)
    {
        var zone = inputs[RecordSetInputs.Zone];
        var name = inputs[RecordSetInputs.Name];
        var fqdn = zone.Plain() is PropertyValue.StringValue z && name.Plain() is PropertyValue.StringValue n ? PropertyValue.Of(DnsName.Join(n.Value, z.Value)) : PropertyValue.Unknown;
        return stores().Record(inputs.With(Fqdn, fqdn.MarkedLike(zone).MarkedLike(name)), store);
    }

    private static string Id(ZoneId zone, ZoneRecordSet set) => $"{zone}/{set.Name}/{set.Type}";

    private static (ZoneId Zone, string Name, RecordType Type) ParseId(string id, ResourceUrn urn)
        => id.Split('/') is [var zoneText, var nameText, var typeText]
            && ZoneId.TryParse(zoneText, out var zone)
            && DnsName.TryParseRelative(nameText, zone.Name, underscores: true, out var name, out _)
            && RecordSetInputs.TypeOf(typeText) is { } type
                ? (zone, name, type)
                : throw new ProviderException($"{urn.Name}: the id of a record set is ZONE/NAME/TYPE, such as acme.example/www/A, with @ for the name of the zone itself, and VIEW: before it when the zone has a view.");

    private static string Unknown(InputReader reader) => RecordSetInputs.All.FirstOrDefault(reader.IsUnknown) ?? RecordSetInputs.Records;

    private static string Lower(string text) => text.ToLowerInvariant().TrimEnd('.');
}
