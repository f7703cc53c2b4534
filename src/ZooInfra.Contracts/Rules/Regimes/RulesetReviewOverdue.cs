using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>ZOO3110: a PCI DSS client whose firewall rulesets were not reviewed in six months (1.2.7).</summary>
public static class RulesetReviewOverdue
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO3110",
        "Firewall rulesets of a PCI DSS client are not reviewed every six months",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Regimes,
        new([Control.Pci("1.2.7"), Control.Nist("CM-6")]));

    private const int Days = 183;
    private const int WarnFrom = 150;

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        if (SafeguardDuty.PlaceOf(Regime.PciDss, client.Contract) is not { } place)
        {
            return;
        }

        verdicts.Judged(Rule);
        var name = client.Contract.Name;
        var reviews = client.Contract.Safeguards.Where(safeguard => safeguard.Kind == SafeguardKind.RulesetReview).OrderByDescending(safeguard => safeguard.Verified).ToList();
        if (reviews.Count == 0)
        {
            verdicts.Violated(
                Rule,
                place,
                $"{name} is under PCI DSS and states no review of its firewall rulesets, which 1.2.7 asks for every six months; add [Safeguard(SafeguardKind.RulesetReview, Verified = \"2027-03-31\")] with the day of the last one");
        }
        else if (reviews[0].Verified is not { } last)
        {
            verdicts.Violated(Rule, reviews[0].Path, $"{name} does not state when its firewall rulesets were last reviewed, which PCI DSS 1.2.7 asks for every six months; say Verified = \"2027-03-31\" with the day");
        }
        else if (client.Today is not { } today)
        {
            verdicts.NotEvaluable(Rule, reviews[0].Path + ".verified", "the day of the build is not known");
        }
        else if (Period.Between(last, today, PeriodUnits.Days).Days is var age and >= WarnFrom)
        {
            verdicts.Violated(Rule.Finding(
                reviews[0].Path + ".verified",
                $"The firewall rulesets of {name} were last reviewed on {RuleText.Date(last)}, {RuleText.Days(age)} before the build of {RuleText.Date(today)}, and PCI DSS 1.2.7 asks for every six months, {Days} days; {(age >= Days ? "review them" : $"review them by {RuleText.Date(last.PlusDays(Days - 1))}")}") with
            {
                Severity = age >= Days ? RuleSeverity.Error : RuleSeverity.Warning,
            });
        }
    }
}
