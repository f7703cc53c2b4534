namespace ZooInfra.Identity;

/// <summary>A group. It has these members and no others.</summary>
/// <param name="Name">Its name; also the name by which policies of the boundary refer to it.</param>
/// <param name="Unit">The path of the unit it is in, such as <c>Org X/Groups</c>.</param>
public sealed record IdentityGroup(string Name, string Unit)
{
    /// <summary>The accounts in it, by name.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];

    /// <summary>The groups in it, by name.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>What it is for; null for no description.</summary>
    public string? Description { get; init; }
}
