using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using ZooInfra.Api.Access;
using ZooInfra.Api.Facts;
using ZooInfra.Api.OpenApi;

namespace ZooInfra.Api;

/// <summary>Puts the contracts of a platform into the routes of a host.</summary>
public static class ContractRoutes
{
    /// <summary>
    /// Serves <c>/client</c>, <c>/client/ID</c> and what contracts answer under it for GET and HEAD. Ids and names of facts are matched exactly.
    /// What is not there is 404 with <c>application/problem+json</c>. The links in the lists begin at the root of the host.
    /// </summary>
    /// <param name="endpoints">The host's routes.</param>
    /// <param name="platform">The clients.</param>
    /// <param name="time">The clock; the system's when not given.</param>
    /// <returns>The routes, to which a host adds its own conventions, such as authorization.</returns>
    public static IEndpointConventionBuilder MapContracts(this IEndpointRouteBuilder endpoints, Platform platform, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(platform);
        var clock = time ?? TimeProvider.System;
        var began = Instant.FromDateTimeOffset(clock.GetUtcNow());
        var clients = platform.Clients.ToFrozenDictionary(client => client.Id, client => new ClientRoutes(client, clock, began), StringComparer.Ordinal);
        var everybody = ContractIndex.Of(platform.Clients, null);

        var group = endpoints.MapGroup("");
        foreach (var operation in ContractOperations.All)
        {
            if (operation.Path == "/client")
            {
                group.Map(operation.Path, context => ListAsync(context, platform, everybody));
            }
            else if (operation.Path == "/client/{id}")
            {
                group.Map(operation.Path, context => !clients.TryGetValue(Value(context, "id"), out var client) ? Denial.UnknownClientAsync(context, platform, Value(context, "id"))
                    : client.IndexAsync(context));
            }
            else if (ContractOperations.NameOf(operation) is var name && !name.Contains('{', StringComparison.Ordinal))
            {
                group.Map(operation.Path, context => FactAsync(context, name));
            }
        }

        group.Map("/client/{id}/{**fact}", context => FactAsync(context, Value(context, "fact")));
        return group;

        Task FactAsync(HttpContext context, string name)
            => !clients.TryGetValue(Value(context, "id"), out var client) ? Denial.UnknownClientAsync(context, platform, Value(context, "id"))
                : client.FactAsync(context, name) ?? UnknownFactAsync(context, client, name);
    }

    private static Task ListAsync(HttpContext context, Platform platform, DayAnswer everybody)
    {
        if (!FactSender.IsRead(context.Request))
        {
            return FactSender.RefuseMethodAsync(context);
        }

        LocalDate? day = null;
        if (AsOf.IsAskedFor(context.Request) && (day = AsOf.Read(context.Request)) is null)
        {
            return AsOf.RefuseAsync(context);
        }

        var seen = Seen(context, platform);
        return FactSender.SendAsync(context, day is null && seen.Count == platform.Clients.Count ? everybody : ContractIndex.Of(seen, day), FactSender.AlwaysAsk, null);
    }

    /// <summary>The clients that the caller may know of; all in a host that does not ask who calls.</summary>
    private static IReadOnlyList<Client> Seen(HttpContext context, Platform platform)
        => context.Features.Get<Caller>() is not { } caller || caller.Scopes.Contains(Scope.ReadAll) ? platform.Clients : [.. platform.Clients.Where(client => caller.Sees(client.Id))];

    private static string Value(HttpContext context, string name) => context.Request.RouteValues[name] as string ?? "";

    private static Task UnknownFactAsync(HttpContext context, ClientRoutes client, string name)
        => Problem.WriteAsync(
            context,
            StatusCodes.Status404NotFound,
            $"The contract of '{client.Client.Id}' does not state {Problem.Quote(name)}.{Suggest(Nearest.Of(name, client.Names))} /client/{client.Client.Id} lists what it states.");

    private static string Suggest(string? name) => name is null ? "" : $" Did you mean '{name}'?";
}
