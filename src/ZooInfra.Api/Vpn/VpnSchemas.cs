using ZooInfra.Api.OpenApi;

namespace ZooInfra.Api.Vpn;

/// <summary>The shapes of requests for VPN peers and of what is answered.</summary>
internal static class VpnSchemas
{
    private static readonly ApiMember[] Wanted =
    [
        new("service", ApiSchema.Text),
        new("name", ApiSchema.Text),
        new("person", ApiSchema.Text),
        new("device", ApiSchema.Text),
        new("purpose", ApiSchema.Text),
        new("until", ApiSchema.Text with { Description = "A day, which counts to its end in UTC, or an instant with Z." }),
        new("ends_in_days", ApiSchema.Integer),
        new("own_key", ApiSchema.Flag with { Description = "Whether the device keeps its own key." }),
        new("key_generation", ApiSchema.Integer),
        new("overlap_until", OrNull("Until when the former key counts beside the new one")),
        new("href", ApiSchema.Text),
    ];

    private static readonly ApiMember[] Asked =
    [
        new("requested", ApiSchema.Instant),
        new("requested_by", ApiSchema.Text),
        new("operation", OrNull("The operation that works on it")),
    ];

    private static readonly ApiMember[] Made =
    [
        new("public_key", OrNull("Its key, once it is made")),
        new("previous_public_key", OrNull("The former key while it counts")),
        new("addresses", ApiSchema.ListOf(ApiSchema.Text)),
        new("active", ApiSchema.Flag with { Description = "Whether the hub accepts it." }),
    ];

    /// <summary>A request for a peer.</summary>
    public static ApiSchema Request { get; } = ApiSchema.Object(
        "vpn_peer_request",
        new("person", ApiSchema.Text),
        new("device", ApiSchema.Text),
        new("purpose", ApiSchema.Text),
        new("until", ApiSchema.Text with { Description = "A day, which counts to its end in UTC, or an instant with Z." }),
        new("name", ApiSchema.Text, IsOptional: true),
        new("service", ApiSchema.Text with { Description = "The VPN, where several take requests." }, IsOptional: true),
        new("public_key", ApiSchema.Text with { Description = "Of a device that keeps its own key." }, IsOptional: true));

    /// <summary>A request for another key.</summary>
    public static ApiSchema Rotation { get; } = ApiSchema.Object(
        "vpn_rotation_request",
        new("overlap_hours", ApiSchema.Integer with { Description = "For how many hours the former key counts: 0 to 168, 24 when left out." }, IsOptional: true),
        new("public_key", ApiSchema.Text with { Description = "The new key of a device that keeps its own." }, IsOptional: true));

    /// <summary>A peer.</summary>
    public static ApiSchema Peer { get; } = ApiSchema.Object("vpn_peer", [.. Wanted, .. Asked, .. Made]);

    /// <summary>A peer that got a key, with what the device loads.</summary>
    public static ApiSchema NewPeer { get; } = ApiSchema.Object(
        "new_vpn_peer",
        [.. Wanted, .. Made, new("configuration", OrNull("What the device loads, a secret")), new("qr_png_base64", OrNull("The same as a QR code, a PNG image in base64, a secret")), new("operation", ApiSchema.Text)]);

    /// <summary>Peers of a client.</summary>
    public static ApiSchema Peers { get; } = ApiSchema.Object(
        "vpn_peers",
        new("peers", ApiSchema.ListOf(ApiSchema.Object("listed_vpn_peer", [.. Wanted, .. Asked]))),
        new("next", OrNull("The next page")));

    /// <summary>An operation.</summary>
    public static ApiSchema Operation { get; } = ApiSchema.Object(
        "operation",
        new("id", ApiSchema.Text),
        new("client", ApiSchema.Text),
        new("service", ApiSchema.Text),
        new("peer", ApiSchema.Text),
        new("kind", ApiSchema.OneOf("create", "rotate", "retire", "revoke", "expire")),
        new("state", ApiSchema.OneOf("accepted", "applying", "undoing", "succeeded", "failed")),
        new("caller", ApiSchema.Text),
        new("created", ApiSchema.Instant),
        new("started", OrNull("When it was begun")),
        new("finished", OrNull("When it ended")),
        new("attempts", ApiSchema.Integer),
        new("problem", OrNull("Why it failed, or what keeps it")),
        new("href", ApiSchema.Text),
        new("peer_href", ApiSchema.Text));

    /// <summary>Operations that one request led to.</summary>
    public static ApiSchema Operations { get; } = ApiSchema.Object("operations", new("operations", ApiSchema.ListOf(Operation)), new("next", OrNull("The next page"), IsOptional: true));

    private static ApiSchema OrNull(string meaning) => ApiSchema.Any with { Description = $"{meaning}; null for none." };
}
