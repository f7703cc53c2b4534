using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZooInfra.Api.Access;

namespace ZooInfra.Api.Onboarding;

/// <summary>Puts the requests for new clients, and for their end, into the routes of a host.</summary>
internal static class OnboardingRoutes
{
    public static void MapOnboarding(this IEndpointRouteBuilder endpoints, OnboardingDesk desk)
    {
        endpoints.MapPost("/client", context => GuardAsync(context, null, desk.OnboardAsync));
        endpoints.MapDelete("/client/{id}", context => GuardAsync(context, (string)context.Request.RouteValues["id"]!, desk.OffboardAsync));
    }

    private static async Task GuardAsync(HttpContext context, string? client, Func<HttpContext, Task> answer)
    {
        var caller = context.Caller();
        if (!(client is null ? caller.Scopes.Contains(Scope.Onboard) : !caller.Sees(client) || caller.May(Scope.Onboard, client)))
        {
            await Problem.WriteAsync(context, StatusCodes.Status403Forbidden, "This needs the scope client:onboard.");
            return;
        }

        try
        {
            await answer(context);
        }
        catch (GitException)
        {
            await Problem.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "The repository of the clients' code cannot be used; the server's operator can see why.");
        }
    }
}
