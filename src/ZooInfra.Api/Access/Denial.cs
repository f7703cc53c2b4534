using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ZooInfra.Api.Access;

/// <summary>The answers to those who may not.</summary>
internal static class Denial
{
    /// <summary>401: nobody is known. A browser that asks for a page may ask its user for a key.</summary>
    public static Task UnknownCallerAsync(HttpContext context, bool wrong)
    {
        var headers = context.Response.Headers;
        headers.WWWAuthenticate = wrong ? "Bearer realm=\"zoo\", error=\"invalid_token\"" : "Bearer realm=\"zoo\"";
        if (context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            headers.Append("WWW-Authenticate", "Basic realm=\"zoo: any name, an API key as the password\", charset=\"UTF-8\"");
        }

        return Problem.WriteAsync(context, StatusCodes.Status401Unauthorized, wrong
            ? "The credential is unknown, revoked, expired or not readable here; send a valid one, or ask the operator for a new one."
            : "Say who asks: send an API key or a token as 'Authorization: Bearer …', or a key as 'X-Api-Key: …'.");
    }

    /// <summary>421: nobody is known, and the host is called by a name.</summary>
    public static Task ForeignNameAsync(HttpContext context)
        => Problem.WriteAsync(context, StatusCodes.Status421MisdirectedRequest, $"Without a credential this is served under an IP address or localhost only, not as {Problem.Quote(context.Request.Host.Host)}. Ask http://127.0.0.1, send a credential, or have the operator say --allow-remote.");

    /// <summary>403: the caller is known and sees the thing, but lacks a scope.</summary>
    public static Task MissingScopeAsync(HttpContext context, Scope scope)
        => Problem.WriteAsync(context, StatusCodes.Status403Forbidden, $"This needs the scope {scope.Name()}{(context.GetRouteValue("id") is string id ? $" for {Problem.Quote(id)}" : scope == Scope.Onboard ? " for all clients" : "")}; ask the operator for a key that has it.", json => json.WriteString("scope", scope.Name()));

    /// <summary>404, word for word the same for a client that is not there and for one that the caller may not see; a host of somebody's own may not ask who calls.</summary>
    public static Task UnknownClientAsync(HttpContext context, Platform platform, string id)
    {
        var caller = context.Features.Get<Caller>();
        var near = Nearest.Of(id, platform.Clients.Select(client => client.Id).Where(client => caller?.Sees(client) ?? true));
        return Problem.WriteAsync(context, StatusCodes.Status404NotFound, $"There is no client {Problem.Quote(id)}.{(near is null ? "" : $" Did you mean '{near}'?")} /client lists the clients.");
    }

    /// <summary>429: too many requests.</summary>
    public static Task TooManyAsync(HttpContext context, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds;
        return Problem.WriteAsync(context, StatusCodes.Status429TooManyRequests, $"Too many requests; come back in {seconds} s.");
    }
}
