namespace ZooInfra.Contracts.Firewall;

/// <summary>A zone as written: interfaces that are trusted alike.</summary>
public sealed record ZoneSpec
{
    /// <summary>1 to 40 lower-case letters, digits and hyphens; neither <c>any</c> nor <c>self</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its network interfaces; an interface is in one zone only.</summary>
    public IReadOnlyList<string> Interfaces { get; init; } = [];

    /// <summary>The prefixes that live behind it, where they are known; they say who collides with whom and match no packet.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    /// <summary>The client whose zone it is, on a firewall that several share.</summary>
    public string? Client { get; init; }
}
