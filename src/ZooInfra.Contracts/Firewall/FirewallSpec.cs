namespace ZooInfra.Contracts.Firewall;

/// <summary>A firewall as somebody wrote it, in texts; <see cref="PolicyCompiler"/> makes sense of it.</summary>
public sealed record FirewallSpec
{
    /// <summary>The name of the firewall: 1 to 40 lower-case letters, digits and hyphens.</summary>
    public string Name { get; init; } = "";

    /// <summary>The zones; at most 63.</summary>
    public IReadOnlyList<ZoneSpec> Zones { get; init; } = [];

    /// <summary>Named sets of addresses, prefixes and ranges.</summary>
    public IReadOnlyList<NamedSetSpec> Addresses { get; init; } = [];

    /// <summary>Named sets of services.</summary>
    public IReadOnlyList<NamedSetSpec> Services { get; init; } = [];

    /// <summary>The rules; the first that matches decides, and what none matches is dropped.</summary>
    public IReadOnlyList<RuleSpec> Rules { get; init; } = [];

    /// <summary>Address translations.</summary>
    public IReadOnlyList<NatSpec> Nat { get; init; } = [];

    /// <summary>Whether what no rule matches is logged, at most ten packets a second.</summary>
    public bool LogDenied { get; init; } = true;
}
