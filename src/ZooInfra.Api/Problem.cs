using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ZooInfra.Api;

/// <summary>Answers with <c>application/problem+json</c> (RFC 9457).</summary>
internal static class Problem
{
    private const int LongestQuote = 60;

    /// <summary>Part of a name as people send it, short enough for a sentence.</summary>
    public static string Quote(string name)
        => name.Length <= LongestQuote ? $"'{name}'" : $"'{name[..(char.IsHighSurrogate(name[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)]}…'";

    /// <param name="context">The request.</param>
    /// <param name="status">The status.</param>
    /// <param name="detail">What is wrong and what to do.</param>
    /// <param name="more">Members of its own (RFC 9457, section 3.2); null for none.</param>
    public static Task WriteAsync(HttpContext context, int status, string detail, Action<Utf8JsonWriter>? more = null)
    {
        var body = Body.Json(json =>
        {
            json.WriteString("type", "about:blank");
            json.WriteString("title", ReasonPhrases.GetReasonPhrase(status));
            json.WriteNumber("status", status);
            json.WriteString("detail", detail);
            json.WriteString("instance", context.Request.PathBase.Add(context.Request.Path).ToUriComponent());
            json.WriteString("request_id", context.TraceIdentifier);
            more?.Invoke(json);
        });

        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = more is null ? "no-cache" : "no-store";
        return Body.WriteAsync(context, "application/problem+json", body);
    }
}
