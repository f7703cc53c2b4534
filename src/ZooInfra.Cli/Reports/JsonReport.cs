using System.Text.Json.Nodes;
using ZooInfra.Cli.Display;
using ZooInfra.Contracts;

namespace ZooInfra.Cli.Reports;

/// <summary>Reports as JSON: <c>{"version":1,"clients":[…]}</c>, names snake_case, rules in the order of their ids. Names are added, not changed, within a version.</summary>
internal static class JsonReport
{
    public static string Text(IReadOnlyList<ClientReport> reports)
        => new JsonObject { ["version"] = 1, ["clients"] = new JsonArray([.. reports.Select(Client)]) }.ToJsonString(JsonOptions.Indented) + "\n";

    private static JsonNode Client(ClientReport report) => new JsonObject
    {
        ["client"] = report.Contract.Id,
        ["name"] = report.Contract.Name,
        ["date"] = report.Date,
        ["commit"] = report.Commit,
        ["complete"] = report.Verdicts.IsComplete,
        ["problems"] = new JsonArray([.. report.Problems.Select(problem => (JsonNode?)problem)]),
        ["contract"] = Contract(report.Contract),
        ["counts"] = new JsonObject(report.Counts.Select(count => KeyValuePair.Create(Word(count.Verdict), (JsonNode?)count.Count))),
        ["rules"] = new JsonArray([.. report.Rows.OrderBy(row => row.Rule.Id, StringComparer.Ordinal).Select(Rule)]),
        ["exceptions"] = new JsonArray([.. report.Waivers.Select(Exception)]),
        ["regimes"] = new JsonArray([.. report.Regimes.Select(Regime)]),
    };

    private static JsonNode Contract(TenantContract contract) => new JsonObject
    {
        ["availability"] = contract.Sla?.Availability?.ToString(),
        ["response"] = contract.Sla?.Response?.ToString(),
        ["recovery"] = contract.Sla?.Recovery?.ToString(),
        ["window_accounting"] = contract.Sla is { WindowAccounting: not WindowAccounting.Unstated } sla ? ContractNames.NameOf(sla.WindowAccounting) : null,
        ["clause"] = contract.Sla?.Clause,
        ["billing_model"] = contract.Billing is { } billing ? ContractNames.NameOf(billing) : null,
        ["patch_windows"] = new JsonArray([.. contract.PatchWindows.Select(window => (JsonNode?)window.ToString())]),
        ["regimes"] = new JsonArray([.. contract.Regimes.Select(scope => (JsonNode?)ContractNames.NameOf(scope.Regime))]),
    };

    private static JsonNode Rule(RuleRow row)
    {
        var node = new JsonObject { ["rule"] = row.Rule.Id, ["title"] = row.Rule.Title, ["verdict"] = Word(row.Verdict), ["severity"] = RuleJson.Severity(row.Rule.Severity), ["controls"] = RuleJson.Controls(row.Rule) };
        if (row.Findings.Count > 0)
        {
            node["findings"] = new JsonArray([.. row.Findings.Select(RuleJson.Finding)]);
        }

        if (row.Reasons.Count > 0)
        {
            node["reasons"] = new JsonArray([.. row.Reasons.Select(reason => (JsonNode?)reason)]);
        }

        return node;
    }

    private static JsonNode Exception(WaiverRow row)
    {
        var node = RuleJson.Waiver(row.Waiver, row.DaysLeft);
        node["state"] = row.State;
        return node;
    }

    private static JsonNode Regime(RegimeCoverage regime) => new JsonObject
    {
        ["regime"] = ContractNames.NameOf(regime.Scope.Regime),
        ["tier"] = regime.Scope.Tier,
        ["clause"] = regime.Scope.Clause,
        ["catalogue"] = regime.HasCatalogue,
        ["controls_without_rule"] = new JsonArray([.. regime.WithoutRule.Select(control => (JsonNode?)control.Control.Id)]),
    };

    private static string Word(RuleVerdict verdict) => RuleRow.WordOf(verdict).Replace(' ', '_');
}
