using ZooInfra.Api.Access;

namespace ZooInfra.Api.OpenApi;

/// <summary>One operation of the API, described once: routes and <c>/openapi/v1.json</c> are made of it.</summary>
/// <param name="Method">The method in capitals: <c>GET</c>. HEAD goes with every GET.</param>
/// <param name="Path">The path with its parameters in braces: <c>/client/{id}/sla</c>.</param>
/// <param name="Summary">What it does, in one short sentence without a full stop.</param>
/// <param name="Scope">The scope that it asks for; null when everybody may.</param>
/// <param name="Request">The JSON body that it takes; null for none.</param>
/// <param name="Responses">What it answers.</param>
internal sealed record ApiOperation(string Method, string Path, string Summary, Scope? Scope, ApiSchema? Request, IReadOnlyList<ApiResponse> Responses)
{
    /// <summary>The group under which people find it: <c>contract</c>, <c>vpn</c>, <c>operations</c>, <c>onboarding</c>, <c>host</c>.</summary>
    public string Tag { get; init; } = "contract";

    /// <summary>Parameters in the query, in headers, and those of the path that need more than a text; others of the path are taken from <see cref="Path"/>.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    /// <summary>The media types of <see cref="Request"/>.</summary>
    public IReadOnlyList<string> RequestTypes { get; init; } = ["application/json"];
}

/// <summary>One answer of an operation.</summary>
/// <param name="Status">The status.</param>
/// <param name="Description">When it is given, in one sentence.</param>
/// <param name="Content">Its bodies, one for each media type; empty for none.</param>
internal sealed record ApiResponse(int Status, string Description, params IReadOnlyList<ApiContent> Content)
{
    /// <summary>The headers that matter to a caller, with what they mean.</summary>
    public IReadOnlyList<(string Name, string Description)> Headers { get; init; } = [];

    /// <summary>An answer in JSON.</summary>
    public static ApiResponse Json(int status, string description, ApiSchema schema) => new(status, description, new ApiContent("application/json", schema));

    /// <summary>A refusal, as <c>application/problem+json</c>.</summary>
    public static ApiResponse Problem(int status, string description) => new(status, description, new ApiContent("application/problem+json", ApiSchema.Problem));
}

/// <summary>A body of an answer.</summary>
/// <param name="MediaType">Its media type without parameters.</param>
/// <param name="Schema">What it is.</param>
internal sealed record ApiContent(string MediaType, ApiSchema Schema);

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name as sent.</param>
/// <param name="In">Where it is sent: <c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="Description">What it means, in one sentence.</param>
/// <param name="Schema">What it is.</param>
internal sealed record ApiParameter(string Name, string In, string Description, ApiSchema Schema)
{
    /// <summary>Whether it must be sent; those of the path always must.</summary>
    public bool IsRequired { get; init; }
}
