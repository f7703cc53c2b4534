using ZooInfra.Contracts;

namespace ZooInfra.Api.OpenApi;

/// <summary>The shapes of what contracts answer in JSON.</summary>
internal static class FactSchemas
{
    private static readonly ApiSchema Duration = ApiSchema.Text with { Description = "A length of time: 5m, 1h30m." };

    private static readonly ApiSchema Percent = ApiSchema.Number with { Description = "Percent of a calendar month, UTC." };

    private static readonly ApiMember[] SlaMembers =
    [
        Optional("version", ApiSchema.Integer),
        Optional("effective", ApiSchema.Date),
        Optional("ends", ApiSchema.Date),
        Optional("availability", Percent),
        Optional("response", Duration),
        Optional("response_seconds", ApiSchema.Integer),
        Optional("recovery", Duration),
        Optional("recovery_seconds", ApiSchema.Integer),
        Optional("window_accounting", ApiSchema.OneOf([.. ContractNames.WindowAccountingNames])),
        Optional("clause", ApiSchema.Text),
    ];

    private static readonly ApiSchema Waiver = ApiSchema.Object("waiver", WaiverMembers());

    public static ApiSchema Sla { get; } = ApiSchema.Object("sla", SlaMembers);

    public static ApiSchema SlaVersion { get; } = ApiSchema.Object("sla_version", [new("version", ApiSchema.Integer), .. SlaMembers.Skip(1)]);

    public static ApiSchema SlaVersions { get; } = Only(
        "sla_versions", "versions", ApiSchema.Object("listed_sla_version", [new("version", ApiSchema.Integer), .. SlaMembers.Skip(1), new("href", ApiSchema.Text)]));

    public static ApiSchema SlaDiff { get; } = ApiSchema.Object(
        "sla_diff",
        new("from", ApiSchema.Integer),
        new("to", ApiSchema.Integer),
        new("changes", ApiSchema.ListOf(ApiSchema.Object(
            "sla_change",
            new("fact", ApiSchema.Text),
            Optional("from", ApiSchema.Text),
            Optional("to", ApiSchema.Text),
            new("direction", ApiSchema.OneOf([.. ZooInfra.Contracts.Words.All<SlaDirection>()])),
            new("words", ApiSchema.Text),
            Optional("allowed_minutes_a_month", ApiSchema.Number),
            Optional("seconds", ApiSchema.Integer)))));

    public static ApiSchema Billing { get; } = ApiSchema.Object(
        "billing",
        new("billing_model", ApiSchema.OneOf([.. ContractNames.BillingModelNames])),
        Optional("version", ApiSchema.Integer),
        Optional("effective", ApiSchema.Date),
        Optional("ends", ApiSchema.Date),
        Optional("clause", ApiSchema.Text),
        Optional("meters", ApiSchema.ListOf(ApiSchema.Object("meter", new("name", ApiSchema.Text), Optional("source", ApiSchema.Text)))));

    private static readonly ApiSchema Windows = ApiSchema.ListOf(ApiSchema.Object(
        "patch_window",
        new("days", ApiSchema.ListOf(ApiSchema.OneOf("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))),
        new("start", ApiSchema.Text with { Description = "Wall-clock time in the zone, HH:MM." }),
        new("end", ApiSchema.Text with { Description = "Wall-clock time; on the next day when it is not after the start." }),
        new("zone", ApiSchema.Text),
        Optional("max_downtime", Duration),
        Optional("max_downtime_seconds", ApiSchema.Integer)));

    public static ApiSchema PatchWindows { get; } = ApiSchema.Object("patch_windows", new("patch_windows", Windows), new("calendar", ApiSchema.Text));

    public static ApiSchema Compliance { get; } = ApiSchema.Object(
        "compliance",
        new("regimes", ApiSchema.ListOf(ApiSchema.Object(
            "regime",
            new("regime", ApiSchema.OneOf([.. ContractNames.RegimeNames])),
            new("title", ApiSchema.Text),
            Optional("tier", ApiSchema.Integer),
            Optional("clause", ApiSchema.Text)))),
        new("terms", ApiSchema.ListOf(ApiSchema.Object(
            "regime_terms",
            Optional("regime", ApiSchema.OneOf([.. ContractNames.RegimeNames])),
            Optional("keep_logs_days", ApiSchema.Integer),
            Optional("delete_logs_after_days", ApiSchema.Integer),
            Optional("residency", ApiSchema.ListOf(ApiSchema.Text)),
            Optional("patch_within_days", ApiSchema.Integer),
            Optional("waiver_days", ApiSchema.Integer),
            Optional("clause", ApiSchema.Text)))),
        new("safeguards", ApiSchema.ListOf(ApiSchema.Object(
            "safeguard",
            Optional("kind", ApiSchema.OneOf([.. ZooInfra.Contracts.Words.All<SafeguardKind>()])),
            Optional("document", ApiSchema.Text),
            Optional("every", Duration),
            Optional("keep_days", ApiSchema.Integer),
            Optional("verified", ApiSchema.Date),
            Optional("decision", ApiSchema.Text)))));

    public static ApiSchema Controls { get; } = Only("controls", "controls", ApiSchema.Object(
        "control",
        new("regime", ApiSchema.OneOf([.. ContractNames.RegimeNames])),
        new("id", ApiSchema.Text),
        new("title", ApiSchema.Text),
        new("rules", ApiSchema.ListOf(ApiSchema.Text))));

    public static ApiSchema SupportTiers { get; } = Only("support_tiers", "support_tiers", ApiSchema.Object(
        "support_tier", new("tier", ApiSchema.Text), Optional("hours", ApiSchema.Text), Optional("contact", ApiSchema.Text), Optional("clause", ApiSchema.Text)));

    public static ApiSchema Penalties { get; } = Only("penalties", "penalties", ApiSchema.Object("penalty", Optional("below", Percent), new("percent", ApiSchema.Number)));

    public static ApiSchema Escalation { get; } = Only("escalation", "escalation", ApiSchema.Object(
        "escalation_level", new("level", ApiSchema.Integer), new("contact", ApiSchema.Text), Optional("after", Duration), new("after_seconds", ApiSchema.Integer)));

    public static ApiSchema Exceptions { get; } = ApiSchema.Object(
        "exceptions",
        new("as_of", ApiSchema.Date),
        new("exceptions", ApiSchema.ListOf(ApiSchema.Object("exception", [.. WaiverMembers(), new("days_left", ApiSchema.Integer), new("ends_soon", ApiSchema.Flag)]))));

    public static ApiSchema Contract { get; } = ApiSchema.Object(
        "contract",
        new("id", ApiSchema.Text),
        new("name", ApiSchema.Text),
        Optional("zone", ApiSchema.Text),
        Optional("effective", ApiSchema.Date),
        Optional("ends", ApiSchema.Date),
        Optional("sla", Sla),
        Optional("billing", Billing),
        new("patch_windows", Windows),
        new("compliance", Compliance),
        new("support_tiers", SupportTiers.Members[0].Schema),
        new("penalties", Penalties.Members[0].Schema),
        new("escalation", Escalation.Members[0].Schema),
        new("waivers", ApiSchema.ListOf(Waiver)),
        new("operations", new("object") { IsOpen = true, Description = "How the promises are kept: signals, dependencies, assets, patch flows, runbooks, failovers, cards." }));

    public static ApiSchema Index { get; } = ApiSchema.Object("client_index", [.. ClientMembers(), new("endpoints", ApiSchema.ListOf(ApiSchema.Object("link", new("name", ApiSchema.Text), new("href", ApiSchema.Text))))]);

    public static ApiSchema Clients { get; } = Only("clients", "clients", ApiSchema.Object("client", [.. ClientMembers(), new("href", ApiSchema.Text)]));

    private static ApiMember[] ClientMembers() =>
        [new("id", ApiSchema.Text), new("name", ApiSchema.Text), Optional("effective", ApiSchema.Date), Optional("ends", ApiSchema.Date)];

    private static ApiMember[] WaiverMembers() =>
    [
        new("rule", ApiSchema.Text),
        Optional("title", ApiSchema.Text),
        Optional("reason", ApiSchema.Text),
        Optional("approved_by", ApiSchema.Text),
        Optional("requested_by", ApiSchema.Text),
        Optional("granted", ApiSchema.Date),
        Optional("until", ApiSchema.Date),
        Optional("clause", ApiSchema.Text),
        Optional("compensating", ApiSchema.Text),
        Optional("member", ApiSchema.Text),
    ];

    private static ApiMember Optional(string name, ApiSchema schema) => new(name, schema, IsOptional: true);

    private static ApiSchema Only(string name, string member, ApiSchema item) => ApiSchema.Object(name, new ApiMember(member, ApiSchema.ListOf(item)));
}
