using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using ZooInfra.Api.Access;
using ZooInfra.Api.Audit;

namespace ZooInfra.Api.Telemetry;

/// <summary>
/// <c>/health/ready</c>: whether the host can do its work, check by check. Everybody may ask, so it says no reasons, which go to the
/// operator's output, and asks the database at most once a second.
/// </summary>
internal sealed class Readiness(AccessControl access, TimeProvider time, TextWriter? output)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);
    private readonly Lock _asking = new();
    private Task<List<(string Name, bool Ok)>>? _checking;
    private long _began;

    public async Task AnswerAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            await Problem.WriteAsync(context, StatusCodes.Status405MethodNotAllowed, "Health is read; use GET or HEAD.");
            return;
        }

        var checks = await ChecksAsync(context.RequestAborted);
        var ready = checks.TrueForAll(check => check.Ok);
        var body = Body.Json(json =>
        {
            json.WriteString("status", ready ? "ready" : "not ready");
            json.WriteStartObject("checks");
            checks.ForEach(check => json.WriteString(check.Name, check.Ok ? "ok" : "failed"));
            json.WriteEndObject();
        });

        context.Response.StatusCode = ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.CacheControl = "no-store";
        await Body.WriteAsync(context, "application/json", body);
    }

    /// <summary>One check serves all who ask within a second; none of them can stop it for the others.</summary>
    private Task<List<(string Name, bool Ok)>> ChecksAsync(CancellationToken cancellationToken)
    {
        lock (_asking)
        {
            if (_checking is null || (_checking.IsCompleted && time.GetElapsedTime(_began) >= Freshness))
            {
                (_checking, _began) = (CheckAsync(), time.GetTimestamp());
            }

            return _checking.WaitAsync(cancellationToken);
        }
    }

    private async Task<List<(string, bool)>> CheckAsync()
    {
        var checks = new List<(string, bool)>();
        if (access.Database is { } database)
        {
            var (opens, holds) = (false, false);
            try
            {
                await using var connection = await database.ConnectAsync(CancellationToken.None);
                var last = AuditTable.Last(connection);
                opens = true;
                holds = last.Number == 0 || AuditTable.Row(connection, last.Number) is { } row && row.Hash().AsSpan().SequenceEqual(last.Hash);
            }
            catch (SqliteException e)
            {
                output?.WriteLine($"not ready: {e.Message}");
            }

            checks.Add(("database", opens));
            checks.Add(("audit", holds));
        }

        if (access.Tokens is { } tokens)
        {
            checks.Add(("token_issuer", await tokens.IsReadyAsync(CancellationToken.None)));
        }

        return checks;
    }
}
