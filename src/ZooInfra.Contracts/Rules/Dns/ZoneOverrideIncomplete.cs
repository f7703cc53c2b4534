using NodaTime;
using NodaTime.Text;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Contracts;

/// <summary>ZOO4105: the guards of a zone are switched off without who, why and until, for too long, or no longer.</summary>
public static class ZoneOverrideIncomplete
{
    /// <summary>How many days ahead an override may reach, as the provider has it.</summary>
    private const int MostDays = 31;

    private static readonly string[] Members = ["Who", "Why", "Until"];

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO4105",
        "Guards of a zone are overridden without who, why and until",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Dns,
        new([Control.Nist("CM-3"), Control.Nist("CM-5")]))
    {
        HasFix = true,
    };

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        foreach (var zone in DnsZoneFacts.Of(client).Where(zone => !zone.Override.IsAbsent))
        {
            verdicts.Judged(Rule);
            var (stated, until) = (zone.Override, zone.Override["Until"]);
            string[] missing = [.. Members.Where(member => stated[member].IsStated() == false)];
            if (missing.Length > 0)
            {
                verdicts.Violated(Rule, stated, $"The guards of {zone.Title} are overridden without {string.Join(" and ", missing)}; say who allows it, why, and until when");
            }
            else if (until.Text is not null && client.Today is { } today)
            {
                CheckEnd(zone.Title, until, today, verdicts);
            }

            if (missing.Length == 0 && (client.Today is null || Members.Any(member => stated[member].IsStated() is null)))
            {
                verdicts.NotEvaluable(Rule, stated, client.Today is null ? "the day of the build is not known" : "a part of the override is not known");
            }
        }
    }

    private static void CheckEnd(string zone, FactNode until, LocalDate today, Verdicts verdicts)
    {
        var latest = today.PlusDays(MostDays);
        if (LocalDatePattern.Iso.Parse(until.Text!) is not { Success: true, Value: var end })
        {
            verdicts.Violated(Rule, until, $"The override of the guards of {zone} ends on '{until.Text}', which is no day; write it like {ComponentText.Day(latest)}");
        }
        else if (end < today)
        {
            verdicts.Violated(Rule.Finding(until, $"The override of the guards of {zone} ended on {ComponentText.Day(end)} and the build is of {ComponentText.Day(today)}; remove it") with { Severity = RuleSeverity.Warning });
        }
        else if (end > latest)
        {
            verdicts.Violated(Rule.Finding(
                until,
                $"The override of the guards of {zone} lasts until {ComponentText.Day(end)}, {ComponentText.Number(Period.DaysBetween(today, end))} days ahead; at most {ComponentText.Number(MostDays)} are allowed, so let it end by {ComponentText.Day(latest)}") with
            {
                Fix = RuleFix.Replace(ComponentText.Literal(ComponentText.Day(latest)), $"Let it end on {ComponentText.Day(latest)}"),
            });
        }
    }
}
