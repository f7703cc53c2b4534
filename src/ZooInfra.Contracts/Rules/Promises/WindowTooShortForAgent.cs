namespace ZooInfra.Contracts;

/// <summary>ZOO1007: an agent that installs at one visit and reboots at the next gets no two visits in a window, so the reboot waits for ever.</summary>
public static class WindowTooShortForAgent
{
    private static readonly string[] Steps = ["1h", "30m", "15m", "10m", "5m", "2m", "1m", "30s"];

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO1007",
        "Patch window is shorter than two visits of the agent",
        "The patch flow '{0}' of {1} reboots, its agent looks for work every {2}, and it needs two visits, {3}; the longest patch window lasts {4}, so the reboot {5}; {6}",
        RuleSeverity.Warning,
        RuleFamily.Promises,
        new([Control.Nist("MA-2"), Control.Nist("SI-2")]))
    {
        HasFix = true,
    };

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        var (start, end) = WindowSpans.YearOf(client);
        foreach (var flow in client.Contract.PatchFlows)
        {
            if (flow is not { Reboots: true, AgentInterval: { Length: var interval } })
            {
                continue;
            }

            if (client.Contract.PatchWindows.Count == 0)
            {
                verdicts.NotEvaluable(Rule, flow.Path, "the contract states no patch windows");
                continue;
            }

            verdicts.Judged(Rule);
            var longest = WindowSpans.Union(client.Contract.PatchWindows, start, end).Max(span => span.Length);
            if (longest >= interval * 2)
            {
                continue;
            }

            // Two visits are an interval apart: with no more time than that the second is always too late, with less than two intervals it is often.
            var legal = Steps.FirstOrDefault(step => ContractDuration.Parse(step)!.Value.Length * 2 <= longest);
            verdicts.Violated(Rule.Finding(
                flow.Path + ".agent_interval",
                flow.Name,
                client.Contract.Name,
                flow.AgentInterval.ToString()!,
                RuleText.Length(interval * 2),
                RuleText.Length(longest),
                longest <= interval ? "never comes" : "does not always come",
                legal is null ? "agree longer windows" : $"AgentInterval = \"{legal}\" is the next that fits") with
            {
                Severity = longest <= interval ? RuleSeverity.Error : RuleSeverity.Warning,
                Related = new([FactPath.PatchWindows]),
                Fix = legal is null ? null : RuleFix.Set("AgentInterval", $"\"{legal}\"", $"Set AgentInterval to {legal}"),
            });
        }
    }
}
