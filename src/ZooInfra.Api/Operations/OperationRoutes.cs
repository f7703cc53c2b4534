using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZooInfra.Api.Access;
using ZooInfra.Api.Vpn;

namespace ZooInfra.Api.Operations;

/// <summary>What became of requests.</summary>
internal sealed class OperationRoutes(VpnDoor door, OperationJournal journal)
{
    /// <summary>Adds the routes.</summary>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.Map("/operations/{operation}", context => VpnDoor.AnswerAsync(context, ("GET", GetAsync))).Requires(Scope.ManageVpn);
        endpoints.Map("/client/{id}/operations", context => VpnDoor.AnswerAsync(context, ("GET", ListAsync))).Requires(Scope.ManageVpn);
    }

    /// <summary>An operation of a client that the caller does not see is not there.</summary>
    private async Task GetAsync(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["operation"]!;
        if (await journal.FindAsync(id, context.RequestAborted) is not { } operation || !door.Shows(context, operation))
        {
            throw new RefusalException(new(StatusCodes.Status404NotFound, $"There is no operation {Problem.Quote(id)}."));
        }

        context.Response.Headers.CacheControl = "no-store";
        await Body.WriteAsync(context, "application/json", Body.Json(json => PeerJson.Write(json, operation)));
    }

    private async Task ListAsync(HttpContext context)
    {
        var client = door.Client(context);
        var (after, limit) = Paging.Of(context);
        var found = await journal.ListAsync(client.Id, after, limit + 1, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        await Body.WriteAsync(context, "application/json", Body.Json(json =>
        {
            json.WriteStartArray("operations");
            foreach (var operation in found.Take(limit))
            {
                json.WriteStartObject();
                PeerJson.Write(json, operation);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("next", found.Count > limit ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/client/{client.Id}/operations?after={found[limit - 1].Id}&limit={limit}") : null);
        }));
    }
}
