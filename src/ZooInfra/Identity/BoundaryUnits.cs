namespace ZooInfra.Identity;

/// <summary>The units of a tree with their paths, parents before children.</summary>
internal static class BoundaryUnits
{
    /// <summary>All units; a path is the names from the top, joined with slashes.</summary>
    public static IEnumerable<(IdentityUnit Unit, string Path, string? Parent)> All(IEnumerable<IdentityUnit> units, string? parent = null)
    {
        foreach (var unit in units)
        {
            var path = parent is null ? unit.Name : $"{parent}/{unit.Name}";
            yield return (unit, path, parent);
            foreach (var below in All(unit.Units, path))
            {
                yield return below;
            }
        }
    }
}
