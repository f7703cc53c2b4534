using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ZooInfra.Api.Operations;

/// <summary>Why a request is not done, as <c>application/problem+json</c> (RFC 9457) with members of its own.</summary>
/// <param name="Status">The status.</param>
/// <param name="Detail">What is wrong and what to do.</param>
internal sealed record Refusal(int Status, string Detail)
{
    /// <summary>The members of the body that are wrong, each with its path.</summary>
    public IReadOnlyList<(string Path, string Detail)> Errors { get; init; } = [];

    /// <summary>The contract rule that was violated; null for none.</summary>
    public string? Rule { get; init; }

    /// <summary>The resource at fault; null when it is not known.</summary>
    public string? Urn { get; init; }

    /// <summary>After how many seconds another try makes sense; null when none does.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The scope that is missing; null for none.</summary>
    public string? Scope { get; init; }

    /// <summary>Where the operation is that stands behind it; null for none.</summary>
    public string? Operation { get; init; }

    /// <summary>Answers with it.</summary>
    public Task WriteAsync(HttpContext context)
    {
        if (RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return Problem.WriteAsync(context, Status, Detail, WriteMore);
    }

    private void WriteMore(Utf8JsonWriter json)
    {
        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)[("rule", Rule), ("urn", Urn), ("operation", Operation), ("scope", Scope)])
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }

        if (Errors.Count > 0)
        {
            json.WriteStartArray("errors");
            foreach (var (path, detail) in Errors)
            {
                json.WriteStartObject();
                json.WriteString("path", path);
                json.WriteString("detail", detail);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }
}

/// <summary>A request is refused.</summary>
internal sealed class RefusalException(Refusal refusal) : Exception(refusal.Detail)
{
    public Refusal Refusal => refusal;
}
