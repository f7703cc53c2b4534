using System.CommandLine;
using System.Text.Json.Nodes;
using ZooInfra.Cli.Display;
using ZooInfra.Cli.Reports;
using ZooInfra.Contracts;

namespace ZooInfra.Cli.Commands;

/// <summary>The command that lists the rule book, and what it leaves of each regime.</summary>
internal static class RulesCommand
{
    public static Command Create(Terminal terminal)
    {
        var json = new Option<bool>("--json", "-j") { Description = "Print JSON." };
        var regime = new Option<string?>("--regime") { Description = $"Only the rules and controls of one regime: {string.Join(", ", ContractNames.RegimeNames)}.", HelpName = "REGIME" };
        regime.CompletionSources.Add(_ => ContractNames.RegimeNames.Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        var command = new Command("rules", "List the contract rules, and the controls that have one and have none.") { json, regime };
        command.SetAction(parsed =>
        {
            Regime? only = parsed.GetValue(regime) is { } name
                ? ContractNames.ParseRegime(name) ?? throw new CliException(ExitCode.Usage, $"No regime is called '{name}'. Regimes: {string.Join(", ", ContractNames.RegimeNames)}")
                : null;
            var rules = RuleBook.All.Where(rule => only is null || rule.Controls.Any(control => control.Regime == only)).ToList();
            var regimes = only is { } one ? [one] : ControlCatalogue.Regimes;
            terminal.Out.Write(parsed.GetValue(json) ? Json(rules, regimes) : Text(rules, regimes));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Json(List<Rule> rules, IReadOnlyList<Regime> regimes) => new JsonObject
    {
        ["rules"] = new JsonArray([.. rules.Select(RuleJson.Rule)]),
        ["regimes"] = new JsonArray([.. regimes.Select(regime => (JsonNode)new JsonObject
        {
            ["regime"] = ContractNames.NameOf(regime),
            ["controls"] = new JsonArray([.. ControlCatalogue.Of(regime).Select(entry => (JsonNode)new JsonObject
            {
                ["id"] = entry.Control.Id,
                ["title"] = entry.Title,
                ["rules"] = new JsonArray([.. ControlCatalogue.RulesFor(entry.Control).Select(rule => (JsonNode?)rule.Id)]),
            })]),
        })]),
    }.ToJsonString(JsonOptions.Indented) + Environment.NewLine;

    private static string Text(List<Rule> rules, IReadOnlyList<Regime> regimes)
    {
        var text = new StringWriter();
        foreach (var family in rules.GroupBy(rule => rule.Family))
        {
            text.WriteLine($"{family.Key}:");
            foreach (var rule in family)
            {
                text.WriteLine($"    {rule.Id}  {RuleJson.Severity(rule.Severity),-7}  {(rule.IsWaivable ? "waivable" : "        ")}  {(rule.HasFix ? "fix" : "   ")}  {rule.Title}");
                if (rule.Controls.Count > 0)
                {
                    text.WriteLine($"             {string.Join(", ", rule.Controls)}");
                }
            }

            text.WriteLine();
        }

        foreach (var regime in regimes)
        {
            var controls = ControlCatalogue.Of(regime).Select(entry => (entry, Rules: ControlCatalogue.RulesFor(entry.Control).ToList())).ToList();
            text.WriteLine(controls.Count == 0
                ? $"{ContractNames.TitleOf(regime)}: no catalogue of its controls is kept."
                : $"{ContractNames.TitleOf(regime)}: {controls.Count(control => control.Rules.Count > 0)} of {controls.Count} controls have a rule.");
            var width = controls.Select(control => control.entry.Control.Id.Length).DefaultIfEmpty().Max();
            foreach (var (entry, having) in controls.OrderBy(control => control.Rules.Count == 0))
            {
                text.WriteLine($"    {entry.Control.Id.PadRight(width)}  {entry.Title}: {(having.Count == 0 ? "no rule" : string.Join(", ", having.Select(rule => rule.Id)))}");
            }

            text.WriteLine();
        }

        text.WriteLine($"{rules.Count} rules. What each says and how to mend it: {new Uri(RuleBook.All[0].HelpLink, "README.md")}");
        return text.ToString();
    }
}
