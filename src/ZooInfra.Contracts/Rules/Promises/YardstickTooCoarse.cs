using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>ZOO1006: a signal that cannot see the promise broken, because it looks too seldom, forgives too long, or counts something else.</summary>
public static class YardstickTooCoarse
{
    private static readonly string[] Steps = ["1h", "30m", "15m", "10m", "5m", "2m", "1m", "30s", "15s", "10s", "5s", "1s"];

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO1006",
        "Signal is too coarse for its promise",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Promises,
        new([Control.Nist("SI-4"), Control.Nist("AU-12")]))
    {
        HasFix = true,
    };

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        foreach (var signal in client.Contract.Signals)
        {
            verdicts.Judged(Rule);
            var unit = signal.Promised == Promised.Availability ? SignalUnit.Ratio : SignalUnit.Seconds;
            if (signal.Unit != SignalUnit.Unstated && signal.Unit != unit)
            {
                verdicts.Violated(Rule.Finding(
                    signal.Path + ".unit",
                    $"The signal '{signal.Source}' of {client.Contract.Name} counts in {Words.Of(signal.Unit)}, and {Words.Of(signal.Promised)} is promised in {Words.Of(unit)}; convert it at its source and say Unit = SignalUnit.{unit}") with
                {
                    Fix = RuleFix.Set("Unit", $"global::ZooInfra.Contracts.SignalUnit.{unit}", $"Say that it counts in {Words.Of(unit)}"),
                });
            }

            if (signal.Promised == Promised.Availability && client.Contract.Sla?.Availability is { } promised)
            {
                // The shortest month leaves the least: 28 days.
                var allowed = promised.AllowedMinutes(Duration.FromDays(28));
                CheckLength(client, verdicts, signal, promised, allowed, signal.Interval, ".interval", "Interval", "looks every {0}, so one missed sample is more than");
                CheckLength(client, verdicts, signal, promised, allowed, signal.MinimumOutage, ".minimum_outage", "MinimumOutage", "forgives outages shorter than {0}, and that alone is more than");
            }
        }
    }

    private static void CheckLength(
        ClientView client, Verdicts verdicts, Signal signal, Availability promised, decimal allowed, ContractDuration? length, string key, string argument, string what)
    {
        if (length is not { } stated || (decimal)stated.Length.TotalMinutes < allowed)
        {
            return;
        }

        var legal = Steps.FirstOrDefault(step => (decimal)ContractDuration.Parse(step)!.Value.Length.TotalMinutes < allowed);
        verdicts.Violated(Rule.Finding(
            signal.Path + key,
            $"The signal '{signal.Source}' of {client.Contract.Name} {what.Replace("{0}", stated.ToString())} the {RuleText.Number(allowed)} minutes that {promised} % leaves in a month of 28 days; "
                + (legal is null ? "no signal is fine enough for this promise" : $"{argument} = \"{legal}\" is the next that sees it{RuleText.Clause(client.Contract.Sla!)}")) with
        {
            Fix = legal is null ? null : RuleFix.Set(argument, $"\"{legal}\"", $"Set {argument} to {legal}"),
        });
    }
}
