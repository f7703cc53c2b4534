namespace ZooInfra.Contracts.Firewall;

/// <summary>A rule as written.</summary>
public sealed record RuleSpec
{
    /// <summary>1 to 40 lower-case letters, digits and hyphens; no other rule has it.</summary>
    public string Name { get; init; } = "";

    /// <summary><c>allow</c>, <c>deny</c> (drop in silence) or <c>reject</c> (drop and say so).</summary>
    public string Action { get; init; } = "allow";

    /// <summary>Zones that a connection comes from; <c>self</c> is the firewall, <c>any</c> every zone and the firewall.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>Zones that it goes to.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Addresses, prefixes, ranges and named sets that it comes from; empty for any.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Addresses, prefixes, ranges and named sets that it goes to, after destination NAT; empty for any.</summary>
    public IReadOnlyList<string> Destinations { get; init; } = [];

    /// <summary>Services, as <see cref="Firewall.Services.TryParse"/> reads them, and named sets.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>Whether new connections are logged, at most ten a second.</summary>
    public bool Log { get; init; }

    /// <summary>Who answers for it.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Why it is there.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Where it was asked for.</summary>
    public string Ticket { get; init; } = "";

    /// <summary>The date it was made: <c>2026-11-23</c>.</summary>
    public string Created { get; init; } = "";

    /// <summary>The last date, in UTC, on which it works; null for a permanent rule.</summary>
    public string? Expires { get; init; }

    /// <summary>Who approved that it never ends; null for a rule that ends.</summary>
    public string? PermanentApprover { get; init; }
}
