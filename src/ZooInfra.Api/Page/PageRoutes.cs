using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using NodaTime;
using ZooInfra.Api.Access;
using ZooInfra.Api.Facts;

namespace ZooInfra.Api.Page;

/// <summary>Puts the page for people into the routes of a host.</summary>
internal static class PageRoutes
{
    private const int HtmlForm = 2;

    private static readonly string[] Forms = [Accept.Text, Accept.Json, "text/html"];

    public static IEndpointConventionBuilder MapPage(this IEndpointRouteBuilder endpoints, Platform platform, TimeProvider time)
        => endpoints.Map("/", context => AnswerAsync(context, platform, time));

    /// <summary>Whether a person asks: the request wants HTML rather than what programs read.</summary>
    public static bool IsAskedFor(HttpRequest request) => Accept.Choose(request, Forms) == HtmlForm;

    /// <summary>Answers with the page of one client.</summary>
    public static Task AnswerAsync(HttpContext context, Client client, TimeProvider time)
        => AnswerAsync(context, (view, now) => ClientPage.Render(client, view.Zone, now), time);

    private static Task AnswerAsync(HttpContext context, Platform platform, TimeProvider time)
        => AnswerAsync(context, (view, now) => PlatformPage.Render([.. platform.Clients.Where(client => context.Caller().May(Scope.ReadContract, client.Id))], view, now), time);

    private static Task AnswerAsync(HttpContext context, Func<PageView, Instant, byte[]> render, TimeProvider time)
    {
        if (!FactSender.IsRead(context.Request))
        {
            return FactSender.RefuseMethodAsync(context);
        }

        if (PageView.Of(context.Request, out var problem) is not { } view)
        {
            return Problem.WriteAsync(context, StatusCodes.Status400BadRequest, problem!);
        }

        var headers = context.Response.Headers;
        headers.CacheControl = FactSender.AlwaysAsk;
        headers.Vary = HeaderNames.Accept;
        headers.ContentSecurityPolicy = PageFrame.ContentSecurityPolicy;
        headers["Referrer-Policy"] = "no-referrer";
        return Body.WriteAsync(context, "text/html; charset=utf-8", render(view, Instant.FromDateTimeOffset(time.GetUtcNow())));
    }
}
