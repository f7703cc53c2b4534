namespace ZooInfra.Contracts;

/// <summary>ZOO8004: a runbook on which most hangs, and nobody approved it.</summary>
public static class RunbookUnapproved
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO8004",
        "Runbook of tier 1 is not approved",
        "The runbook '{0}' of {1} is of tier 1 and nobody approved it; say ApprovedBy = \"who did\"",
        RuleSeverity.Error,
        RuleFamily.Runbooks,
        new([Control.Nist("CM-3"), Control.Nist("CP-2")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        foreach (var runbook in client.Contract.Runbooks.Where(runbook => runbook.Tier == 1))
        {
            verdicts.Judged(Rule);
            if (runbook.ApprovedBy is null)
            {
                verdicts.Violated(Rule, runbook.Path, runbook.Name, client.Contract.Name);
            }
        }
    }
}
