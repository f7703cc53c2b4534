using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZooInfra.Api.Access;

namespace ZooInfra.Api.Onboarding;

/// <summary>Puts the requests for new clients, and for their end, into the routes of a host.</summary>
internal static class OnboardingRoutes
{
    public static void MapOnboarding(this IEndpointRouteBuilder endpoints, OnboardingDesk desk, TextWriter? output)
    {
        endpoints.MapPost("/client", context => AnswerAsync(context, desk.OnboardAsync, output)).Requires(Scope.Onboard);
        endpoints.MapDelete("/client/{id}", context => AnswerAsync(context, desk.OffboardAsync, output)).Requires(Scope.Onboard);
    }

    private static async Task AnswerAsync(HttpContext context, Func<HttpContext, Task> answer, TextWriter? output)
    {
        try
        {
            await answer(context);
        }
        catch (GitException e)
        {
            output?.WriteLine($"{context.Request.Method} {context.Request.Path.ToUriComponent()} failed: {e.Message}");
            await Problem.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "The repository of the clients' code cannot be used; the server's operator can see why.");
        }
    }
}
