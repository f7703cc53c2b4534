namespace ZooInfra.Contracts;

/// <summary><c>controls</c>: the controls of the client's regimes, with the rules that judge them; a control without a rule is told, so that nobody takes silence for a pass.</summary>
internal static class ControlsAnswer
{
    public static (string Text, AnswerValue Json)? Of(TenantContract contract)
    {
        var controls = contract.Regimes.Select(scope => scope.Regime).Distinct().SelectMany(ControlCatalogue.Of)
            .Select(entry => (entry.Control, entry.Title, Rules: (IReadOnlyList<string>)[.. ControlCatalogue.RulesFor(entry.Control).Select(rule => rule.Id)]))
            .ToList();
        return controls.Count == 0 ? null : (
            string.Join("\n", controls.Select(control => AnswerText.Columns(
                control.Control.ToString(), control.Rules.Count == 0 ? "no rule" : string.Join(" ", control.Rules), control.Title))),
            AnswerValue.Record(("controls", AnswerValue.List(controls, control => AnswerValue.Record(
                ("regime", AnswerValue.Of(ContractNames.NameOf(control.Control.Regime))),
                ("id", AnswerValue.Of(control.Control.Id)),
                ("title", AnswerValue.Of(control.Title)),
                ("rules", AnswerValue.List(control.Rules)))))));
    }
}
