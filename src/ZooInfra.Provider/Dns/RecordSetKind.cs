using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Backends.Files;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Dns;

/// <summary><c>zoo:dns:RecordSet</c>: the records of one name and type. Its id is <c>ZONE/NAME/TYPE</c>.</summary>
internal sealed class RecordSetKind(Func<ZoneFiles> files) : ResourceKind
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
        var type = call.NewInputs.TryGetValue(RecordSetInputs.Type, out var value) && value.Plain() is PropertyValue.StringValue text ? RecordSetInputs.TypeOf(text.Value) : null;
        var diff = new DiffBuilder(call)
            .Value(RecordSetInputs.Zone, replaces: true, Lower)
            .Value(RecordSetInputs.Name, replaces: true, Lower)
            .Value(RecordSetInputs.Type, replaces: true)
            .Value(RecordSetInputs.Ttl)
            .Set(RecordSetInputs.Records, data => RecordSyntax.Canonical(type, data))
            .File(files().Folder, Zone(call.NewInputs) is { } zone ? files().Of(call.Urn.Stack, zone).Path : null)
            .Build();

        // Where only the type changes, the old set may be what a CNAME cannot share its name with, or the CNAME itself.
        return diff with { DeleteBeforeReplace = diff.Changes.ContainsKey(RecordSetInputs.Type) };
    }

    /// <inheritdoc/>
    public override async ValueTask<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken)
    {
        var (reader, zone, set) = RecordSetInputs.Read(call.Inputs);
        RequireGood(reader, call.Urn);
        if (call.Preview)
        {
            return new(zone is not null && set is not null ? Id(zone, set) : "", Outputs(reader.Inputs, Zone(reader.Inputs) is { } known ? files().Of(call.Urn.Stack, known) : null));
        }

        var wanted = set ?? throw NotKnown(call.Urn, Unknown(reader));
        var file = files().Of(call.Urn.Stack, zone!);
        await file.ChangeAsync(found => found switch
        {
            null => throw new ProviderException(
                $"{call.Urn.Name}: the zone {zone} has no file yet ({file.Path}). Make a zoo:dns:Zone of that name and pass its 'name' output as 'zone', so that it is made first."),
            _ => found.Find(wanted.Name, wanted.Type) switch
            {
                null => found.With(wanted),
                var existing when existing.Equals(wanted) => found,
                _ => throw new ProviderException(
                    $"{DnsName.Join(wanted.Name, zone!)} has {wanted.Type} records already, with other content, in {file.Path}. Import them (pulumi import zoo:dns:RecordSet NAME {Id(zone!, wanted)}) or remove them from the file."),
            },
        }, cancellationToken);
        return new(Id(zone!, wanted), Outputs(reader.Inputs, file));
    }

    /// <inheritdoc/>
    public override async ValueTask<ReadResult?> ReadAsync(ReadCall call, CancellationToken cancellationToken)
    {
        var (zone, name, type) = ParseId(call.Id, call.Urn);
        var file = files().Of(call.Urn.Stack, zone, call.Outputs);
        if ((await file.ReadAsync(cancellationToken))?.Find(name, type) is not { } set)
        {
            return null;
        }

        var found = RecordSetInputs.Write(zone, set);
        var changed = Diff(new(call.Urn, call.Id, call.Inputs, call.Outputs, found)).Changes.Keys.Select(path => path.Split('[')[0]).ToHashSet();
        var inputs = Drift.Merge(found, call.Inputs.Count > 0 ? call.Inputs : call.Outputs, changed.Contains);
        return new(Id(zone, set), inputs, Outputs(inputs, file));
    }

    /// <inheritdoc/>
    public override async ValueTask<PropertyMap> UpdateAsync(UpdateCall call, CancellationToken cancellationToken)
    {
        var (reader, zone, set) = RecordSetInputs.Read(call.NewInputs);
        RequireGood(reader, call.Urn);
        var file = files().Of(call.Urn.Stack, ParseId(call.Id, call.Urn).Zone, call.OldOutputs);
        if (call.Preview)
        {
            return Outputs(reader.Inputs, file);
        }

        var wanted = set ?? throw NotKnown(call.Urn, Unknown(reader));
        await file.ChangeAsync(found => (found ?? throw file.Gone(call.Urn)).With(wanted), cancellationToken);
        return Outputs(reader.Inputs, file);
    }

    /// <inheritdoc/>
    public override async ValueTask DeleteAsync(DeleteCall call, CancellationToken cancellationToken)
    {
        var (zone, name, type) = ParseId(call.Id, call.Urn);
        await files().Of(call.Urn.Stack, zone, call.OldOutputs).ChangeAsync(found => found?.Without(name, type), cancellationToken);
    }

    private static string? Zone(PropertyMap inputs) => inputs.TryGetValue(RecordSetInputs.Zone, out var value) && value.Plain() is PropertyValue.StringValue text ? Lower(text.Value) : null;

    private PropertyMap Outputs(PropertyMap inputs, ZoneFile? file)
    {
        var zone = inputs[RecordSetInputs.Zone];
        var name = inputs[RecordSetInputs.Name];
        var fqdn = zone.Plain() is PropertyValue.StringValue z && name.Plain() is PropertyValue.StringValue n ? PropertyValue.Of(DnsName.Join(n.Value, z.Value)) : PropertyValue.Unknown;
        return inputs
            .With(Fqdn, fqdn.MarkedLike(zone).MarkedLike(name))
            .With(OutFolder.FileOutput, file is null ? PropertyValue.Unknown : PropertyValue.Of(files().Folder.Record(file.Path)));
    }

    private static string Id(string zone, ZoneRecordSet set) => $"{zone}/{set.Name}/{set.Type}";

    private static (string Zone, string Name, RecordType Type) ParseId(string id, ResourceUrn urn)
        => id.Split('/') is [var zoneText, var nameText, var typeText]
            && DnsName.TryParse(zoneText, underscores: true, out var zone, out _)
            && DnsName.TryParseRelative(nameText, zone, underscores: true, out var name, out _)
            && RecordSetInputs.TypeOf(typeText) is { } type
                ? (zone, name, type)
                : throw new ProviderException($"{urn.Name}: the id of a record set is ZONE/NAME/TYPE, such as acme.example/www/A, with @ for the name of the zone itself.");

    private static string Unknown(InputReader reader) => RecordSetInputs.All.FirstOrDefault(reader.IsUnknown) ?? RecordSetInputs.Records;

    private static string Lower(string text) => text.ToLowerInvariant().TrimEnd('.');
}
