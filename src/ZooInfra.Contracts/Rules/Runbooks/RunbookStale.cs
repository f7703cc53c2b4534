using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>ZOO8001: a runbook that was not rehearsed for longer than agreed, or never.</summary>
public static class RunbookStale
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO8001",
        "Runbook is not rehearsed as often as agreed",
        "The runbook '{0}' of {1} {2}; rehearse it and say Rehearsed = \"{3}\" with the day",
        RuleSeverity.Warning,
        RuleFamily.Runbooks,
        new([Control.Nist("CP-4"), Control.Hipaa("164.308(a)(7)(ii)(D)")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        foreach (var runbook in client.Contract.Runbooks.Where(runbook => runbook.RehearseEvery is not null || runbook.Tier == 1))
        {
            verdicts.Judged(Rule);
            if (runbook.Rehearsed is not { } last)
            {
                Violated(client, verdicts, runbook, "", runbook.RehearseEvery is { } every ? $"is to be rehearsed every {every} and never was" : "is of tier 1 and never was rehearsed");
            }
            else if (client.Today is not { } today)
            {
                verdicts.NotEvaluable(Rule, runbook.Path + ".rehearsed", "the day of the build is not known");
            }
            else if (runbook.RehearseEvery is { } every && last.At(LocalTime.Midnight).PlusSeconds((long)every.Length.TotalSeconds) < today.At(LocalTime.Midnight))
            {
                Violated(
                    client, verdicts, runbook, ".rehearsed",
                    $"is to be rehearsed every {every} and was on {RuleText.Date(last)}, {RuleText.Days(Period.Between(last, today, PeriodUnits.Days).Days)} before the build of {RuleText.Date(today)}");
            }
        }
    }

    private static void Violated(ClientView client, Verdicts verdicts, Runbook runbook, string key, string what)
        => verdicts.Violated(Rule.Finding(runbook.Path + key, runbook.Name, client.Contract.Name, what, RuleText.Date(client.Today ?? new LocalDate(2027, 3, 31))) with
        {
            Severity = RunbookRules.SeverityOf(runbook),
        });
}
