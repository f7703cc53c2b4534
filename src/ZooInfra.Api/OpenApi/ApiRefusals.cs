namespace ZooInfra.Api.OpenApi;

/// <summary>What every operation that asks for a credential may answer in place of what was asked for.</summary>
internal static class ApiRefusals
{
    public static IReadOnlyList<ApiResponse> All { get; } =
    [
        ApiResponse.Problem(400, "A parameter or a member of the body cannot be read; the detail says which."),
        ApiResponse.Problem(401, "Nobody is known to ask."),
        ApiResponse.Problem(403, "The caller lacks the scope."),
        ApiResponse.Problem(404, "There is no such thing for this caller."),
        ApiResponse.Problem(429, "Too many requests."),
    ];

    public static ApiResponse Conflict { get; } = ApiResponse.Problem(409, "It cannot be done as things stand; the detail says why.");

    public static ApiResponse WrongBody { get; } = ApiResponse.Problem(415, "The body is of a type that is not taken.");

    public static ApiResponse Broken { get; } = ApiResponse.Problem(422, "What is asked for breaks rules; each is named with its place.");
}
