namespace ZooInfra;

/// <summary>A path by which a service comes back: see, call, follow the runbook, and wait for the DNS.</summary>
/// <param name="record">The name that moves, in full.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class FailoverAttribute(string record) : Attribute
{
    /// <summary>The name that moves, in full.</summary>
    public string Record { get; } = record;

    /// <summary>Until the outage is seen: <c>2m</c>.</summary>
    public string? Detect { get; set; }

    /// <summary>Until somebody works on it.</summary>
    public string? Page { get; set; }

    /// <summary>The name of the runbook.</summary>
    public string? Runbook { get; set; }

    /// <summary>For a planned move: the TTL before it was lowered.</summary>
    public string? FormerTtl { get; set; }

    /// <summary>When the TTL was lowered, UTC: <c>2027-03-31T16:00:00Z</c>.</summary>
    public string? Lowered { get; set; }

    /// <summary>When the name is planned to move, UTC.</summary>
    public string? CutOver { get; set; }
}
