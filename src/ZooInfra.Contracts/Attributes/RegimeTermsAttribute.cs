using ZooInfra.Contracts;

namespace ZooInfra;

/// <summary>What a regime means for this client in numbers, where the contract says more than the regime does.</summary>
/// <param name="regime">The regime.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RegimeTermsAttribute(Regime regime) : Attribute
{
    /// <summary>The regime.</summary>
    public Regime Regime { get; } = regime;

    /// <summary>Logs are kept at least so many days.</summary>
    public int KeepLogsDays { get; set; }

    /// <summary>Logs are deleted after so many days.</summary>
    public int DeleteLogsAfterDays { get; set; }

    /// <summary>The countries that data may be in, as ISO 3166 codes; any when empty.</summary>
    public string[] Residency { get; set; } = [];

    /// <summary>Critical patches are installed within so many days.</summary>
    public int PatchWithinDays { get; set; }

    /// <summary>A waiver may last so many days; 180 when not given.</summary>
    public int WaiverDays { get; set; }

    /// <summary>Where it is agreed.</summary>
    public string? Clause { get; set; }
}
