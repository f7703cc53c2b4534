using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ZooInfra.Api.Telemetry;

/// <summary>Who listens to <see cref="ApiTelemetry"/>: an OTLP collector when the environment names one, Prometheus when it is asked for.</summary>
internal static class Exporters
{
    private const string Prefix = "OTEL_";
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Meters of .NET that tell how the host is: memory, threads, connections.</summary>
    private static readonly string[] Meters = [ApiTelemetry.Name, "System.Runtime", "Microsoft.AspNetCore.Server.Kestrel"];

    /// <summary>Adds them to a host; nothing when nobody listens.</summary>
    public static void Add(WebApplicationBuilder builder, bool prometheus)
    {
        var otlp = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Endpoint));
        if (!otlp && !prometheus)
        {
            return;
        }

        // The host reads no environment, which could add an address; the variables of OpenTelemetry are its users' way to set it up.
        builder.Configuration.AddInMemoryCollection(Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .Where(variable => ((string)variable.Key).StartsWith(Prefix, StringComparison.Ordinal))
            .Select(variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value)));
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("zoo"));
        telemetry.WithMetrics(metrics =>
        {
            metrics.AddMeter(Meters);
            if (prometheus)
            {
                metrics.AddPrometheusExporter();
            }

            if (otlp)
            {
                metrics.AddOtlpExporter();
            }
        });
        if (otlp)
        {
            telemetry.WithTracing(traces => traces.AddSource(ApiTelemetry.Name).AddOtlpExporter());
        }
    }
}
