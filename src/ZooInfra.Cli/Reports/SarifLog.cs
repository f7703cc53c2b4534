using System.Text.Json.Nodes;
using ZooInfra.Cli.Display;
using ZooInfra.Contracts;
using ZooInfra.Rules;

namespace ZooInfra.Cli.Reports;

/// <summary>
/// Findings as SARIF 2.1.0 (OASIS standard of 27 March 2020). Regimes are taxonomies; a rule relates to its controls there, and a result names them. A finding
/// lies in no file but in a resource, so locations are logical: the URN and the property. Waived findings are suppressed, rules that could not be judged are open.
/// </summary>
internal static class SarifLog
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
    private const string Home = "https://github.com/zooinfra/zooinfra";

    private static readonly Dictionary<string, int> RuleIndex = RuleBook.All.Select((rule, i) => (rule.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
    private static readonly Dictionary<Control, int> TaxonIndex = ControlCatalogue.Regimes.SelectMany(regime => ControlCatalogue.Of(regime).Select((entry, i) => (entry.Control, i))).ToDictionary(pair => pair.Control, pair => pair.i);

    public static string Text(IReadOnlyList<PlanVerdicts> clients) => new JsonObject
    {
        ["$schema"] = Schema,
        ["version"] = "2.1.0",
        ["runs"] = new JsonArray(new JsonObject
        {
            ["tool"] = new JsonObject { ["driver"] = Driver() },
            ["taxonomies"] = new JsonArray([.. ControlCatalogue.Regimes.Select(Taxonomy)]),
            ["columnKind"] = "utf16CodeUnits",
            ["results"] = new JsonArray([.. clients.SelectMany(client => client.Findings.Select(finding => Finding(client, finding)).Concat(Open(client)))]),
        }),
    }.ToJsonString(JsonOptions.Indented) + "\n";

    private static JsonNode Driver() => new JsonObject
    {
        ["name"] = "ZooInfra",
        ["informationUri"] = Home,
        ["semanticVersion"] = typeof(SarifLog).Assembly.GetName().Version!.ToString(3),
        ["supportedTaxonomies"] = new JsonArray([.. ControlCatalogue.Regimes.Select(Component)]),
        ["rules"] = new JsonArray([.. RuleBook.All.Select(Rule)]),
    };

    private static JsonNode Rule(Rule rule) => new JsonObject
    {
        ["id"] = rule.Id,
        ["shortDescription"] = Message(rule.Title),
        ["helpUri"] = rule.HelpLink.ToString(),
        ["defaultConfiguration"] = new JsonObject { ["level"] = Level(rule.Severity) },
        ["properties"] = new JsonObject { ["category"] = RuleJson.Family(rule), ["waivable"] = rule.IsWaivable },
        ["relationships"] = new JsonArray([.. rule.Controls.Select(control => (JsonNode)new JsonObject { ["target"] = Reference(control), ["kinds"] = new JsonArray("relevant") })]),
    };

    private static JsonNode Taxonomy(Regime regime) => new JsonObject
    {
        ["name"] = ContractNames.NameOf(regime),
        ["fullName"] = ContractNames.TitleOf(regime),
        ["isComprehensive"] = false,
        ["shortDescription"] = Message($"Controls of {ContractNames.TitleOf(regime)} that infrastructure can give evidence for"),
        ["taxa"] = new JsonArray([.. ControlCatalogue.Of(regime).Select(entry => (JsonNode)new JsonObject { ["id"] = entry.Control.Id, ["shortDescription"] = Message(entry.Title) })]),
    };

    private static JsonNode Finding(PlanVerdicts client, PlanFinding finding)
    {
        var result = Result(client, finding.Rule, finding.Message, finding.Urn, finding.Path);
        result["kind"] = "fail";
        result["level"] = Level(finding.Severity);
        if (finding.Waiver is { } waiver)
        {
            result["suppressions"] = new JsonArray(new JsonObject
            {
                ["kind"] = "external",
                ["status"] = "accepted",
                ["justification"] = waiver.Reason,
                ["properties"] = RuleJson.Waiver(waiver, finding.DaysLeft),
            });
        }

        return result;
    }

    private static IEnumerable<JsonNode> Open(PlanVerdicts client) => client.Open.Select(open =>
    {
        var result = Result(client, open.Rule, $"Not evaluable: {open.Reason}", open.Urn, open.Path);
        result["kind"] = "open";
        result["level"] = "none";
        return (JsonNode)result;
    });

    private static JsonObject Result(PlanVerdicts client, Rule rule, string message, string? urn, string path) => new()
    {
        ["ruleId"] = rule.Id,
        ["ruleIndex"] = RuleIndex[rule.Id],
        ["message"] = Message(message),
        ["locations"] = new JsonArray(new JsonObject { ["logicalLocations"] = new JsonArray(Location(client, urn, path)) }),
        ["taxa"] = new JsonArray([.. rule.Controls.Select(Reference)]),
        ["properties"] = new JsonObject { ["client"] = client.Contract.Id },
    };

    private static JsonNode Location(PlanVerdicts client, string? urn, string path) => urn is null
        ? new JsonObject { ["name"] = path, ["fullyQualifiedName"] = $"contract:{client.Contract.Id}#{path}", ["kind"] = "contract" }
        : new JsonObject
        {
            ["name"] = Protocol.ResourceUrn.Parse(urn)?.Name ?? urn,
            ["fullyQualifiedName"] = path.Length == 0 ? urn : $"{urn}#{path}",
            ["decoratedName"] = urn,
            ["kind"] = "resource",
        };

    private static JsonNode Component(Regime regime) => new JsonObject { ["name"] = ContractNames.NameOf(regime), ["index"] = ControlCatalogue.Regimes.ToList().IndexOf(regime) };

    /// <summary>A control in its taxonomy; by its id alone where the catalogue does not have it.</summary>
    private static JsonNode Reference(Control control)
    {
        var reference = new JsonObject { ["id"] = control.Id, ["toolComponent"] = new JsonObject { ["name"] = ContractNames.NameOf(control.Regime) } };
        if (TaxonIndex.TryGetValue(control, out var index))
        {
            reference["index"] = index;
            reference["toolComponent"] = Component(control.Regime);
        }

        return reference;
    }

    private static JsonObject Message(string text) => new() { ["text"] = text };

    private static string Level(RuleSeverity severity) => severity switch { RuleSeverity.Error => "error", RuleSeverity.Warning => "warning", _ => "note" };
}
