using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ZooInfra.Api.Facts;

/// <summary>Sends an answer in the form that is asked for, or says that the caller has it already.</summary>
internal static class FactSender
{
    /// <summary>For what may change at any time: kept, and asked for anew each time.</summary>
    public const string AlwaysAsk = "private, no-cache";

    /// <summary>What else than the URL an answer depends on: its form, and who may see it.</summary>
    public static readonly StringValues Vary = "Accept, Authorization, X-Api-Key";

    public static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>405, with what other rooms take at the same path, too.</summary>
    public static Task RefuseMethodAsync(HttpContext context)
    {
        var path = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        string[] methods =
        [
            "GET", "HEAD",
            .. context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.RoutePattern.RawText == path).SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []),
        ];
        context.Response.Headers.Allow = string.Join(", ", methods);
        return Problem.WriteAsync(context, StatusCodes.Status405MethodNotAllowed, $"Contracts are read here, not changed; use {string.Join(" or ", methods)}, not {Problem.Quote(context.Request.Method)}.");
    }

    /// <summary>Sends <paramref name="answer"/>.</summary>
    /// <param name="context">The request.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="cacheControl">How long it may be kept.</param>
    /// <param name="lastModified">Since when it is the answer, not in the future; null when that is not known.</param>
    public static Task SendAsync(HttpContext context, DayAnswer answer, StringValues cacheControl, DateTimeOffset? lastModified)
    {
        var (request, headers) = (context.Request, context.Response.Headers);
        headers.Vary = Vary;
        if (Accept.Choose(request, answer.Forms.Types) is not (>= 0 and var chosen))
        {
            return Problem.WriteAsync(
                context, StatusCodes.Status406NotAcceptable, $"This is served as {string.Join(" and ", answer.Forms.Types)}; ask for {(answer.Bodies.Length == 1 ? "it" : "one of them")} in Accept.");
        }

        var body = answer.Bodies[chosen];
        headers.ETag = body.ETag;
        headers.CacheControl = cacheControl;
        if (lastModified is { } since)
        {
            headers.LastModified = HeaderUtilities.FormatDate(since);
        }

        if (IsKnown(request, body.ETag, lastModified))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return Body.WriteAsync(context, answer.Forms.ContentTypes[chosen], body.Content);
    }

    /// <summary>Whether the caller has it: by If-None-Match, compared weakly, and only without it by If-Modified-Since (RFC 9110, section 13.1).</summary>
    private static bool IsKnown(HttpRequest request, string tag, DateTimeOffset? lastModified)
    {
        var tags = request.Headers.IfNoneMatch;
        if (tags.Count == 0)
        {
            return lastModified is { } since && request.Headers.IfModifiedSince is [{ } date] && HeaderUtilities.TryParseDate(date, out var known) && since <= known;
        }

        if (!EntityTagHeaderValue.TryParseList(tags!, out var list))
        {
            return false;
        }

        foreach (var candidate in list)
        {
            if (candidate.Equals(EntityTagHeaderValue.Any) || candidate.Tag.Equals(tag, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
