namespace ZooInfra.Contracts;

/// <summary>ZOO8005: a step or a failover belongs to a runbook that the client does not have.</summary>
public static class UnknownRunbook
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO8005",
        "Runbook is named that the client does not have",
        "{0} names the runbook '{1}', and {2} has none of that name; did you mean '{3}'?",
        RuleSeverity.Error,
        RuleFamily.Runbooks,
        new([Control.Nist("CP-2"), Control.Nist("CP-4")]))
    {
        HasFix = true,
    };

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        string[] names = [.. client.Contract.Runbooks.Select(runbook => runbook.Name).Distinct()];
        foreach (var step in client.Contract.RunbookSteps)
        {
            // A step's runbook is half of its identity, so its place is the argument itself.
            Check(client, verdicts, step.Path + ".runbook", $"The step '{step.Step}'", step.Runbook, names, near => RuleFix.Replace(RuleText.Literal(near), $"Name '{near}'"));
        }

        foreach (var failover in client.Contract.Failovers.Where(failover => failover.Runbook is not null))
        {
            Check(client, verdicts, failover.Path + ".runbook", $"The failover of {failover.Record}", failover.Runbook!, names, near => RuleFix.Set("Runbook", RuleText.Literal(near), $"Name '{near}'"));
        }
    }

    private static void Check(ClientView client, Verdicts verdicts, string path, string who, string named, string[] known, Func<string, RuleFix> fix)
    {
        // Where no runbook is stated at all, they are kept elsewhere.
        if (known.Length == 0)
        {
            verdicts.NotEvaluable(Rule, path, "the contract states no runbooks");
            return;
        }

        verdicts.Judged(Rule);
        if (!known.Contains(named))
        {
            verdicts.Violated(Rule.Finding(path, who, named, client.Contract.Name, NearestWord.Of(named, known)) with
            {
                Fix = NearestWord.Near(named, known) is { } near ? fix(near) : null,
            });
        }
    }
}
