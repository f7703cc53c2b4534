using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZooInfra.Api.Access;
using ZooInfra.Api.Storage;

namespace ZooInfra.Api.Telemetry;

/// <summary>Tells of each request, as a span, a measurement and a line, to those of them that somebody wants.</summary>
internal sealed class RequestWatch(TextWriter? log, TimeProvider time)
{
    private readonly Lock _writing = new();

    public Task AnswerAsync(HttpContext context, RequestDelegate next)
        => log is null && !ApiTelemetry.Requests.Enabled && !ApiTelemetry.Source.HasListeners() ? next(context) : WatchAsync(context, next);

    private async Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        var began = time.GetTimestamp();
        ActivityContext.TryParse(context.Request.Headers.TraceParent, context.Request.Headers.TraceState, isRemote: true, out var parent);
        using var span = ApiTelemetry.Source.StartActivity(context.Request.Method, ActivityKind.Server, parent);
        await next(context);

        var elapsed = time.GetElapsedTime(began);
        var (route, method, status) = (Route(context), Method(context.Request.Method), context.Response.StatusCode);
        ApiTelemetry.Requests.Record(
            elapsed.TotalSeconds,
            new KeyValuePair<string, object?>("http.route", route),
            new KeyValuePair<string, object?>("http.request.method", method),
            new KeyValuePair<string, object?>("http.response.status_code", status));
        if (span is not null)
        {
            span.DisplayName = $"{method} {route}";
            span.SetTag("http.route", route).SetTag("http.request.method", method).SetTag("http.response.status_code", status)
                .SetTag("zoo.request_id", context.TraceIdentifier).SetTag("zoo.caller", context.Features.Get<Caller>()?.Name);
            if (status >= StatusCodes.Status500InternalServerError)
            {
                span.SetStatus(ActivityStatusCode.Error);
            }
        }

        if (log is not null)
        {
            Write(log, context, route, elapsed);
        }
    }

    /// <summary>The template of the route, so that there are as many series as routes and not as many as clients.</summary>
    private static string Route(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";

    /// <summary>Methods that nobody knows are one: callers must not make series.</summary>
    private static string Method(string method) => method is "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "OPTIONS" ? method : "other";

    private void Write(TextWriter to, HttpContext context, string route, TimeSpan elapsed)
    {
        var line = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(line, Body.Readable))
        {
            json.WriteStartObject();
            json.WriteString("at", Instants.Text(time.GetUtcNow()));
            json.WriteString("request_id", context.TraceIdentifier);
            json.WriteString("caller", context.Features.Get<Caller>()?.Name);
            json.WriteString("method", context.Request.Method);
            json.WriteString("route", route);
            json.WriteString("path", context.Request.Path.ToUriComponent());
            json.WriteNumber("status", context.Response.StatusCode);
            json.WriteNumber("ms", Math.Round(elapsed.TotalMilliseconds, 3));
            json.WriteEndObject();
        }

        lock (_writing)
        {
            to.WriteLine(Encoding.UTF8.GetString(line.WrittenSpan));
        }
    }
}
