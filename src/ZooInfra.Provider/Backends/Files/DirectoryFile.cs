using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Identity;

namespace ZooInfra.Provider.Backends.Files;

/// <summary>
/// The part of a directory that is made here, as one LDIF file: <c>STACK/identity/directory.ldif</c>. Entries that are only referred to, such as the
/// base and the users, are not in it.
/// </summary>
internal sealed class DirectoryFile(string root, string stack, DirectoryDialect dialect) : IDirectory
{
    /// <summary>The file below the folder of the stack.</summary>
    public const string Below = "identity/directory.ldif";

    private readonly StackFile _file = new(root, stack, "identity", "directory.ldif");

    /// <summary>Where it is.</summary>
    public string Path => _file.Path;

    /// <inheritdoc/>
    public DirectoryDialect Dialect => dialect;

    /// <inheritdoc/>
    public async ValueTask<DirectoryEntry?> FindAsync(DistinguishedName dn, CancellationToken cancellationToken)
        => Load(await _file.ReadAsync(cancellationToken)).GetValueOrDefault(dn);

    /// <inheritdoc/>
    public ValueTask<DirectoryEntry?> FindAsync(string uuid, DistinguishedName near, CancellationToken cancellationToken) => new((DirectoryEntry?)null);

    /// <inheritdoc/>
    public async ValueTask<DirectoryEntry> AddAsync(DirectoryEntry entry, CancellationToken cancellationToken)
    {
        await ChangeAsync(entries =>
        {
            if (!entries.TryAdd(entry.Dn, entry))
            {
                throw new ProviderException($"The entry {entry.Dn} came into {_file.Path} meanwhile. Run the update again. Nothing was changed.");
            }
        }, cancellationToken);
        return entry;
    }

    /// <inheritdoc/>
    public ValueTask ModifyAsync(DistinguishedName dn, IReadOnlyList<AttributeChange> changes, CancellationToken cancellationToken)
        => ChangeAsync(entries =>
        {
            var entry = Require(entries, dn);
            foreach (var change in changes)
            {
                var values = entry[change.Attribute];
                if (change.Removed.Any(value => !values.Contains(value, StringComparer.Ordinal)))
                {
                    throw new ProviderException($"The attribute {change.Attribute} of {dn} changed in {_file.Path} meanwhile. Run the update again. Nothing was changed.");
                }

                entry = entry.With(change.Attribute, values.RemoveRange(change.Removed, StringComparer.Ordinal).AddRange(change.Added));
            }

            entries[dn] = entry;
        }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask MoveAsync(DistinguishedName from, DistinguishedName to, CancellationToken cancellationToken)
        => ChangeAsync(entries =>
        {
            var head = Require(entries, from);
            foreach (var entry in entries.Values.Where(entry => entry.Dn.IsAtOrBelow(from)).ToList())
            {
                entries.Remove(entry.Dn);
                var moved = entry with { Dn = entry.Dn.Moved(from, to) };
                entries[moved.Dn] = entry == head ? Renamed(moved, from, to) : moved;
            }
        }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DeleteAsync(DistinguishedName dn, CancellationToken cancellationToken)
        => ChangeAsync(entries =>
        {
            var below = entries.Keys.Where(name => name.IsAtOrBelow(dn) && !name.Equals(dn)).ToList();
            if (below.Count > 0)
            {
                throw new ProviderException($"The entry {dn} still has {below[0]}{(below.Count > 1 ? $" and {below.Count - 1} more" : "")} below it in {_file.Path}. Remove those first. Nothing was deleted.");
            }

            entries.Remove(dn);
        }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DistinguishedName>> MissingAsync(IReadOnlyList<DistinguishedName> references, CancellationToken cancellationToken)
        => new((IReadOnlyList<DistinguishedName>)[]);

    private static DirectoryEntry Renamed(DirectoryEntry entry, DistinguishedName from, DistinguishedName to)
    {
        foreach (var pair in from.Names[0].Pairs)
        {
            entry = entry.With(pair.Type, entry[pair.Type].Where(value => new NamePair(pair.Type, value).Key != pair.Key));
        }

        foreach (var pair in to.Names[0].Pairs)
        {
            entry = entry.With(pair.Type, entry[pair.Type].Add(pair.Value));
        }

        return entry;
    }

    private ValueTask ChangeAsync(Action<Dictionary<DistinguishedName, DirectoryEntry>> change, CancellationToken cancellationToken)
        => _file.ChangeAsync(text =>
        {
            var entries = Load(text);
            change(entries);
            return entries.Count > 0 ? LdifWriter.Write(entries.Values) : null;
        }, cancellationToken);

    private Dictionary<DistinguishedName, DirectoryEntry> Load(string? text)
    {
        try
        {
            return LdifReader.Read(text ?? "").ToDictionary(entry => entry.Dn);
        }
        catch (FormatException exception)
        {
            throw new ProviderException($"{_file.Path}, {exception.Message}. Nothing was changed; put the line right, or move the file away and run a refresh.", exception);
        }
    }

    private DirectoryEntry Require(Dictionary<DistinguishedName, DirectoryEntry> entries, DistinguishedName dn)
        => entries.GetValueOrDefault(dn) ?? throw new ProviderException($"The entry {dn} is gone from {_file.Path}. Run a refresh, so that the next update makes it again. Nothing was changed.");
}
