using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using ZooInfra.Contracts;
using ZooInfra.Rules;

namespace ZooInfra.Cli.Reports;

/// <summary>Rules, findings and waivers as JSON, the same wherever they are printed; names are snake_case.</summary>
internal static class RuleJson
{
    public static JsonNode Finding(PlanFinding finding) => new JsonObject
    {
        ["rule"] = finding.Rule.Id,
        ["severity"] = Severity(finding.Severity),
        ["urn"] = finding.Urn,
        ["path"] = finding.Path,
        ["message"] = finding.Message,
        ["controls"] = Controls(finding.Rule),
        ["help"] = finding.Rule.HelpLink.ToString(),
        ["waiver"] = finding.Waiver is { } waiver ? Waiver(waiver, finding.DaysLeft) : null,
    };

    public static JsonObject Rule(Rule rule) => new()
    {
        ["id"] = rule.Id,
        ["title"] = rule.Title,
        ["family"] = Family(rule),
        ["severity"] = Severity(rule.Severity),
        ["controls"] = Controls(rule),
        ["waivable"] = rule.IsWaivable,
        ["fix"] = rule.HasFix,
        ["help"] = rule.HelpLink.ToString(),
    };

    public static JsonArray Controls(Rule rule) => new([.. rule.Controls.Select(Control)]);

    public static JsonNode Control(Control control) => new JsonObject { ["regime"] = ContractNames.NameOf(control.Regime), ["id"] = control.Id };

    public static JsonObject Waiver(Waiver waiver, int? daysLeft) => new()
    {
        ["rule"] = waiver.Rule,
        ["reason"] = waiver.Reason,
        ["approved_by"] = waiver.ApprovedBy,
        ["requested_by"] = waiver.RequestedBy,
        ["granted"] = Date(waiver.Granted),
        ["until"] = Date(waiver.Until),
        ["days_left"] = daysLeft,
        ["clause"] = waiver.Clause,
        ["compensating"] = waiver.Compensating,
        ["member"] = waiver.Member,
    };

    public static string Severity(RuleSeverity severity) => severity switch { RuleSeverity.Error => "error", RuleSeverity.Warning => "warning", _ => "info" };

    public static string Family(Rule rule) => rule.Family.ToString().ToLowerInvariant();

    public static string? Date(LocalDate? date) => date?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
