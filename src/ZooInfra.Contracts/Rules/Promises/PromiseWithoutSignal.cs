namespace ZooInfra.Contracts;

/// <summary>ZOO1002: a promise that nothing measures, or whose measure takes silence for good news (domain facts, sections 7 and 9).</summary>
public static class PromiseWithoutSignal
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO1002",
        "Promise has no signal that sees it broken",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Promises,
        new([Control.Nist("SI-4"), Control.Nist("AU-12"), Control.Hipaa("164.312(b)")]))
    {
        HasFix = true,
    };

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        if (client.Contract is not { Sla: { } sla } contract)
        {
            return;
        }

        Check(client, verdicts, Promised.Availability, FactPath.Availability, sla.Availability is { } availability ? availability + " %" : null, RuleSeverity.Error);
        Check(client, verdicts, Promised.Response, FactPath.Response, sla.Response?.ToString(), RuleSeverity.Warning);
        Check(client, verdicts, Promised.Recovery, FactPath.Recovery, sla.Recovery?.ToString(), RuleSeverity.Warning);
        foreach (var signal in contract.Signals.Where(signal => signal.Promised == Promised.Availability && signal.NoData is NoData.Unstated or NoData.Up))
        {
            verdicts.Violated(Rule.Finding(
                signal.Path + ".no_data",
                signal.NoData == NoData.Up
                    ? $"The signal '{signal.Source}' of {contract.Name} takes silence for up, so a total outage counts as kept; say NoData = NoData.Down"
                    : $"The signal '{signal.Source}' of {contract.Name} does not say what silence means, and most tools take it for up; say NoData = NoData.Down, or NoData.Excluded where the contract excludes it") with
            {
                Fix = RuleFix.Set("NoData", "global::ZooInfra.Contracts.NoData.Down", "Let silence mean down"),
            });
        }
    }

    private static void Check(ClientView client, Verdicts verdicts, Promised promised, string path, string? value, RuleSeverity severity)
    {
        if (value is null)
        {
            return;
        }

        verdicts.Judged(Rule);
        if (!client.Contract.Signals.Any(signal => signal.Promised == promised))
        {
            verdicts.Violated(Rule.Finding(
                path,
                $"{client.Contract.Name} promises {Words.Of(promised)} {value}, and no signal measures it; add [Signal(Promised.{promised}, \"where it comes from\", Interval = \"30s\", NoData = NoData.Down)]") with
            {
                Severity = severity,
            });
        }
    }
}
