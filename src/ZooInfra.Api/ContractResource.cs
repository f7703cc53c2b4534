using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ZooInfra.Api;

/// <summary>A fact at a URL: negotiated, validated by entity tag, read-only. Its bodies are made once.</summary>
internal sealed class ContractResource(ContractBody text, ContractBody json)
{
    private readonly Representation _text = new("text/plain; charset=utf-8", text.Content, new(text.ETag), text.ETag);
    private readonly Representation _json = new("application/json", json.Content, new(json.ETag), json.ETag);

    public Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.Headers.Allow = "GET, HEAD";
            return Problem.WriteAsync(context, StatusCodes.Status405MethodNotAllowed, $"Contracts are read here, not changed; use GET or HEAD, not {Problem.Quote(request.Method)}.");
        }

        response.Headers.Vary = HeaderNames.Accept;
        if (Accept.Choose(request) is not { } type)
        {
            return Problem.WriteAsync(context, StatusCodes.Status406NotAcceptable, $"This is served as {Accept.Text} and {Accept.Json}; ask for one of them in Accept.");
        }

        var chosen = type == Accept.Json ? _json : _text;
        response.Headers.ETag = chosen.Header;
        response.Headers.CacheControl = "no-cache";
        if (IsKnown(request.Headers.IfNoneMatch, chosen.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return Body.WriteAsync(context, chosen.ContentType, chosen.Content);
    }

    /// <summary>Whether If-None-Match names the tag; compared weakly, as RFC 9110, section 13.1.2 asks.</summary>
    private static bool IsKnown(StringValues header, EntityTagHeaderValue tag)
    {
        if (header.Count == 0 || !EntityTagHeaderValue.TryParseList(header!, out var known))
        {
            return false;
        }

        foreach (var candidate in known)
        {
            if (candidate.Equals(EntityTagHeaderValue.Any) || candidate.Compare(tag, useStrongComparison: false))
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Representation(string ContentType, ReadOnlyMemory<byte> Content, EntityTagHeaderValue Tag, StringValues Header);
}
