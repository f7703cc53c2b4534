using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZooInfra.Api.Access;

namespace ZooInfra.Api;

/// <summary>Puts the contracts of a platform into the routes of a host.</summary>
public static class ContractRoutes
{
    /// <summary>
    /// Serves <c>/client</c>, <c>/client/ID</c> and <c>/client/ID/FACT</c> for GET and HEAD. Ids and names of facts are matched exactly.
    /// What is not there is 404 with <c>application/problem+json</c>. The links in the lists begin at the root of the host.
    /// </summary>
    /// <param name="endpoints">The host's routes.</param>
    /// <param name="platform">The clients.</param>
    /// <returns>The routes, to which a host adds its own conventions, such as authorization.</returns>
    public static IEndpointConventionBuilder MapContracts(this IEndpointRouteBuilder endpoints, Platform platform)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(platform);
        var all = ContractIndex.Of(platform.Clients);
        var clients = platform.Clients.ToFrozenDictionary(client => client.Id, client => new ClientRoutes(client), StringComparer.Ordinal);

        var group = endpoints.MapGroup("/client");
        group.Map("", context => context.Features.Get<Caller>() is { } caller && platform.Clients.Where(client => caller.Sees(client.Id)).ToList() is var seen && seen.Count < platform.Clients.Count
            ? ContractIndex.Of(seen).AnswerAsync(context)
            : all.AnswerAsync(context));
        group.Map("/{id}", context => clients.TryGetValue(Value(context, "id"), out var client)
            ? client.Index.AnswerAsync(context)
            : UnknownClientAsync(context, platform));
        group.Map("/{id}/{fact}", context => !clients.TryGetValue(Value(context, "id"), out var client) ? UnknownClientAsync(context, platform)
            : client.Facts.TryGetValue(Value(context, "fact"), out var fact) ? fact.AnswerAsync(context)
            : UnknownFactAsync(context, client.Client));
        group.Map("/{id}/{fact}/{**rest}", context => Problem.WriteAsync(context, StatusCodes.Status404NotFound, "Nothing is this deep; a fact is at /client/ID/FACT."));
        return group;
    }

    private static string Value(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    private static Task UnknownClientAsync(HttpContext context, Platform platform)
    {
        var id = Value(context, "id");
        return Problem.WriteAsync(
            context,
            StatusCodes.Status404NotFound,
            $"There is no client {Problem.Quote(id)}.{Suggest(Nearest.Of(id, platform.Clients.Select(client => client.Id)))} /client lists the clients.");
    }

    private static Task UnknownFactAsync(HttpContext context, Client client)
    {
        var fact = Value(context, "fact");
        return Problem.WriteAsync(
            context,
            StatusCodes.Status404NotFound,
            $"The contract of '{client.Id}' does not state {Problem.Quote(fact)}.{Suggest(Nearest.Of(fact, client.Endpoints.Select(endpoint => endpoint.Name)))} /client/{client.Id} lists what it states.");
    }

    private static string Suggest(string? name) => name is null ? "" : $" Did you mean '{name}'?";

    private sealed class ClientRoutes(Client client)
    {
        public Client Client { get; } = client;

        public ContractResource Index { get; } = ContractIndex.Of(client);

        public FrozenDictionary<string, ContractResource> Facts { get; } =
            client.Endpoints.ToFrozenDictionary(endpoint => endpoint.Name, endpoint => new ContractResource(endpoint.Text, endpoint.Json), StringComparer.Ordinal);
    }
}
