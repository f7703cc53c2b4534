using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using ZooInfra.Api.Access;

namespace ZooInfra.Api.Telemetry;

/// <summary>What those ask who keep the host running; open to all.</summary>
internal static class HealthRoutes
{
    private static readonly ContractResource Live = new(new("live"u8.ToArray(), "\"live-text\""), new("{\"status\":\"live\"}"u8.ToArray(), "\"live-json\""));

    public static void MapHealth(this IEndpointRouteBuilder routes, AccessControl access, ContractHostOptions options)
    {
        var readiness = new Readiness(access, options.Time, options.Output);
        routes.Map("/health/live", Live.AnswerAsync).OpenToAll();
        routes.Map("/health/ready", readiness.AnswerAsync).OpenToAll();
    }
}
