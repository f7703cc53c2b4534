using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using ZooInfra.Api.Access;
using ZooInfra.Api.Facts;

namespace ZooInfra.Api.OpenApi;

/// <summary>Serves <c>/openapi/v1.json</c>: the operations of the host, and of what clients' classes serve those that the caller may know of.</summary>
internal static class OpenApiRoutes
{
    public const string Path = "/openapi/v1.json";

    /// <summary>Describes the contracts and <paramref name="others"/>, the operations of the host's other rooms.</summary>
    public static IEndpointConventionBuilder MapOpenApi(this IEndpointRouteBuilder endpoints, Platform platform, IReadOnlyList<ApiOperation> others)
    {
        var whole = Answer(platform.Clients);
        return endpoints.Map(Path, context =>
        {
            if (!FactSender.IsRead(context.Request))
            {
                return FactSender.RefuseMethodAsync(context);
            }

            var all = context.Features.Get<Caller>() is not { } caller || caller.Scopes.Contains(Scope.ReadAll);
            return FactSender.SendAsync(context, all ? whole : Answer(platform.Clients.Where(client => context.Caller().Sees(client.Id))), FactSender.AlwaysAsk, null);
        });

        DayAnswer Answer(IEnumerable<Client> clients)
        {
            var own = clients.SelectMany(client => client.Endpoints).Where(endpoint => endpoint.Value is not null).Select(endpoint => endpoint.Name).Distinct().Order(StringComparer.Ordinal);
            return new(AnswerForms.Json, DayAnswer.Body(OpenApiDocument.Write([.. ContractOperations.All, .. own.Select(ContractOperations.OfClass), .. others])));
        }
    }
}
