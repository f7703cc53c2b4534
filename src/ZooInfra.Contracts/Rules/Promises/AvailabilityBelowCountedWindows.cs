namespace ZooInfra.Contracts;

/// <summary>ZOO1001: a promise is broken by the client's own patch windows when all their declared downtime is used.</summary>
public static class AvailabilityBelowCountedWindows
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO1001",
        "Availability is promised that counted patch windows do not leave",
        "{0} promises {1} % a month, which allows {2} minutes of downtime in {3}, but its patch windows count and declare {4} minutes there ({5}); promise at most {6}, or limit or exclude the downtime of the windows{7}",
        RuleSeverity.Error,
        RuleFamily.Promises,
        new([Control.Nist("MA-2")]))
    {
        HasFix = true,
    };

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        if (client.Contract is not { Sla: { Availability: { } promised, WindowAccounting: WindowAccounting.Counted } sla, PatchWindows.Count: > 0 } contract)
        {
            return;
        }

        verdicts.Judged(Rule);
        var worst = client.Months.Of(contract.PatchWindows);
        var allowed = worst.AllowedMinutes(promised);
        if (worst.Minutes <= allowed)
        {
            return;
        }

        verdicts.Violated(Rule.Finding(
            FactPath.Availability,
            contract.Name,
            promised.ToString(),
            RuleText.Number(allowed),
            worst.Name,
            RuleText.Number(worst.Minutes),
            RuleText.Windows(contract.PatchWindows),
            worst.HonestAvailability is { } honest ? $"{honest} %" : "nothing",
            RuleText.Clause(sla)) with
        {
            Fix = worst.HonestAvailability is { } figure ? RuleFix.Replace(figure.ToString(), $"Promise {figure} %") : null,
        });
    }
}
