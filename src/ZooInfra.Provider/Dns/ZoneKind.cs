using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Backends;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Dns;

/// <summary><c>zoo:dns:Zone</c>: the zone itself, with its SOA and NS records. Its id is its name, with <c>VIEW:</c> before it when it has a view.</summary>
internal sealed class ZoneKind(Func<ZoneStores> stores, TimeProvider time) : ResourceKind
{
    /// <inheritdoc/>
    public override string Type => "zoo:dns:Zone";

    /// <inheritdoc/>
    public override CheckResult Check(PropertyMap inputs) => ZoneInputs.Read(inputs).Reader.Result;

    /// <inheritdoc/>
    public override CheckResult Check(CheckCall call)
    {
        var (reader, _) = ZoneInputs.Read(call.NewInputs);
        var plan = ZonePlan.Read(reader);
        ZoneChecks.Check(reader, plan);
        ZoneGuard.Check(reader, plan, call.OldInputs, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        return reader.Result with { Inputs = plan.Remember(reader.Inputs) };
    }

    /// <inheritdoc/>
    public override DiffResult Diff(DiffCall call) => stores().Compare(Compare(call), call, ZoneInputs.IdOf(call.NewInputs, ZoneInputs.Name)).Build();

    /// <inheritdoc/>
    public override async ValueTask<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken)
    {
        var (reader, head) = ZoneInputs.Read(call.Inputs);
        RequireGood(reader, call.Urn);
        var zone = ZoneInputs.IdOf(reader.Inputs, ZoneInputs.Name);
        var store = zone is null ? null : stores().ForNew(call.Urn, zone);
        if (call.Preview)
        {
            return new(zone?.ToString() ?? "", Outputs(reader.Inputs, store));
        }

        var wanted = head ?? throw NotKnown(call.Urn, Unknown(reader));
        await MakeAsync(store!, zone!, wanted, cancellationToken);
        return new(zone!.ToString(), Outputs(reader.Inputs, store));
    }

    /// <inheritdoc/>
    public override async ValueTask<ReadResult?> ReadAsync(ReadCall call, CancellationToken cancellationToken)
    {
        var zone = ParseId(call.Id, call.Urn);
        var store = stores().ForOld(call.Urn, zone, call.Outputs);
        if (await store.ReadAsync(cancellationToken) is not { } content)
        {
            return null;
        }

        var found = ZoneInputs.Write(content.Head);
        found = zone.View is { } view ? found.With(ZoneInputs.View, PropertyValue.Of(view)) : found;
        var changed = Compare(new(call.Urn, call.Id, call.Inputs, call.Outputs, found)).Build().Changes.Keys.Select(path => path.Split('[')[0]).ToHashSet();
        var inputs = Drift.Merge(found, call.Inputs.Count > 0 ? call.Inputs : call.Outputs, changed.Contains);
        return new(zone.ToString(), ZonePlan.CarryOver(call.Inputs, inputs), Outputs(inputs, store));
    }

    /// <inheritdoc/>
    public override async ValueTask<PropertyMap> UpdateAsync(UpdateCall call, CancellationToken cancellationToken)
    {
        var (reader, head) = ZoneInputs.Read(call.NewInputs);
        RequireGood(reader, call.Urn);
        var zone = ParseId(call.Id, call.Urn);
        var isInPlace = stores().IsInPlace(zone, call.OldOutputs);
        var store = isInPlace ? stores().ForOld(call.Urn, zone, call.OldOutputs) : stores().ForNew(call.Urn, zone);
        if (call.Preview)
        {
            return Outputs(reader.Inputs, store);
        }

        var wanted = head ?? throw NotKnown(call.Urn, Unknown(reader));
        if (!isInPlace)
        {
            await MakeAsync(store, zone, wanted, cancellationToken);
            return Outputs(reader.Inputs, store);
        }

        var expected = ZoneInputs.Read(OfZone(call.OldOutputs)).Head;
        await store.ChangeAsync(null, found =>
        {
            var content = found ?? throw store.Gone(call.Urn);
            return !store.IsLive || expected is null || content.Head == expected || content.Head == wanted
                ? content with { Head = wanted }
                : throw new ProviderException($"{call.Urn.Name}: somebody changed the SOA or NS records of the zone on {store.Place} since the last update. Nothing was overwritten; run a refresh to see the change, then the update again.");
        }, cancellationToken);
        return Outputs(reader.Inputs, store);
    }

    /// <inheritdoc/>
    public override async ValueTask DeleteAsync(DeleteCall call, CancellationToken cancellationToken)
    {
        var zone = ParseId(call.Id, call.Urn);
        var store = stores().ForOld(call.Urn, zone, call.OldOutputs);
        if (store.IsLive)
        {
            // Updates cannot remove a zone; its record sets are resources of their own, and an empty zone answers no worse than none.
            return;
        }

        await store.ChangeAsync(null, found =>
        {
            if (found is { Sets.Count: > 0 and var count })
            {
                var some = string.Join(", ", found.Sets.Values.Take(3).Select(set => $"{set.Name} {set.Type}"));
                throw new ProviderException(
                    $"The zone {zone} still holds {count} record set{(count == 1 ? "" : "s")} ({some}{(count > 3 ? ", …" : "")}) in {store.Place}. Remove them first; nothing was deleted.");
            }

            return null;
        }, cancellationToken);
    }

    private static DiffBuilder Compare(DiffCall call) => new DiffBuilder(call)
        .Value(ZoneInputs.Name, replaces: true, CanonicalName)
        .Value(ZoneInputs.View, replaces: true)
        .Set(ZoneInputs.NameServers, CanonicalName)
        .Value(ZoneInputs.Primary, canonical: CanonicalName)
        .Value(ZoneInputs.Contact, canonical: CanonicalContact)
        .Value(ZoneInputs.Ttl)
        .Value(ZoneInputs.Refresh)
        .Value(ZoneInputs.Retry)
        .Value(ZoneInputs.Expire)
        .Value(ZoneInputs.NegativeTtl);

    private static ValueTask MakeAsync(IZoneStore store, ZoneId zone, ZoneHead wanted, CancellationToken cancellationToken)
        => store.ChangeAsync(null, found => found is null ? ZoneContent.New(wanted)
            : found.Head == wanted ? found
            : store.IsLive && IsBlank(found) ? found with { Head = wanted }
            : throw new ProviderException(
                $"The zone {zone} exists already with other content in {store.Place}. Import it (pulumi import zoo:dns:Zone NAME {zone}){(store.IsLive ? "" : " or move the file away")}."), cancellationToken);

    // A server needs a zone with SOA, NS and the addresses of its name servers before it takes the first update.
    private static bool IsBlank(ZoneContent zone) => zone.Sets.Values.All(set =>
        set.Type is RecordType.A or RecordType.AAAA && zone.Head.NameServers.Contains(DnsName.Join(set.Name, zone.Head.Name)));

    private static ZoneId ParseId(string id, ResourceUrn urn) => ZoneId.TryParse(id, out var zone)
        ? zone
        : throw new ProviderException($"{urn.Name}: the id of a zone is its name, such as acme.example, or VIEW:acme.example when it has a view.");

    private PropertyMap Outputs(PropertyMap inputs, IZoneStore? store) => stores().Record(OfZone(inputs), store);

    private static PropertyMap OfZone(PropertyMap properties) => PropertyMap.From(properties.Where(property => ZoneInputs.OfZone.Contains(property.Key)));

    private static string Unknown(InputReader reader) => ZoneInputs.OfZone.FirstOrDefault(reader.IsUnknown) ?? ZoneInputs.Name;

    private static string CanonicalName(string text) => DnsName.TryParse(text, underscores: true, out var name, out _) ? name : text;

    private static string CanonicalContact(string text) => Mailbox.TryParse(text, out var mailbox, out _) ? mailbox : text;
}
