namespace ZooInfra;

/// <summary>How the client is helped, and when.</summary>
/// <param name="tier">What the tier is called.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SupportAttribute(string tier) : Attribute
{
    /// <summary>What the tier is called.</summary>
    public string Tier { get; } = tier;

    /// <summary>When somebody answers.</summary>
    public string? Hours { get; set; }

    /// <summary>How to reach them.</summary>
    public string? Contact { get; set; }

    /// <summary>Where it is agreed.</summary>
    public string? Clause { get; set; }
}
