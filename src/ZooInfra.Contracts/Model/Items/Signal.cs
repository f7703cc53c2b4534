namespace ZooInfra.Contracts;

/// <summary>Telemetry bound to a promise.</summary>
/// <param name="Path">Where it is stated: see <see cref="FactPath"/>.</param>
/// <param name="Promised">The promise.</param>
/// <param name="Source">Where it comes from: a probe, a query, a counter.</param>
/// <param name="Interval">How often it speaks; null when not stated.</param>
/// <param name="NoData">What silence means.</param>
/// <param name="MinimumOutage">The shortest outage that counts; null when every one does.</param>
/// <param name="Unit">What its values are.</param>
public sealed record Signal(
    string Path,
    Promised Promised,
    string Source,
    ContractDuration? Interval,
    NoData NoData,
    ContractDuration? MinimumOutage,
    SignalUnit Unit);
