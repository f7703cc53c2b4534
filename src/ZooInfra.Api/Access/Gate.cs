using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZooInfra.Api.Audit;
using ZooInfra.Api.Telemetry;

namespace ZooInfra.Api.Access;

/// <summary>
/// Stands between routing and every route: finds out who asks, how often, and whether the client in the path is one that the caller may see
/// and do this with. So no route can forget it. What is turned away is in the audit.
/// </summary>
internal sealed class Gate(Platform platform, GateOptions options)
{
    private const string ClientRoute = "/client/{id}";
    private const string OperationRoute = "/operations/{operation}";

    /// <summary>Lets the request through to its route, or answers it.</summary>
    public Task EnterAsync(HttpContext context, RequestDelegate next)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<OpenToAll>() is not null)
        {
            return next(context);
        }

        var credential = Credential.Of(context.Request);
        switch (credential.Kind)
        {
            case CredentialKind.None:
                return options.Anonymous is not { } anybody ? TurnAwayAsync(context, null)
                    : !options.AllowRemote && !IsOfNoName(context.Request.Host) ? TurnAwayAsync(context, "no-credential", "no credential, under a name that others may have given", () => Denial.ForeignNameAsync(context))
                    : LimitedAsync(context, next, endpoint, anybody, options.Limits.Caller($"anonymous:{RemoteAddress.Of(context, options.BehindProxy)}"));
            case CredentialKind.Key when options.Keys is not null:
                var (caller, allowance, reason) = options.Keys.Find(credential.Text);
                return caller is null ? TurnAwayAsync(context, reason) : LimitedAsync(context, next, endpoint, caller, options.Limits.Caller(caller.Name, allowance!));
            case CredentialKind.Token when options.Tokens is not null:
                return EnterByTokenAsync(context, next, endpoint, options.Tokens, credential.Text.ToString());
            default:
                return TurnAwayAsync(context, "no credential of an accepted form");
        }
    }

    private async Task EnterByTokenAsync(HttpContext context, RequestDelegate next, Endpoint? endpoint, TokenIssuer tokens, string token)
    {
        var (caller, reason) = await tokens.FindAsync(token, context.RequestAborted);
        await (caller is null ? TurnAwayAsync(context, reason) : LimitedAsync(context, next, endpoint, caller, options.Limits.Caller(caller.Name)));
    }

    private Task LimitedAsync(HttpContext context, RequestDelegate next, Endpoint? endpoint, Caller caller, TimeSpan? wait)
    {
        if (wait is null)
        {
            return AdmitAsync(context, next, endpoint, caller);
        }

        Count("rate");
        return Denial.TooManyAsync(context, wait.Value);
    }

    private Task AdmitAsync(HttpContext context, RequestDelegate next, Endpoint? endpoint, Caller caller)
    {
        context.Features.Set(caller);
        var client = ClientOf(context, endpoint);
        if (client is not null && (!caller.Sees(client) || platform.Find(client) is null))
        {
            return HideAsync(context, client);
        }

        if (endpoint?.Metadata.GetMetadata<RequiredScope>() is { Scope: var scope } && !(client is null ? caller.Has(scope) : caller.May(scope, client)))
        {
            return ForbidAsync(context, client, scope);
        }

        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (options.Audit is not null && (!reads || options.AuditReads))
        {
            return AuditedAsync(context, next, client, reads);
        }

        var answering = next(context);
        return answering.IsCompletedSuccessfully && !IsRefused(context) ? answering : FollowAsync(context, answering, client);
    }

    /// <summary>The id in the path of a route of a client.</summary>
    private static string? ClientOf(HttpContext context, Endpoint? endpoint)
        => endpoint is RouteEndpoint { RoutePattern.RawText: { } pattern } && pattern.StartsWith(ClientRoute, StringComparison.Ordinal) ? context.Request.RouteValues["id"] as string : null;

    /// <summary>The entry comes first, so that nothing is changed of which the audit does not know; rooms add what exactly they did.</summary>
    private async Task AuditedAsync(HttpContext context, RequestDelegate next, string? client, bool reads)
    {
        await RecordAsync(AuditEntry.Of(context, reads ? "contract.read" : "request", client, Target(context), "asked"));
        if (reads)
        {
            await FollowAsync(context, next(context), client);
            return;
        }

        var outcome = "failed";
        try
        {
            await next(context);
            outcome = string.Create(CultureInfo.InvariantCulture, $"answered {context.Response.StatusCode}");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            outcome = "not answered: the caller hung up";
            throw;
        }
        finally
        {
            await RecordAsync(AuditEntry.Of(context, "request", client, Target(context), outcome));
        }
    }

    /// <summary>A route may refuse for reasons of its own.</summary>
    private async Task FollowAsync(HttpContext context, Task answering, string? client)
    {
        await answering;
        if (IsRefused(context))
        {
            await RecordAsync(AuditEntry.Of(context, "request", client, Target(context), "denied"));
        }
    }

    /// <summary>Also where the id is not a client's: an operation that is not there may be one of others.</summary>
    private static bool IsRefused(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status403Forbidden => true,
        StatusCodes.Status404NotFound => context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern } && pattern.StartsWith(OperationRoute, StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>Recorded whether the client exists or not: otherwise the time of the answer would tell.</summary>
    private async Task HideAsync(HttpContext context, string client)
    {
        Count("hidden");
        await RecordAsync(AuditEntry.Of(context, "request", client, Target(context), "denied: no client that this caller may see"));
        await Denial.UnknownClientAsync(context, platform, client);
    }

    private async Task ForbidAsync(HttpContext context, string? client, Scope scope)
    {
        Count("scope");
        await RecordAsync(AuditEntry.Of(context, "request", client, Target(context), $"denied: needs {scope.Name()}"));
        await Denial.MissingScopeAsync(context, scope);
    }

    /// <summary>
    /// Whether a request is sent to an address, or to localhost. Whoever owns a name can let it lead to this machine and have the browser of somebody who
    /// works here read everything that is served without a credential, as if it were of that name's pages.
    /// </summary>
    private static bool IsOfNoName(HostString host)
        => host.Host.Length == 0 || host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host.Host, out _);

    private Task TurnAwayAsync(HttpContext context, string? reason)
        => TurnAwayAsync(context, reason is null ? "no-credential" : "bad-credential", reason ?? "no credential", () => Denial.UnknownCallerAsync(context, wrong: reason is not null));

    private async Task TurnAwayAsync(HttpContext context, string kind, string reason, Func<Task> answer)
    {
        var address = RemoteAddress.Of(context, options.BehindProxy);
        if (options.Limits.Stranger(address) is { } wait)
        {
            Count("rate");
            await Denial.TooManyAsync(context, wait);
            return;
        }

        Count(kind);
        await RecordAsync(new($"stranger:{address}", "request", null, Target(context), context.TraceIdentifier, $"denied: {reason}"));
        await answer();
    }

    /// <summary>Whoever hangs up is recorded all the same.</summary>
    private Task RecordAsync(AuditEntry entry) => options.Audit?.RecordAsync(entry, CancellationToken.None) ?? Task.CompletedTask;

    private static string Target(HttpContext context) => $"{context.Request.Method} {context.Request.Path.ToUriComponent()}";

    private static void Count(string reason) => ApiTelemetry.TurnedAway.Add(1, new KeyValuePair<string, object?>("reason", reason));
}

/// <summary>What a gate goes by.</summary>
internal sealed record GateOptions(RateLimits Limits)
{
    /// <summary>The API keys; null when there is no database.</summary>
    public KeyRing? Keys { get; init; }

    /// <summary>Whose JWTs are accepted; null for nobody's.</summary>
    public TokenIssuer? Tokens { get; init; }

    /// <summary>Who asks without a credential; null when nobody may.</summary>
    public Caller? Anonymous { get; init; }

    /// <summary>Whether those who ask without a credential may come from anywhere and under any name.</summary>
    public bool AllowRemote { get; init; }

    /// <summary>Where refusals are kept; null when there is no database.</summary>
    public AuditLog? Audit { get; init; }

    /// <summary>Whether reads are kept, too.</summary>
    public bool AuditReads { get; init; }

    /// <summary>Whether X-Forwarded-For is a proxy's word.</summary>
    public bool BehindProxy { get; init; }
}
