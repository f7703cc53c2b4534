using ZooInfra.Contracts;

namespace ZooInfra;

/// <summary>A regime the client is under.</summary>
/// <param name="regime">The regime.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RegimeAttribute(Regime regime) : Attribute
{
    /// <summary>The regime.</summary>
    public Regime Regime { get; } = regime;

    /// <summary>The tier of controls the contract asks for, 1 upward; 0 when the contract names none.</summary>
    public int Tier { get; set; }

    /// <summary>The clause of the signed contract that says so.</summary>
    public string? Clause { get; set; }
}
