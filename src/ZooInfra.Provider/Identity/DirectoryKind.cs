using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Identity;

/// <summary>
/// A resource that is one entry of a directory. Its id is the name it was made with; a move keeps the id, so the state also holds where the entry
/// is (<c>dn</c>), the <c>file</c> or <c>server</c> it is in and, where the directory has one, what stays the same when it moves (<c>uuid</c>).
/// </summary>
internal abstract class DirectoryKind(Func<Directories> directories) : ResourceKind
{
    /// <summary>The output with the name of the entry.</summary>
    public const string Dn = "dn";

    /// <summary>The output with the directory's own id of the entry.</summary>
    public const string Uuid = "uuid";

    /// <summary>The word for the resource in sentences.</summary>
    protected abstract string Word { get; }

    /// <summary>All inputs.</summary>
    protected abstract IReadOnlyList<string> Inputs { get; }

    /// <summary>Reads the inputs.</summary>
    protected abstract DirectoryObject Read(PropertyMap inputs);

    /// <summary>The object class by which an entry is known to be of this kind.</summary>
    protected abstract string ObjectClass(DirectoryDialect dialect);

    /// <summary>The attributes that this resource decides on.</summary>
    protected abstract IReadOnlyList<ManagedAttribute> Managed(DirectoryDialect dialect);

    /// <summary>The inputs that would make an entry as it is.</summary>
    protected abstract PropertyMap Write(DirectoryEntry entry, DirectoryDialect dialect);

    /// <summary>Compares the inputs.</summary>
    protected abstract DiffBuilder Compare(DiffBuilder diff);

    /// <inheritdoc/>
    public override CheckResult Check(PropertyMap inputs) => Read(inputs).Reader.Result;

    /// <inheritdoc/>
    public override DiffResult Diff(DiffCall call) => directories().Compare(Compare(new DiffBuilder(call)), call.Urn, call.OldOutputs).Build();

    /// <inheritdoc/>
    public override async ValueTask<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken)
    {
        var (reader, entry) = Read(call.Inputs);
        RequireGood(reader, call.Urn);
        var directory = directories().Of(call.Urn.Stack);
        var wanted = entry?.Invoke(directory.Dialect);
        if (call.Preview)
        {
            return new(wanted?.Dn.Text ?? "", Outputs(directory, reader.Inputs, wanted?.Dn, null));
        }

        _ = wanted ?? throw NotKnown(call.Urn, Unknown(reader));
        var found = await directory.FindAsync(wanted.Dn, cancellationToken);
        if (found is not null)
        {
            RequireKind(found, directory.Dialect, call.Urn);
            if (AttributeChange.Between(found, wanted, Managed(directory.Dialect)).Count > 0)
            {
                throw new ProviderException($"{call.Urn.Name}: the {Word} {wanted.Dn} exists already with other content. Import it (pulumi import {Type} NAME '{wanted.Dn}') or remove it. Nothing was changed.");
            }
        }
        else
        {
            var members = Managed(directory.Dialect).Where(attribute => attribute.IsName).SelectMany(attribute => wanted[attribute.Name]);
            await RequireReferencesAsync(directory, wanted.Dn, members, call.Urn, cancellationToken);
            found = await directory.AddAsync(wanted, cancellationToken);
        }

        return new(wanted.Dn.Text, Outputs(directory, reader.Inputs, wanted.Dn, found.Uuid));
    }

    /// <inheritdoc/>
    public override async ValueTask<ReadResult?> ReadAsync(ReadCall call, CancellationToken cancellationToken)
    {
        var directory = directories().Of(call.Urn.Stack, call.Urn, call.Outputs);
        if (await LocateAsync(directory, call.Urn, call.Id, call.Outputs, cancellationToken) is not { } entry)
        {
            return null;
        }

        RequireKind(entry, directory.Dialect, call.Urn);
        var found = Write(entry, directory.Dialect);
        var changed = Diff(new(call.Urn, call.Id, call.Inputs, call.Outputs, found)).Changes.Keys.Select(path => path.Split('[')[0]).ToHashSet();
        var inputs = Drift.Merge(found, call.Inputs.Count > 0 ? call.Inputs : call.Outputs, changed.Contains);
        return new(call.Outputs.Count > 0 ? call.Id : entry.Dn.Text, inputs, Outputs(directory, inputs, entry.Dn, entry.Uuid));
    }

    /// <inheritdoc/>
    public override async ValueTask<PropertyMap> UpdateAsync(UpdateCall call, CancellationToken cancellationToken)
    {
        var (reader, entry) = Read(call.NewInputs);
        RequireGood(reader, call.Urn);
        var directory = directories().Of(call.Urn.Stack, call.Urn, call.OldOutputs);
        var wanted = entry?.Invoke(directory.Dialect);
        var uuid = call.OldOutputs.TryGetValue(Uuid, out var known) && known is PropertyValue.StringValue { Value: var text } ? text : null;
        if (call.Preview)
        {
            return Outputs(directory, reader.Inputs, wanted?.Dn, uuid);
        }

        _ = wanted ?? throw NotKnown(call.Urn, Unknown(reader));

        // The entry may be where it should be without this update: it goes with the unit it is in when that one moves.
        var found = await LocateAsync(directory, call.Urn, call.Id, call.OldOutputs, cancellationToken)
            ?? (uuid is null ? await directory.FindAsync(wanted.Dn, cancellationToken) : null)
            ?? throw new ProviderException($"{call.Urn.Name}: the {Word} {wanted.Dn} is gone from the directory. Run a refresh, so that the next update makes it again. Nothing was changed.");
        RequireKind(found, directory.Dialect, call.Urn);
        await ChangeAsync(directory, call.Urn, found, wanted, cancellationToken);
        return Outputs(directory, reader.Inputs, wanted.Dn, found.Uuid);
    }

    /// <inheritdoc/>
    public override async ValueTask DeleteAsync(DeleteCall call, CancellationToken cancellationToken)
    {
        var directory = directories().Of(call.Urn.Stack, call.Urn, call.OldOutputs);
        if (await LocateAsync(directory, call.Urn, call.Id, call.OldOutputs, cancellationToken) is { } entry)
        {
            await directory.DeleteAsync(entry.Dn, cancellationToken);
        }
    }

    private async ValueTask ChangeAsync(IDirectory directory, ResourceUrn urn, DirectoryEntry found, DirectoryEntry wanted, CancellationToken cancellationToken)
    {
        var changes = AttributeChange.Between(found, wanted, Managed(directory.Dialect));
        var joining = changes.Where(change => Managed(directory.Dialect).Any(attribute => attribute.IsName && attribute.Name == change.Attribute)).SelectMany(change => change.Added);
        await RequireReferencesAsync(directory, wanted.Dn, joining, urn, cancellationToken);
        var moves = found.Dn.Text != wanted.Dn.Text && (!found.Dn.Equals(wanted.Dn) || found.Dn.Names[0].Text != wanted.Dn.Names[0].Text);
        if (moves)
        {
            if (!found.Dn.Equals(wanted.Dn) && await directory.FindAsync(wanted.Dn, cancellationToken) is not null)
            {
                throw new ProviderException($"{urn.Name}: the {Word} cannot go from {found.Dn} to {wanted.Dn}, because there is an entry already. Nothing was changed.");
            }

            await directory.MoveAsync(found.Dn, wanted.Dn, cancellationToken);
        }

        if (changes.Count == 0)
        {
            return;
        }

        try
        {
            await directory.ModifyAsync(wanted.Dn, changes, cancellationToken);
        }
        catch (Exception) when (moves)
        {
            // A failure must leave nothing half-changed; a cancelled update may still take the time for that.
            await directory.MoveAsync(wanted.Dn, found.Dn, CancellationToken.None);
            throw;
        }
    }

    private static async ValueTask RequireReferencesAsync(IDirectory directory, DistinguishedName self, IEnumerable<string> references, ResourceUrn urn, CancellationToken cancellationToken)
    {
        var names = references.Select(text => DistinguishedName.TryParse(text, out var name, out _) ? name : null).OfType<DistinguishedName>().Where(name => !name.Equals(self)).ToList();
        if (names.Count > 0 && await directory.MissingAsync(names, cancellationToken) is [var first, ..] missing)
        {
            throw new ProviderException(
                $"{urn.Name}: the directory has no entry {first}{(missing.Count > 1 ? $" and {missing.Count - 1} more" : "")}. Somebody who makes an entry of that name later would inherit what the reference grants; correct the name or make the entry first. Nothing was changed.");
        }
    }

    private static async ValueTask<DirectoryEntry?> LocateAsync(IDirectory directory, ResourceUrn urn, string id, PropertyMap outputs, CancellationToken cancellationToken)
    {
        var written = outputs.TryGetValue(Dn, out var value) && value.Plain() is PropertyValue.StringValue { Value: var text } ? text : id;
        if (!DistinguishedName.TryParse(written, out var dn, out var problem))
        {
            throw new ProviderException($"{urn.Name}: the id is the name of an entry, such as ou=people,dc=acme,dc=example; this one {problem}.");
        }

        var uuid = outputs.TryGetValue(Uuid, out var known) && known.Plain() is PropertyValue.StringValue { Value: var stored } ? stored : null;
        var entry = await directory.FindAsync(dn, cancellationToken);
        return entry is not null && (uuid is null || entry.Uuid is null || entry.Uuid == uuid) ? entry
            : uuid is not null ? await directory.FindAsync(uuid, dn, cancellationToken)
            : null;
    }

    private void RequireKind(DirectoryEntry entry, DirectoryDialect dialect, ResourceUrn urn)
    {
        if (!entry["objectClass"].Contains(ObjectClass(dialect), StringComparer.OrdinalIgnoreCase))
        {
            throw new ProviderException($"{urn.Name}: the entry {entry.Dn} is no {Word}: it lacks the object class {ObjectClass(dialect)}. Nothing was changed.");
        }
    }

    private string Unknown(InputReader reader) => Inputs.FirstOrDefault(reader.IsUnknown) ?? Inputs[0];

    private PropertyMap Outputs(IDirectory directory, PropertyMap inputs, DistinguishedName? dn, string? uuid)
    {
        var outputs = directories().Record(directory, inputs).With(Dn, dn is null ? PropertyValue.Unknown : PropertyValue.Of(dn.Text));
        return uuid is null ? outputs : outputs.With(Uuid, PropertyValue.Of(uuid));
    }
}
