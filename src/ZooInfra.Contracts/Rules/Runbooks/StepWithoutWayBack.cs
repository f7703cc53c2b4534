namespace ZooInfra.Contracts;

/// <summary>ZOO8003: a step that changes something and does not say how it is checked, or how it is undone.</summary>
public static class StepWithoutWayBack
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO8003",
        "Step of a runbook changes something with no check or no way back",
        "The step '{0}' of the runbook '{1}' of {2} changes something and does not say {3}; say {4}",
        RuleSeverity.Warning,
        RuleFamily.Runbooks,
        new([Control.Nist("CM-3"), Control.Nist("CP-4")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        foreach (var step in client.Contract.RunbookSteps.Where(step => step.Changes))
        {
            verdicts.Judged(Rule);
            var missing = new List<(string What, string Advice)>();
            if (step.Verify is null)
            {
                missing.Add(("how it is checked", "Verify = \"what is looked at\""));
            }

            if (step.Undo is null)
            {
                missing.Add(("how it is undone", "Undo = \"what is done then\""));
            }

            if (missing.Count > 0)
            {
                verdicts.Violated(Rule.Finding(
                    step.Path,
                    step.Step,
                    step.Runbook,
                    client.Contract.Name,
                    RuleText.And([.. missing.Select(one => one.What)]),
                    RuleText.And([.. missing.Select(one => one.Advice)])) with
                {
                    Severity = client.Contract.Runbooks.FirstOrDefault(runbook => runbook.Name == step.Runbook) is { } runbook ? RunbookRules.SeverityOf(runbook) : Rule.Severity,
                });
            }
        }
    }
}
