using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace ZooInfra.Api.Access;

/// <summary>Who asks, and what they may.</summary>
/// <param name="Name">The name in the audit: of a key, or of the subject of a token.</param>
/// <param name="Scopes">What they may do.</param>
/// <param name="Clients">The ids of the clients they are bound to; null for all clients.</param>
internal sealed record Caller(string Name, FrozenSet<Scope> Scopes, FrozenSet<string>? Clients)
{
    /// <summary>Whether the caller may know that the client exists. What nobody may see is not there: 404, not 403.</summary>
    public bool Sees(string client) => Scopes.Contains(Scope.ReadAll) || (Scopes.Count > 0 && IsBoundTo(client));

    /// <summary>Whether the caller may do this with this client.</summary>
    public bool May(Scope scope, string client)
        => scope == Scope.ReadContract
            ? Scopes.Contains(Scope.ReadAll) || (Scopes.Contains(Scope.ReadContract) && IsBoundTo(client))
            : Scopes.Contains(scope) && IsBoundTo(client);

    /// <summary>
    /// Whether the caller has the scope where no one client is meant; what is listed there is what it sees. A new client is compared with all others, and the
    /// answer may name them: whoever proposes one must be bound to none.
    /// </summary>
    public bool Has(Scope scope) => scope switch
    {
        Scope.ReadContract => Scopes.Contains(Scope.ReadContract) || Scopes.Contains(Scope.ReadAll),
        Scope.Onboard => Scopes.Contains(Scope.Onboard) && Clients is null,
        _ => Scopes.Contains(scope),
    };

    private bool IsBoundTo(string client) => Clients is null || Clients.Contains(client);
}

/// <summary>Where a request keeps its caller.</summary>
internal static class CallerOfRequest
{
    /// <summary>The caller; every request that reaches a route has one.</summary>
    public static Caller Caller(this HttpContext context)
        => context.Features.Get<Caller>() ?? throw new InvalidOperationException("The request has no caller: its route comes before authentication.");
}
