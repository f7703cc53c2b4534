using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Backends.Files;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Dns;

/// <summary><c>zoo:dns:Zone</c>: the zone itself, with its SOA and NS records. Its id is its name.</summary>
internal sealed class ZoneKind(Func<ZoneFiles> files) : ResourceKind
{
    /// <inheritdoc/>
    public override string Type => "zoo:dns:Zone";

    /// <inheritdoc/>
    public override CheckResult Check(PropertyMap inputs) => ZoneInputs.Read(inputs).Reader.Result;

    /// <inheritdoc/>
    public override DiffResult Diff(DiffCall call) => new DiffBuilder(call)
        .Value(ZoneInputs.Name, replaces: true, CanonicalName)
        .Set(ZoneInputs.NameServers, CanonicalName)
        .Value(ZoneInputs.Primary, canonical: CanonicalName)
        .Value(ZoneInputs.Contact, canonical: CanonicalContact)
        .Value(ZoneInputs.Ttl)
        .Value(ZoneInputs.Refresh)
        .Value(ZoneInputs.Retry)
        .Value(ZoneInputs.Expire)
        .Value(ZoneInputs.NegativeTtl)
        .File(files().Folder, Name(call.NewInputs) is { } name ? files().Of(call.Urn.Stack, name).Path : null)
        .Build();

    /// <inheritdoc/>
    public override async ValueTask<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken)
    {
        var (reader, head) = ZoneInputs.Read(call.Inputs);
        RequireGood(reader, call.Urn);
        if (call.Preview)
        {
            return new(head?.Name ?? "", Outputs(reader.Inputs, Name(reader.Inputs) is { } name ? files().Of(call.Urn.Stack, name) : null));
        }

        var wanted = head ?? throw NotKnown(call.Urn, Unknown(reader));
        var file = files().Of(call.Urn.Stack, wanted.Name);
        await file.ChangeAsync(found => found is null ? ZoneContent.New(wanted)
            : found.Head == wanted ? found
            : throw new ProviderException(
                $"The zone {wanted.Name} exists already with other content in {file.Path}. Import it (pulumi import zoo:dns:Zone NAME {wanted.Name}) or move the file away."), cancellationToken);
        return new(wanted.Name, Outputs(reader.Inputs, file));
    }

    /// <inheritdoc/>
    public override async ValueTask<ReadResult?> ReadAsync(ReadCall call, CancellationToken cancellationToken)
    {
        if (!DnsName.TryParse(call.Id, underscores: true, out var name, out var problem))
        {
            throw new ProviderException($"{call.Urn.Name}: the id of a zone is its name, such as acme.example; this one {problem}.");
        }

        var file = files().Of(call.Urn.Stack, name, call.Outputs);
        if (await file.ReadAsync(cancellationToken) is not { } zone)
        {
            return null;
        }

        var found = ZoneInputs.Write(zone.Head);
        var changed = Diff(new(call.Urn, name, call.Inputs, call.Outputs, found)).Changes.Keys.Select(path => path.Split('[')[0]).ToHashSet();
        var inputs = Drift.Merge(found, call.Inputs.Count > 0 ? call.Inputs : call.Outputs, changed.Contains);
        return new(name, inputs, Outputs(inputs, file));
    }

    /// <inheritdoc/>
    public override async ValueTask<PropertyMap> UpdateAsync(UpdateCall call, CancellationToken cancellationToken)
    {
        var (reader, head) = ZoneInputs.Read(call.NewInputs);
        RequireGood(reader, call.Urn);
        var file = files().Of(call.Urn.Stack, call.Id, call.OldOutputs);
        if (call.Preview)
        {
            return Outputs(reader.Inputs, file);
        }

        var wanted = head ?? throw NotKnown(call.Urn, Unknown(reader));
        await file.ChangeAsync(found => found is null ? throw file.Gone(call.Urn) : found with { Head = wanted }, cancellationToken);
        return Outputs(reader.Inputs, file);
    }

    /// <inheritdoc/>
    public override async ValueTask DeleteAsync(DeleteCall call, CancellationToken cancellationToken)
    {
        var file = files().Of(call.Urn.Stack, call.Id, call.OldOutputs);
        await file.ChangeAsync(found =>
        {
            if (found is { Sets.Count: > 0 and var count })
            {
                var some = string.Join(", ", found.Sets.Values.Take(3).Select(set => $"{set.Name} {set.Type}"));
                throw new ProviderException(
                    $"The zone {call.Id} still holds {count} record set{(count == 1 ? "" : "s")} ({some}{(count > 3 ? ", …" : "")}) in {file.Path}. Remove them first; nothing was deleted.");
            }

            return null;
        }, cancellationToken);
    }

    private PropertyMap Outputs(PropertyMap inputs, ZoneFile? file)
        => inputs.With(OutFolder.FileOutput, file is null ? PropertyValue.Unknown : PropertyValue.Of(files().Folder.Record(file.Path)));

    private static string? Name(PropertyMap inputs) => inputs.TryGetValue(ZoneInputs.Name, out var value) && value.Plain() is PropertyValue.StringValue text ? CanonicalName(text.Value) : null;

    private static string Unknown(InputReader reader) => ZoneInputs.All.FirstOrDefault(reader.IsUnknown) ?? ZoneInputs.Name;

    private static string CanonicalName(string text) => DnsName.TryParse(text, underscores: true, out var name, out _) ? name : text;

    private static string CanonicalContact(string text) => Mailbox.TryParse(text, out var mailbox, out _) ? mailbox : text;
}
