using ZooInfra.Api.Access;
using ZooInfra.Api.OpenApi;

namespace ZooInfra.Api.Vpn;

/// <summary>What a host answers that takes requests for VPN peers, for its description.</summary>
internal static class VpnOperations
{
    private const string Peers = "/client/{id}/vpn/peers";
    private const string Peer = Peers + "/{name}";

    private static readonly ApiParameter Key = new("Idempotency-Key", "header", "The same request with the same key is done once.", ApiSchema.Text);
    private static readonly ApiParameter Prefer = new("Prefer", "header", "respond-async: do not wait for the end of the operation.", ApiSchema.Text);
    private static readonly ApiParameter[] Page = [new("after", "query", "What the page begins after.", ApiSchema.Text), new("limit", "query", "How many at most, 1 to 200.", ApiSchema.Integer)];

    private static readonly ApiResponse[] Refusals =
    [
        ApiResponse.Problem(400, "The request cannot be read."),
        ApiResponse.Problem(401, "Nobody is known to ask."),
        ApiResponse.Problem(403, "The caller may not manage the VPN of this client."),
        ApiResponse.Problem(404, "There is no such client, peer or operation for this caller."),
        ApiResponse.Problem(429, "Too many requests."),
    ];

    private static readonly ApiResponse[] OfChanges =
    [
        ApiResponse.Json(202, "The operation is under way.", VpnSchemas.Operation) with { Headers = [("Location", "The operation.")] },
        .. Refusals,
        ApiResponse.Problem(409, "Another peer or operation, or a limit, is in the way."),
        ApiResponse.Problem(422, "A member is wrong, or a contract rule forbids it."),
        ApiResponse.Problem(502, "It was tried and failed; what had begun was taken back."),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        New("GET", Peers, "List the VPN peers that were requested", null, [ApiResponse.Json(200, "The peers, by name.", VpnSchemas.Peers), .. Refusals], Page),
        New("POST", Peers, "Request a VPN peer", VpnSchemas.Request, [ApiResponse.Json(201, "The peer, with what the device loads.", VpnSchemas.NewPeer) with { Headers = [("Location", "The peer.")] }, .. OfChanges], [Key, Prefer]),
        New("DELETE", Peers, "End all VPN peers of a person", null, [ApiResponse.Json(200, "They have ended.", VpnSchemas.Operations), .. OfChanges], [new("person", "query", "Who.", ApiSchema.Text) { IsRequired = true }, Prefer]),
        New("GET", Peer, "Read a VPN peer", null, [ApiResponse.Json(200, "The peer.", VpnSchemas.Peer), .. Refusals], []),
        New("DELETE", Peer, "End a VPN peer", null, [new(204, "It has ended."), .. OfChanges], [Prefer]),
        New("GET", Peer + "/configuration", "Read what a device loads", null, [new(200, "A secret.", new ApiContent("text/plain", ApiSchema.Text), new ApiContent("image/png", ApiSchema.Text)), .. Refusals, ApiResponse.Problem(406, "No form that is acceptable is served.")], []),
        New("POST", Peer + "/rotate", "Request another key of a VPN peer", VpnSchemas.Rotation, [ApiResponse.Json(200, "The peer, with what the device loads.", VpnSchemas.NewPeer), .. OfChanges], [Key, Prefer]),
        New("GET", "/client/{id}/operations", "List what was requested of a client", null, [ApiResponse.Json(200, "The operations, the newest first.", VpnSchemas.Operations), .. Refusals], Page) with { Tag = "operations" },
        New("GET", "/operations/{operation}", "Read what became of a request", null, [ApiResponse.Json(200, "The operation.", VpnSchemas.Operation), .. Refusals], []) with { Tag = "operations" },
    ];

    private static ApiOperation New(string method, string path, string summary, ApiSchema? request, IReadOnlyList<ApiResponse> responses, IReadOnlyList<ApiParameter> parameters)
        => new(method, path, summary, Scope.ManageVpn, request, responses) { Tag = "vpn", Parameters = parameters };
}
