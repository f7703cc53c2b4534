namespace ZooInfra.Contracts.Firewall;

/// <summary>Interfaces that are trusted alike.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Interfaces">Its interfaces, in ordinal order.</param>
/// <param name="Networks">The prefixes behind it; empty when they are not declared.</param>
/// <param name="Client">Whose zone it is; null when nobody says.</param>
public sealed record Zone(string Name, IReadOnlyList<string> Interfaces, IntervalSet Networks, string? Client)
{
    /// <summary>The firewall itself, as rules name it.</summary>
    public const string Self = "self";

    /// <summary>Every zone and the firewall itself, as rules name them.</summary>
    public const string Any = "any";
}
