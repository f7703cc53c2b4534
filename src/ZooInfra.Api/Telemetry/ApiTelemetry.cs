using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ZooInfra.Api.Telemetry;

/// <summary>What a host tells of itself. Nobody listens unless it is configured, and then none of this costs anything.</summary>
internal static class ApiTelemetry
{
    public const string Name = "ZooInfra.Api";

    private static readonly Meter Meter = new(Name);

    /// <summary>The spans: one for each request, and what rooms add.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Requests by template of the route, method and status; their count is in it.</summary>
    public static Histogram<double> Requests { get; } = Meter.CreateHistogram(
        "zoo.api.request.duration",
        "s",
        "Time from the first byte of a request to the end of its answer.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

    /// <summary>Requests that were turned away before their route, by reason.</summary>
    public static Counter<long> TurnedAway { get; } = Meter.CreateCounter<long>("zoo.api.turned_away", "{request}", "Requests turned away: no-credential, bad-credential, rate, hidden, scope.");

    /// <summary>Rows that the audit has got.</summary>
    public static Counter<long> AuditRows { get; } = Meter.CreateCounter<long>("zoo.api.audit.rows", "{row}", "Rows appended to the audit.");

    /// <summary>Operations that came to an end, by kind and result.</summary>
    public static Counter<long> Operations { get; } = Meter.CreateCounter<long>("zoo.api.operations", "{operation}", "Operations that ended, by kind and result.");
}
