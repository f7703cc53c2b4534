using ZooInfra.Contracts;

namespace ZooInfra;

/// <summary>A thing under care.</summary>
/// <param name="name">What it is called.</param>
/// <param name="species">What kind of thing it is.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AssetAttribute(string name, Species species) : Attribute
{
    /// <summary>What it is called.</summary>
    public string Name { get; } = name;

    /// <summary>What kind of thing it is.</summary>
    public Species Species { get; } = species;

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; set; }

    /// <summary>How much hurts when it is gone.</summary>
    public Criticality Criticality { get; set; }

    /// <summary>Whose it is; owned when not given.</summary>
    public Ownership Ownership { get; set; }

    /// <summary>Whether it must not be rebooted, whatever its species.</summary>
    public bool NeverReboot { get; set; }

    /// <summary>The groups it is in, by which patch flows target it.</summary>
    public string[] Groups { get; set; } = [];

    /// <summary>The ids of other clients who use it, too.</summary>
    public string[] SharedWith { get; set; } = [];

    /// <summary>For a ghost: the day by which its owner must be found, <c>2027-03-31</c>.</summary>
    public string? SearchUntil { get; set; }

    /// <summary>The last day on which its maker mends it, <c>2027-03-31</c>.</summary>
    public string? SupportEnds { get; set; }
}
