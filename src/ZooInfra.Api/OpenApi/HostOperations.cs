using ZooInfra.Api.Access;
using ZooInfra.Api.Onboarding;
using ZooInfra.Api.Vpn;

namespace ZooInfra.Api.OpenApi;

/// <summary>The operations of a host beside those of contracts: its rooms as far as it has them, and what it says of itself.</summary>
internal static class HostOperations
{
    private static readonly ApiSchema Status = new("object") { Name = "health", IsOpen = true, Members = [new("status", ApiSchema.Text)] };

    private static readonly ApiResponse[] Denials = [ApiResponse.Problem(401, "Nobody is known to ask."), ApiResponse.Problem(403, "The caller lacks the scope."), ApiResponse.Problem(429, "Too many requests.")];

    public static IReadOnlyList<ApiOperation> Of(ContractHostOptions options) =>
    [
        .. options.Onboarding is null ? [] : OnboardingOperations.All,
        .. options.Vpn is null ? [] : VpnOperations.All,
        Get("/", "Read the page for people", Scope.ReadContract, new ApiResponse(200, "The page.", new ApiContent("text/html", ApiSchema.Text))),
        Get(OpenApiRoutes.Path, "Read this document", Scope.ReadContract, ApiResponse.Json(200, "OpenAPI 3.1.", new("object") { IsOpen = true })),
        Get("/health/live", "Ask whether the host lives", null, new ApiResponse(200, "It lives.", new ApiContent("text/plain", ApiSchema.Text), new ApiContent("application/json", Status))),
        Get("/health/ready", "Ask whether the host can do its work", null, ApiResponse.Json(200, "It can.", Status), ApiResponse.Json(503, "It cannot; the checks say why.", Status)),
        .. options.Metrics ? [Get("/metrics", "Read the metrics", Scope.ReadAll, new ApiResponse(200, "Prometheus' text format.", new ApiContent("text/plain", ApiSchema.Text)))] : (ApiOperation[])[],
    ];

    private static ApiOperation Get(string path, string summary, Scope? scope, params ApiResponse[] responses)
        => new("GET", path, summary, scope, null, [.. responses, .. scope is null ? [] : Denials]) { Tag = "host" };
}
