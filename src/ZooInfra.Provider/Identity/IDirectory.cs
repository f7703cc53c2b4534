using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Identity;

/// <summary>
/// A directory, in a file or live. Every failure is a <see cref="ProviderException"/> that says what is wrong and what to do, and changes nothing.
/// </summary>
internal interface IDirectory
{
    /// <summary>How the directory carries things.</summary>
    DirectoryDialect Dialect { get; }

    /// <summary>The entry of this name; null when there is none.</summary>
    ValueTask<DirectoryEntry?> FindAsync(DistinguishedName dn, CancellationToken cancellationToken);

    /// <summary>The entry that carries <paramref name="uuid"/>, wherever it went, in the part of the directory that <paramref name="near"/> is in; null when there is none.</summary>
    ValueTask<DirectoryEntry?> FindAsync(string uuid, DistinguishedName near, CancellationToken cancellationToken);

    /// <summary>Makes an entry, and answers with it.</summary>
    ValueTask<DirectoryEntry> AddAsync(DirectoryEntry entry, CancellationToken cancellationToken);

    /// <summary>Changes values of an entry.</summary>
    ValueTask ModifyAsync(DistinguishedName dn, IReadOnlyList<AttributeChange> changes, CancellationToken cancellationToken);

    /// <summary>Gives an entry, with all below it, another name or place.</summary>
    ValueTask MoveAsync(DistinguishedName from, DistinguishedName to, CancellationToken cancellationToken);

    /// <summary>Removes an entry that has none below it; one that is gone already is a success.</summary>
    ValueTask DeleteAsync(DistinguishedName dn, CancellationToken cancellationToken);

    /// <summary>Which of these entries the directory can tell that it does not hold; a file holds only what was made here, so it tells none.</summary>
    ValueTask<IReadOnlyList<DistinguishedName>> MissingAsync(IReadOnlyList<DistinguishedName> references, CancellationToken cancellationToken);
}
