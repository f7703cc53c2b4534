using ZooInfra.Api.Access;

namespace ZooInfra.Api.OpenApi;

/// <summary>The operations that contracts answer; the routes are mapped from this list.</summary>
internal static class ContractOperations
{
    private const string UnderClient = "/client/{id}/";

    private static readonly ApiParameter AsOf = new("as_of", "query", "The day whose answer is asked for, within the contract; today in the client's zone when left out.", ApiSchema.Date);

    private static readonly ApiResponse[] Refusals =
    [
        new(304, "The caller has this answer already."),
        ApiResponse.Problem(400, "A parameter cannot be read."),
        ApiResponse.Problem(401, "Nobody is known to ask."),
        ApiResponse.Problem(403, "The caller may not read contracts."),
        ApiResponse.Problem(404, "There is no such client for this caller, the contract does not state this, or nothing was in force on the day."),
        ApiResponse.Problem(406, "No form that is acceptable is served."),
        ApiResponse.Problem(429, "Too many requests."),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        Get("/client", "List the clients that the caller may see", FactSchemas.Clients, AsOf),
        Get("/client/{id}", "List what the contract of a client states", FactSchemas.Index, AsOf),
        Get(UnderClient + "sla", "Read the promise about availability and response", FactSchemas.Sla, AsOf),
        Get(UnderClient + "sla/versions", "List all versions of the promise", FactSchemas.SlaVersions, AsOf),
        Get(UnderClient + "sla/versions/{n}", "Read one version of the promise", FactSchemas.SlaVersion, new("n", "path", "The version's number, from 1.", ApiSchema.Integer), AsOf),
        Get(
            UnderClient + "sla/diff",
            "Compare two versions of the promise",
            FactSchemas.SlaDiff,
            new("from", "query", "The number of the one version.", ApiSchema.Integer) { IsRequired = true },
            new("to", "query", "The number of the other version.", ApiSchema.Integer) { IsRequired = true }),
        Get(UnderClient + "billing_model", "Read how the client pays", FactSchemas.Billing, AsOf),
        Get(UnderClient + "patch_window", "Read when systems may be changed", FactSchemas.PatchWindows, AsOf),
        new("GET", UnderClient + "patch_window.ics", "Read the patch windows as a calendar", Scope.ReadContract, null, [new(200, "The calendar (RFC 5545).", new ApiContent("text/calendar", ApiSchema.Text)), .. Refusals]) { Parameters = [AsOf] },
        Get(UnderClient + "compliance", "Read the regimes, their terms and safeguards", FactSchemas.Compliance, AsOf),
        Get(UnderClient + "controls", "List the controls of the client's regimes with the rules that judge them", FactSchemas.Controls, AsOf),
        Get(UnderClient + "support_tier", "Read how the client is helped, and when", FactSchemas.SupportTiers, AsOf),
        Get(UnderClient + "penalties", "Read what the client gets back when availability is missed", FactSchemas.Penalties, AsOf),
        Get(UnderClient + "exceptions", "List the exceptions from rules that hold", FactSchemas.Exceptions, AsOf),
        Get(UnderClient + "escalation", "Read who is told, in which order", FactSchemas.Escalation, AsOf),
        Get(UnderClient + "contract", "Read everything that the contract states", FactSchemas.Contract, AsOf),
    ];

    /// <summary>The path under the client: <c>sla/versions</c>.</summary>
    public static string NameOf(ApiOperation operation) => operation.Path.StartsWith(UnderClient, StringComparison.Ordinal) ? operation.Path[UnderClient.Length..] : "";

    /// <summary>What a client's own class serves.</summary>
    public static ApiOperation OfClass(string name)
        => Get(UnderClient + name, $"Read {name.Replace('_', ' ')}, which some clients state themselves", ApiSchema.Any);

    private static ApiOperation Get(string path, string summary, ApiSchema schema, params ApiParameter[] parameters) => new(
        "GET",
        path,
        summary,
        Scope.ReadContract,
        null,
        [
            new(200, "The answer.", new ApiContent(Accept.Text, ApiSchema.Text), new ApiContent(Accept.Json, schema))
            {
                Headers =
                [
                    ("ETag", "A strong entity tag of this form of the answer."),
                    ("Last-Modified", "Since when this is the answer: its first day, or when the host began to serve it if that was later."),
                    ("Cache-Control", "How long the answer cannot change."),
                ],
            },
            .. Refusals,
        ])
    {
        Parameters = parameters,
    };
}
