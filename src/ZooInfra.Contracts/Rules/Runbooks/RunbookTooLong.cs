using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>ZOO8002: a runbook that, with the time to undo it, takes longer than it may: the recovery that was promised, or the shortest window in which it changes things.</summary>
public static class RunbookTooLong
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO8002",
        "Runbook takes longer than there is time",
        "The runbook '{0}' of {1} takes {2}{3}, and {4}; make it shorter, or agree {5}",
        RuleSeverity.Warning,
        RuleFamily.Runbooks,
        new([Control.Nist("CP-10"), Control.Nist("CP-4"), Control.Hipaa("164.308(a)(7)(ii)(D)")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        var (start, end) = WindowSpans.YearOf(client);
        foreach (var runbook in client.Contract.Runbooks)
        {
            // What brings a service back is run when it is gone and not in a window.
            var isRescue = client.Contract.Failovers.Any(failover => failover.Runbook == runbook.Name);
            var changes = client.Contract.RunbookSteps.Any(step => step.Changes && step.Runbook == runbook.Name);
            var windows = changes && !isRescue ? client.Contract.PatchWindows : default;
            var recovery = client.Contract.Sla?.Recovery;
            if (windows.Count == 0 && recovery is null)
            {
                continue;
            }

            if (runbook.Takes is not { } takes)
            {
                verdicts.NotEvaluable(Rule, runbook.Path, $"it is not known how long '{runbook.Name}' takes");
                continue;
            }

            verdicts.Judged(Rule);
            var needed = takes.Length + (runbook.Rollback?.Length ?? Duration.Zero);
            if (recovery is { } promised && needed > promised.Length)
            {
                Violated(client, verdicts, runbook, $"recovery is promised in {promised}{RuleText.Clause(client.Contract.Sla!)}", "a longer recovery", FactPath.Recovery);
            }
            else if (windows.Count > 0 && WindowSpans.Union(windows, start, end).Min(span => span.Length) is var shortest && needed > shortest)
            {
                Violated(client, verdicts, runbook, $"it changes things, for which the shortest patch window ({RuleText.Windows(windows)}) lasts {RuleText.Length(shortest)}", "longer windows", FactPath.PatchWindows);
            }
        }
    }

    private static void Violated(ClientView client, Verdicts verdicts, Runbook runbook, string limit, string way, string related)
        => verdicts.Violated(Rule.Finding(
            runbook.Path + ".takes",
            runbook.Name,
            client.Contract.Name,
            runbook.Takes.ToString()!,
            runbook.Rollback is { } undo ? $" and {undo} to undo, {RuleText.Length(runbook.Takes!.Value.Length + undo.Length)} in all" : "",
            limit,
            way) with
        {
            Severity = RunbookRules.SeverityOf(runbook),
            Related = new([related]),
        });
}
