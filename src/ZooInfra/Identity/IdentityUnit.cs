namespace ZooInfra.Identity;

/// <summary>An organizational unit with the units below it.</summary>
/// <param name="Name">Its name within its parent; 1 to 64 characters without a slash, since paths such as <c>Org X/Staff</c> name units.</param>
/// <param name="Units">The units below it.</param>
public sealed record IdentityUnit(string Name, params IReadOnlyList<IdentityUnit> Units)
{
    /// <summary>What it is for; null for no description.</summary>
    public string? Description { get; init; }
}
