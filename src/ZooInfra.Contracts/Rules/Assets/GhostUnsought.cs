using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>ZOO2003: a ghost whose owner should have been found by now, or is looked for without an end.</summary>
public static class GhostUnsought
{
    private const int UsualDays = 90;

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO2003",
        "Ghost is past the search for its owner",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Assets,
        new([Control.Nist("CM-8"), Control.Nist("CM-8(4)")]))
    {
        HasFix = true,
    };

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        foreach (var ghost in client.Contract.Assets.Where(asset => asset.Species == Species.Ghost && asset.Owner is null))
        {
            verdicts.Judged(Rule);
            if (ghost.SearchUntil is not { } until)
            {
                verdicts.Violated(Rule.Finding(
                    ghost.Path,
                    $"The ghost '{ghost.Name}' of {client.Contract.Name} has no owner and no day by which one must be found; say SearchUntil = \"2027-03-31\" with the day that is meant") with
                {
                    Severity = RuleSeverity.Warning,
                    Fix = client.Today is { } day && RuleText.Date(day.PlusDays(UsualDays)) is var end
                        ? RuleFix.Set("SearchUntil", RuleText.Literal(end), $"Search for {UsualDays} days, until {end}")
                        : null,
                });
            }
            else if (client.Today is not { } today)
            {
                verdicts.NotEvaluable(Rule, ghost.Path + ".search_until", "the day of the build is not known");
            }
            else if (until < today)
            {
                verdicts.Violated(
                    Rule,
                    ghost.Path + ".search_until",
                    $"The owner of the ghost '{ghost.Name}' of {client.Contract.Name} was to be found by {RuleText.Date(until)}, and the build is of {RuleText.Date(today)}, {RuleText.Days(Period.Between(until, today, PeriodUnits.Days).Days)} later; name the owner, take it out of service, or agree a later day");
            }
        }
    }
}
