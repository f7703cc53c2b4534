using ZooInfra.Contracts;

namespace ZooInfra;

/// <summary>A safeguard that a regime asks for and no component shows.</summary>
/// <param name="kind">What it is.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SafeguardAttribute(SafeguardKind kind) : Attribute
{
    /// <summary>What it is.</summary>
    public SafeguardKind Kind { get; } = kind;

    /// <summary>What proves it.</summary>
    public string? Document { get; set; }

    /// <summary>How often it is done: <c>24h</c>.</summary>
    public string? Every { get; set; }

    /// <summary>How long what it makes is kept, in days.</summary>
    public int KeepDays { get; set; }

    /// <summary>When it was last shown to work, <c>2027-03-31</c>.</summary>
    public string? Verified { get; set; }

    /// <summary>For an addressable safeguard that is not in place: the recorded decision and where it is kept.</summary>
    public string? Decision { get; set; }
}
