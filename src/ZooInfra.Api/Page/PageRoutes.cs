using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using ZooInfra.Api.Access;
using ZooInfra.Api.Facts;
using ZooInfra.Contracts;

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

    /// <summary>Answers with the page of one client, as of today.</summary>
    public static Task AnswerAsync(HttpContext context, Client client, ClientClock clock)
    {
        var now = clock.Now;
        return AsOf.IsAskedFor(context.Request) ? AsOf.RefuseAsync(context, "The page shows today; leave as_of out, or ask for text/plain or application/json in Accept.")
            : !ContractVersions.Covers(client.Contract, clock.DayOf(now)) ? ContractTerm.RefuseAsync(context, client.Contract, clock.DayOf(now))
            : AnswerAsync(context, view => ClientPage.Render(client, view.Zone, now));
    }

    private static Task AnswerAsync(HttpContext context, Platform platform, TimeProvider time)
        => AnswerAsync(context, view => PlatformPage.Render([.. platform.Clients.Where(client => context.Caller().May(Scope.ReadContract, client.Id))], view, Instant.FromDateTimeOffset(time.GetUtcNow())));

    private static Task AnswerAsync(HttpContext context, Func<PageView, byte[]> render)
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
        headers.Vary = FactSender.Vary;
        headers.ContentSecurityPolicy = PageFrame.ContentSecurityPolicy;
        headers["Referrer-Policy"] = "no-referrer";
        return Body.WriteAsync(context, "text/html; charset=utf-8", render(view));
    }
}
