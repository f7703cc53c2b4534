using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>ZOO2005: an asset that its maker no longer mends, or soon will not.</summary>
public static class SupportEnded
{
    private const int Ahead = 180;

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO2005",
        "Asset is no longer supported by its maker",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Assets,
        new([Control.Nist("SA-22")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        foreach (var asset in client.Contract.Assets)
        {
            if (asset.SupportEnds is not { } ends)
            {
                continue;
            }

            verdicts.Judged(Rule);
            if (client.Today is not { } today)
            {
                verdicts.NotEvaluable(Rule, asset.Path + ".support_ends", "the day of the build is not known");
            }
            else if (ends < today)
            {
                verdicts.Violated(
                    Rule,
                    asset.Path + ".support_ends",
                    $"The maker of '{asset.Name}' of {client.Contract.Name} mends it no more since {RuleText.Date(ends)}, {RuleText.Days(Period.Between(ends, today, PeriodUnits.Days).Days)} before the build of {RuleText.Date(today)}; replace it, buy longer support, or have it waived with what is done instead");
            }
            else if (Period.Between(today, ends, PeriodUnits.Days).Days is var left and <= Ahead)
            {
                verdicts.Violated(Rule.Finding(
                    asset.Path + ".support_ends",
                    $"The maker of '{asset.Name}' of {client.Contract.Name} mends it until {RuleText.Date(ends)}, {RuleText.Days(left)} from now, and the warning comes {Ahead} days before; plan its replacement") with
                {
                    Severity = RuleSeverity.Warning,
                });
            }
        }
    }
}
