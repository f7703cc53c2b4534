using ZooInfra.Api.Access;
using ZooInfra.Api.OpenApi;

namespace ZooInfra.Api.Onboarding;

/// <summary>The operations by which clients come and go.</summary>
internal static class OnboardingOperations
{
    private static readonly ApiParameter DryRun = new("dry_run", "query", "Whether the change is only shown; true when left out.", ApiSchema.OneOf("true", "false"));

    private static readonly ApiSchema Change = new("object")
    {
        Name = "change_set",
        IsOpen = true,
        Members =
        [
            new("client", ApiSchema.Text),
            new("dry_run", ApiSchema.Flag),
            new("branch", ApiSchema.Text, IsOptional: true),
            new("commit", ApiSchema.Text, IsOptional: true),
            new("base", ApiSchema.Text, IsOptional: true),
            new("files", ApiSchema.ListOf(ApiSchema.Object("changed_file", new("path", ApiSchema.Text), new("change", ApiSchema.OneOf("create", "delete"))))),
            new("patch", ApiSchema.Text with { Description = "The change as a unified diff." }),
        ],
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        Of("POST", "/client", "Propose a new client by its contract", new("object") { IsOpen = true, Description = "The contract, with the keys of a contract file." }) with
        {
            RequestTypes = ["application/yaml", "application/json"],
            Parameters = [DryRun, new("id", "query", "The client's id; made of its name when left out.", ApiSchema.Text)],
        },
        Of("DELETE", "/client/{id}", "Propose the end of a client", null) with { Parameters = [DryRun] },
    ];

    private static ApiOperation Of(string method, string path, string summary, ApiSchema? request) => new(
        method,
        path,
        summary,
        Scope.Onboard,
        request,
        [
            new(200, "The change of the code, only shown, or on a branch that is there already.", new ApiContent("application/json", Change), new ApiContent("text/x-patch", ApiSchema.Text)),
            new(201, "The change of the code on a new branch.", new ApiContent("application/json", Change), new ApiContent("text/x-patch", ApiSchema.Text)),
            .. ApiRefusals.All,
            ApiRefusals.Conflict,
            .. request is null ? (ApiResponse[])[] : [ApiResponse.Problem(413, "The contract is too long."), ApiRefusals.WrongBody, ApiRefusals.Broken],
            ApiResponse.Problem(503, "The repository of the code cannot be used."),
        ])
    {
        Tag = "onboarding",
    };
}
