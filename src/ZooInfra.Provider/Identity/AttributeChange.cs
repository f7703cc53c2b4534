using System.Collections.Immutable;

namespace ZooInfra.Provider.Identity;

/// <summary>
/// Values that go from and come to an attribute. Values are named one by one, so a directory refuses the change when somebody else changed
/// them meanwhile, and values of others are not touched.
/// </summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Removed">Values that go, as the directory spells them.</param>
/// <param name="Added">Values that come.</param>
internal sealed record AttributeChange(string Attribute, ImmutableArray<string> Removed, ImmutableArray<string> Added)
{
    /// <summary>What has to change for <paramref name="found"/> to have the attributes <paramref name="managed"/> of <paramref name="wanted"/>.</summary>
    /// <param name="found">The entry as it is.</param>
    /// <param name="wanted">The entry as it should be.</param>
    /// <param name="managed">The attributes that are looked at.</param>
    public static IReadOnlyList<AttributeChange> Between(DirectoryEntry found, DirectoryEntry wanted, IEnumerable<ManagedAttribute> managed)
        => [.. managed.Select(attribute =>
        {
            var has = found[attribute.Name].ToLookup(attribute.Key, StringComparer.Ordinal);
            var needs = wanted[attribute.Name].ToLookup(attribute.Key, StringComparer.Ordinal);
            return new AttributeChange(
                attribute.Name,
                [.. has.Where(value => !needs.Contains(value.Key)).Select(value => value.First())],
                [.. needs.Where(value => !has.Contains(value.Key)).Select(value => value.First())]);
        }).Where(change => change.Removed.Length + change.Added.Length > 0)];
}
