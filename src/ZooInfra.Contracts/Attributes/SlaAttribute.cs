using ZooInfra.Contracts;

namespace ZooInfra;

/// <summary>What the client was promised about availability and response.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SlaAttribute : Attribute
{
    /// <summary>States terms that a signed contract file leaves open; the file gives the availability.</summary>
    public SlaAttribute()
    {
    }

    /// <summary>States the promise.</summary>
    /// <param name="availability">Availability in percent over a calendar month, above 0 and at most 100, to four decimals: <c>99.99</c>.</param>
    public SlaAttribute(double availability) => Availability = availability;

    /// <summary>Availability in percent over a calendar month; 0 when the contract file states it.</summary>
    public double Availability { get; }

    /// <summary>Time to first response: <c>5m</c>, <c>1h30m</c> or ISO 8601 (<c>PT5M</c>).</summary>
    public string? Response { get; set; }

    /// <summary>Time to recovery (RTO), in the same form as <see cref="Response"/>.</summary>
    public string? Recovery { get; set; }

    /// <summary>Whether downtime inside patch windows counts against <see cref="Availability"/>.</summary>
    public WindowAccounting PatchWindows { get; set; }

    /// <summary>The clause of the signed contract that says so: <c>MSA 4.2</c>.</summary>
    public string? Clause { get; set; }

    /// <summary>The first day on which it holds, <c>2026-07-01</c>, in the client's zone; asked for when other versions are stated with <see cref="SlaVersionAttribute"/>.</summary>
    public string? Effective { get; set; }
}
