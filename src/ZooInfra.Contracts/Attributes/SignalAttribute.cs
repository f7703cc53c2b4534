using ZooInfra.Contracts;

namespace ZooInfra;

/// <summary>Telemetry bound to a promise: what says whether it is kept.</summary>
/// <param name="promise">The promise.</param>
/// <param name="source">Where it comes from: a probe, a query, a counter.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SignalAttribute(Promised promise, string source) : Attribute
{
    /// <summary>The promise.</summary>
    public Promised Promise { get; } = promise;

    /// <summary>Where it comes from: a probe, a query, a counter.</summary>
    public string Source { get; } = source;

    /// <summary>How often it speaks: <c>30s</c>.</summary>
    public string? Interval { get; set; }

    /// <summary>What silence means. Where it is not stated, or means that all is well, a total outage is never seen.</summary>
    public NoData NoData { get; set; }

    /// <summary>The shortest outage that counts; every one when not given.</summary>
    public string? MinimumOutage { get; set; }

    /// <summary>What its values are.</summary>
    public SignalUnit Unit { get; set; }
}
