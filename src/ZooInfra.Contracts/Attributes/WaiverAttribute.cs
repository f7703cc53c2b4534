namespace ZooInfra;

/// <summary>A granted exception from a rule: for the whole client, or for what one member of its class makes.</summary>
/// <param name="rule">The id of the rule: <c>ZOO6001</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Constructor | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class WaiverAttribute(string rule) : Attribute
{
    /// <summary>The id of the rule: <c>ZOO6001</c>.</summary>
    public string Rule { get; } = rule;

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>Who approved it; somebody else than who asked for it.</summary>
    public string? ApprovedBy { get; set; }

    /// <summary>Who asked for it.</summary>
    public string? RequestedBy { get; set; }

    /// <summary>The day from which it holds, <c>2026-12-01</c>.</summary>
    public string? Granted { get; set; }

    /// <summary>The last day on which it holds, <c>2027-03-31</c>.</summary>
    public string? Until { get; set; }

    /// <summary>Where the client agreed.</summary>
    public string? Clause { get; set; }

    /// <summary>What is done instead.</summary>
    public string? Compensating { get; set; }
}
