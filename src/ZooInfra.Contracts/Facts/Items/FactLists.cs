namespace ZooInfra.Contracts;

/// <summary>
/// Every list of items that a contract can have, described once: class and file are read, compared and located by these descriptions.
/// </summary>
public static class FactLists
{
    /// <summary>Telemetry bound to a promise: <c>[Signal]</c>.</summary>
    public static FactList Signals { get; } = List(
        "signals", "signal", "Signal",
        Identity("promise", "0", FactForm.Word),
        Identity("source", "1", FactForm.Text),
        Field("interval", "Interval", FactForm.Duration),
        Field("no_data", "NoData", FactForm.Word),
        Field("minimum_outage", "MinimumOutage", FactForm.Duration),
        Field("unit", "Unit", FactForm.Word));

    /// <summary>What the promise rests on: <c>[Dependency]</c>.</summary>
    public static FactList Dependencies { get; } = List(
        "dependencies", "dependency", "Dependency",
        Identity("name", "0", FactForm.Text),
        Field("availability", "Availability", FactForm.Number),
        Field("redundancy", "Redundancy", FactForm.Text),
        Field("clause", "Clause", FactForm.Text));

    /// <summary>Things under care: <c>[Asset]</c>.</summary>
    public static FactList Assets { get; } = List(
        "assets", "asset", "Asset",
        Identity("name", "0", FactForm.Text),
        Required("species", "1", FactForm.Word),
        Field("owner", "Owner", FactForm.Text),
        Field("criticality", "Criticality", FactForm.Word),
        Field("ownership", "Ownership", FactForm.Word),
        Field("never_reboot", "NeverReboot", FactForm.Flag),
        Field("groups", "Groups", FactForm.Texts),
        Field("shared_with", "SharedWith", FactForm.Texts),
        Field("search_until", "SearchUntil", FactForm.Date),
        Field("support_ends", "SupportEnds", FactForm.Date));

    /// <summary>How patches reach assets: <c>[PatchFlow]</c>.</summary>
    public static FactList PatchFlows { get; } = List(
        "patch_flows", "patch flow", "PatchFlow",
        Identity("name", "0", FactForm.Text),
        Field("targets", "Targets", FactForm.Texts),
        Field("reboots", "Reboots", FactForm.Flag),
        Field("verify", "Verify", FactForm.Text),
        Field("every", "Every", FactForm.Duration),
        Field("agent_interval", "AgentInterval", FactForm.Duration),
        Field("takes", "Takes", FactForm.Duration),
        Field("rollback", "Rollback", FactForm.Duration),
        Field("starts", "Starts", FactForm.Text));

    /// <summary>Runbooks: <c>[Runbook]</c>.</summary>
    public static FactList Runbooks { get; } = List(
        "runbooks", "runbook", "Runbook",
        Identity("name", "0", FactForm.Text),
        Field("tier", "Tier", FactForm.Number),
        Field("assets", "Assets", FactForm.Texts),
        Field("rehearsed", "Rehearsed", FactForm.Date),
        Field("rehearse_every", "RehearseEvery", FactForm.Duration),
        Field("takes", "Takes", FactForm.Duration),
        Field("rollback", "Rollback", FactForm.Duration),
        Field("approved_by", "ApprovedBy", FactForm.Text));

    /// <summary>Steps of runbooks: <c>[RunbookStep]</c>.</summary>
    public static FactList RunbookSteps { get; } = List(
        "runbook_steps", "runbook step", "RunbookStep",
        Identity("runbook", "0", FactForm.Text),
        Identity("step", "1", FactForm.Text),
        Field("changes", "Changes", FactForm.Flag),
        Field("verify", "Verify", FactForm.Text),
        Field("undo", "Undo", FactForm.Text),
        Field("asset", "Asset", FactForm.Text));

    /// <summary>Paths by which service comes back: <c>[Failover]</c>.</summary>
    public static FactList Failovers { get; } = List(
        "failovers", "failover", "Failover",
        Identity("record", "0", FactForm.Text),
        Field("detect", "Detect", FactForm.Duration),
        Field("page", "Page", FactForm.Duration),
        Field("runbook", "Runbook", FactForm.Text),
        Field("former_ttl", "FormerTtl", FactForm.Duration),
        Field("lowered", "Lowered", FactForm.Instant),
        Field("cut_over", "CutOver", FactForm.Instant));

    /// <summary>What the client gets back when availability is missed: <c>[Credit]</c>.</summary>
    public static FactList Credits { get; } = List(
        "credits", "credit", "Credit",
        Identity("below", "0", FactForm.Number),
        Required("percent", "1", FactForm.Number));

    /// <summary>What is counted for the bill: <c>[Meter]</c>.</summary>
    public static FactList Meters { get; } = List(
        "meters", "meter", "Meter",
        Identity("name", "0", FactForm.Text),
        Field("source", "Source", FactForm.Text));

    /// <summary>Safeguards that no component shows: <c>[Safeguard]</c>.</summary>
    public static FactList Safeguards { get; } = List(
        "safeguards", "safeguard", "Safeguard",
        Identity("kind", "0", FactForm.Word),
        Field("document", "Document", FactForm.Text),
        Field("every", "Every", FactForm.Duration),
        Field("keep_days", "KeepDays", FactForm.Number),
        Field("verified", "Verified", FactForm.Date),
        Field("decision", "Decision", FactForm.Text));

    /// <summary>What a regime means for this client in numbers: <c>[RegimeTerms]</c>.</summary>
    public static FactList RegimeTerms { get; } = List(
        "regime_terms", "regime term", "RegimeTerms",
        Identity("regime", "0", FactForm.Word),
        Field("keep_logs_days", "KeepLogsDays", FactForm.Number),
        Field("delete_logs_after_days", "DeleteLogsAfterDays", FactForm.Number),
        Field("residency", "Residency", FactForm.Texts),
        Field("patch_within_days", "PatchWithinDays", FactForm.Number),
        Field("waiver_days", "WaiverDays", FactForm.Number),
        Field("clause", "Clause", FactForm.Text));

    /// <summary>People with access: <c>[Person]</c>.</summary>
    public static FactList People { get; } = List(
        "people", "person", "Person",
        Identity("name", "0", FactForm.Text),
        Field("left", "Left", FactForm.Date));

    /// <summary>How the client is helped, and when: <c>[Support]</c>.</summary>
    public static FactList Supports { get; } = List(
        "support", "support tier", "Support",
        Identity("tier", "0", FactForm.Text),
        Field("hours", "Hours", FactForm.Text),
        Field("contact", "Contact", FactForm.Text),
        Field("clause", "Clause", FactForm.Text));

    /// <summary>Who is told, in which order: <c>[Escalation]</c>.</summary>
    public static FactList Escalations { get; } = List(
        "escalation", "escalation level", "Escalation",
        Identity("level", "0", FactForm.Number),
        Required("contact", "1", FactForm.Text),
        Field("after", "After", FactForm.Duration));

    /// <summary>Granted exceptions: <c>[Waiver]</c>.</summary>
    public static FactList Waivers { get; } = List(
        "waivers", "waiver", "Waiver",
        Identity("rule", "0", FactForm.Text),
        Field("reason", "Reason", FactForm.Text),
        Field("approved_by", "ApprovedBy", FactForm.Text),
        Field("requested_by", "RequestedBy", FactForm.Text),
        Field("granted", "Granted", FactForm.Date),
        Field("until", "Until", FactForm.Date),
        Field("clause", "Clause", FactForm.Text),
        Field("compensating", "Compensating", FactForm.Text),
        // Which member of the class it stands on; files have no members, so they cannot state it.
        new FactField(Member, "", FactForm.Text) { IsIdentity = true }) with { UnreadableRule = "ZOO3001" };

    /// <summary>Former and coming versions of the promise: <c>[SlaVersion]</c>.</summary>
    public static FactList SlaVersions { get; } = List(
        "sla_versions", "SLA version", "SlaVersion",
        Identity("effective", "0", FactForm.Date),
        Field("availability", "1", FactForm.Number),
        Field("response", "Response", FactForm.Duration),
        Field("recovery", "Recovery", FactForm.Duration),
        Field("patch_windows", "PatchWindows", FactForm.Word),
        Field("clause", "Clause", FactForm.Text));

    /// <summary>Former and coming ways to pay: <c>[BillingVersion]</c>.</summary>
    public static FactList BillingVersions { get; } = List(
        "billing_versions", "billing version", "BillingVersion",
        Identity("effective", "0", FactForm.Date),
        Required("model", "1", FactForm.Word),
        Field("clause", "Clause", FactForm.Text));

    /// <summary>All lists, in the order in which files and pages name them.</summary>
    public static IReadOnlyList<FactList> All { get; } =
    [
        Signals, Dependencies, Assets, PatchFlows, Runbooks, RunbookSteps, Failovers, Credits, Meters, Safeguards, RegimeTerms, People, Supports, Escalations,
        Waivers, SlaVersions, BillingVersions,
    ];

    /// <summary>The key under which a waiver names the member it stands on.</summary>
    public const string Member = "member";

    /// <summary>The list that the attribute class with this name writes to; null when there is none.</summary>
    public static FactList? OfAttribute(string name) => All.FirstOrDefault(list => list.Attribute == name);

    /// <summary>Whether <paramref name="path"/> names an item of one of these lists or a fact of one.</summary>
    public static bool IsItem(string path) => path.IndexOf('[') is > 0 and var open && OfKey(path.Substring(0, open)) is not null;

    /// <summary>The list with this key; null when there is none.</summary>
    public static FactList? OfKey(string key) => All.FirstOrDefault(list => list.Key == key);

    private static FactList List(string key, string singular, string attribute, params FactField[] fields) => new(key, singular, attribute + "Attribute", new(fields));

    private static FactField Field(string key, string argument, FactForm form) => new(key, argument, form);

    private static FactField Required(string key, string argument, FactForm form) => new(key, argument, form) { IsRequired = true };

    private static FactField Identity(string key, string argument, FactForm form) => new(key, argument, form) { IsRequired = true, IsIdentity = true };
}
