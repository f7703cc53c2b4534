using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using ZooInfra.Api.Access;

namespace ZooInfra.Api.Page;

/// <summary>Puts the page for people into the routes of a host.</summary>
internal static class PageRoutes
{
    public static IEndpointConventionBuilder MapPage(this IEndpointRouteBuilder endpoints, Platform platform, TimeProvider time)
        => endpoints.Map("/", context => AnswerAsync(context, platform, time));

    private static Task AnswerAsync(HttpContext context, Platform platform, TimeProvider time)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            return Problem.WriteAsync(context, StatusCodes.Status405MethodNotAllowed, $"This page is read; use GET or HEAD, not {Problem.Quote(context.Request.Method)}.");
        }

        if (PageView.Of(context.Request, out var problem) is not { } view)
        {
            return Problem.WriteAsync(context, StatusCodes.Status400BadRequest, problem!);
        }

        var caller = context.Caller();
        var clients = platform.Clients.Where(client => caller.May(Scope.ReadContract, client.Id)).ToList();
        var page = PlatformPage.Render(clients, view, Instant.FromDateTimeOffset(time.GetUtcNow()));
        var headers = context.Response.Headers;
        headers.CacheControl = "private, no-cache";
        headers.ContentSecurityPolicy = PageFrame.ContentSecurityPolicy;
        headers["Referrer-Policy"] = "no-referrer";
        return Body.WriteAsync(context, "text/html; charset=utf-8", page);
    }
}
