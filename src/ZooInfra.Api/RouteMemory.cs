using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZooInfra.Api.Access;

namespace ZooInfra.Api;

/// <summary>
/// Remembers where paths of contracts lead that were asked and answered before, so that one that is asked a thousand times a second is matched once. What it
/// recalls is what routing found; who asks, and whether they may, is judged each time by the same gate.
/// </summary>
internal sealed class RouteMemory(Gate gate)
{
    private const int Most = 4096;
    private const int LongestPath = 128;
    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <summary>Counted here, because the dictionary takes all its locks to say how many it has, and every path that is not known asks.</summary>
    private int _count;

    /// <summary>Stands before routing; what it knows goes straight to the gate and to its endpoint.</summary>
    public Task RecallAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.Request.Path.Value is not { Length: <= LongestPath } path)
        {
            return next(context);
        }

        if (!_known.TryGetValue(path, out var known))
        {
            return Volatile.Read(ref _count) < Most ? LearnAsync(context, next, path) : next(context);
        }

        context.SetEndpoint(known.Endpoint);
        var values = context.Request.RouteValues;
        foreach (var (name, value) in known.Values)
        {
            // Copied, because the server clears the values of a request when it is done with it.
            values[name] = value;
        }

        return gate.EnterAsync(context, known.Answer);
    }

    /// <summary>Only what was answered with 200 is kept: nobody can fill the memory with paths that lead nowhere. Nor do operations and peers, of which there are more each day.</summary>
    private async Task LearnAsync(HttpContext context, RequestDelegate next, string path)
    {
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status200OK && context.GetEndpoint() is RouteEndpoint { RequestDelegate: { } answer } endpoint
            && endpoint.Metadata.GetMetadata<RequiredScope>()?.Scope == Scope.ReadContract)
        {
            if (_known.TryAdd(path, new(endpoint, answer, [.. context.Request.RouteValues])))
            {
                Interlocked.Increment(ref _count);
            }
        }
    }

    private sealed record Known(Endpoint Endpoint, RequestDelegate Answer, KeyValuePair<string, object?>[] Values);
}
