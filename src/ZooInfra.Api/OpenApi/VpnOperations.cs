using ZooInfra.Api.Access;

namespace ZooInfra.Api.OpenApi;

/// <summary>The operations of VPN peers by request, and of what became of requests.</summary>
internal static class VpnOperations
{
    private const string Peers = "/client/{id}/vpn/peers";

    private static readonly ApiParameter IdempotencyKey = new("Idempotency-Key", "header", "The same request with the same key is done once; 1 to 255 visible ASCII characters.", ApiSchema.Text);

    private static readonly ApiParameter[] Paging =
    [
        new("after", "query", "The last one that is known already.", ApiSchema.Text),
        new("limit", "query", "The most to list.", ApiSchema.Integer),
    ];

    private static readonly ApiMember[] PeerMembers =
    [
        new("service", ApiSchema.Text),
        new("name", ApiSchema.Text),
        new("person", ApiSchema.Text),
        new("device", ApiSchema.Text),
        new("purpose", ApiSchema.Text),
        new("until", ApiSchema.Text with { Description = "The last day, to its end in UTC, or an instant." }),
        new("ends_in_days", ApiSchema.Integer),
        new("own_key", ApiSchema.Flag with { Description = "Whether the private key was made by the caller and never known here." }),
        new("key_generation", ApiSchema.Integer),
        new("overlap_until", ApiSchema.TextOrNull),
        new("href", ApiSchema.Text),
    ];

    private static readonly ApiSchema Operation = ApiSchema.Object(
        "operation",
        new("id", ApiSchema.Text),
        new("client", ApiSchema.Text),
        new("service", ApiSchema.Text),
        new("peer", ApiSchema.Text),
        new("kind", ApiSchema.Text),
        new("state", ApiSchema.Text),
        new("caller", ApiSchema.Text),
        new("created", ApiSchema.Instant),
        new("started", ApiSchema.TextOrNull),
        new("finished", ApiSchema.TextOrNull),
        new("attempts", ApiSchema.Integer),
        new("problem", new("object") { IsNullable = true, IsOpen = true }),
        new("href", ApiSchema.Text),
        new("peer_href", ApiSchema.Text));

    private static readonly ApiSchema Peer = new("object") { Name = "vpn_peer", Members = PeerMembers, IsOpen = true, Description = "A peer; what was made of it stands beside what was asked for." };

    private static readonly ApiSchema NewPeer = ApiSchema.Object(
        "new_vpn_peer",
        new("service", ApiSchema.Text with { Description = "The VPN; may be left out when the client has one." }, IsOptional: true),
        new("name", ApiSchema.Text with { Description = "1 to 63 lower-case letters, digits, dots, hyphens and underscores; made of person and device when left out." }, IsOptional: true),
        new("person", ApiSchema.Text),
        new("device", ApiSchema.Text),
        new("purpose", ApiSchema.Text),
        new("until", ApiSchema.Text with { Description = "The last day, to its end in UTC, or an instant." }),
        new("public_key", ApiSchema.Text with { Description = "The peer's own WireGuard key; a pair is made when left out." }, IsOptional: true));

    private static readonly ApiSchema Rotation = ApiSchema.Object(
        "vpn_rotation",
        new("overlap_hours", ApiSchema.Integer with { Description = "How long the old key works beside the new one." }, IsOptional: true),
        new("public_key", ApiSchema.Text, IsOptional: true));

    private static readonly ApiResponse UnderWay = ApiResponse.Json(202, "It takes longer; the operation says what becomes of it.", Operation);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        Of("GET", Peers, "List the requested peers", null, ApiResponse.Json(200, "A page of peers.", Page("vpn_peers", "peers", Peer))) with { Parameters = Paging },
        Of("POST", Peers, "Ask for a peer", NewPeer, ApiResponse.Json(201, "The peer, with its configuration and QR code when the key was made here; they are shown once.", Peer), UnderWay) with { Parameters = [IdempotencyKey] },
        Of("DELETE", Peers, "End all peers of a person", null, ApiResponse.Json(200, "All are ended.", Ended), ApiResponse.Json(202, "Some take longer.", Ended)) with
        {
            Parameters = [new("person", "query", "Whose peers end.", ApiSchema.Text) { IsRequired = true }],
        },
        Of("GET", Peers + "/{name}", "Read a peer", null, ApiResponse.Json(200, "The peer.", Peer)),
        Of("DELETE", Peers + "/{name}", "End a peer", null, new ApiResponse(204, "It is ended."), UnderWay),
        Of("GET", Peers + "/{name}/configuration", "Read the configuration of a peer whose key was made here", null, new ApiResponse(200, "The configuration, with its private key.", new ApiContent("text/plain", ApiSchema.Text))),
        Of("POST", Peers + "/{name}/rotate", "Give a peer a new key", Rotation, ApiResponse.Json(200, "The peer with its new key.", Peer), UnderWay) with { Parameters = [IdempotencyKey] },
        Of("GET", "/client/{id}/operations", "List what became of requests", null, ApiResponse.Json(200, "A page of operations.", Page("operations", "operations", Operation))) with { Parameters = Paging, Tag = "operations" },
        Of("GET", "/operations/{operation}", "Read what became of a request", null, ApiResponse.Json(200, "The operation.", Operation)) with { Tag = "operations" },
    ];

    private static ApiSchema Ended => ApiSchema.Object("ended_vpn_peers", new ApiMember("operations", ApiSchema.ListOf(Operation)));

    private static ApiOperation Of(string method, string path, string summary, ApiSchema? request, params ApiResponse[] responses)
        => new(
            method,
            path,
            summary,
            Scope.ManageVpn,
            request,
            [.. responses, .. ApiRefusals.All, ApiRefusals.Conflict, .. request is null ? (ApiResponse[])[] : [ApiRefusals.WrongBody, ApiRefusals.Broken], ApiResponse.Problem(502, "The client's stack could not be changed.")])
        {
            Tag = "vpn",
        };

    private static ApiSchema Page(string name, string member, ApiSchema item)
        => ApiSchema.Object(name, new(member, ApiSchema.ListOf(item)), new("next", ApiSchema.TextOrNull with { Description = "Where the next page is; null on the last." }));
}
