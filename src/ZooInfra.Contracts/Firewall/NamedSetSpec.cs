namespace ZooInfra.Contracts.Firewall;

/// <summary>A named set of addresses or of services, as written.</summary>
public sealed record NamedSetSpec
{
    /// <summary>1 to 40 lower-case letters, digits and hyphens.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its members; at least one.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];
}
