using ZooInfra.Contracts;

namespace ZooInfra;

/// <summary>A former or coming version of the promise; the one that is kept now is <see cref="SlaAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SlaVersionAttribute : Attribute
{
    /// <summary>States a version that promised no availability.</summary>
    /// <param name="effective">The first day on which it holds, in the client's zone: <c>2024-01-01</c>. It ends when the next version begins.</param>
    public SlaVersionAttribute(string effective) => Effective = effective;

    /// <summary>States a version.</summary>
    /// <param name="effective">The first day on which it holds, in the client's zone: <c>2024-01-01</c>. It ends when the next version begins.</param>
    /// <param name="availability">Availability in percent over a calendar month, above 0 and at most 100, to four decimals: <c>99.9</c>.</param>
    public SlaVersionAttribute(string effective, double availability)
        : this(effective) => Availability = availability;

    /// <summary>The first day on which it holds.</summary>
    public string Effective { get; }

    /// <summary>Availability in percent over a calendar month; 0 when none was promised.</summary>
    public double Availability { get; }

    /// <summary>Time to first response: <c>5m</c>, <c>1h30m</c> or ISO 8601 (<c>PT5M</c>).</summary>
    public string? Response { get; set; }

    /// <summary>Time to recovery (RTO), in the same form as <see cref="Response"/>.</summary>
    public string? Recovery { get; set; }

    /// <summary>Whether downtime inside patch windows counts against <see cref="Availability"/>.</summary>
    public WindowAccounting PatchWindows { get; set; }

    /// <summary>The clause of the signed contract that says so: <c>MSA 4.2</c>.</summary>
    public string? Clause { get; set; }
}
