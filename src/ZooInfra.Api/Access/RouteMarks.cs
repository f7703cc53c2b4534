using Microsoft.AspNetCore.Builder;

namespace ZooInfra.Api.Access;

/// <summary>Marks a route that everybody may ask, with or without a credential.</summary>
internal sealed record OpenToAll;

/// <summary>Marks a route with the scope that it asks for; on a route of a client, for that client.</summary>
/// <param name="Scope">The scope.</param>
internal sealed record RequiredScope(Scope Scope);

/// <summary>Puts the marks on routes.</summary>
internal static class RouteMarks
{
    /// <summary>Everybody may ask.</summary>
    public static TBuilder OpenToAll<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder
        => routes.WithMetadata(new OpenToAll());

    /// <summary>Whoever asks must have the scope, for the client when the route is one of a client.</summary>
    public static TBuilder Requires<TBuilder>(this TBuilder routes, Scope scope)
        where TBuilder : IEndpointConventionBuilder
        => routes.WithMetadata(new RequiredScope(scope));
}
