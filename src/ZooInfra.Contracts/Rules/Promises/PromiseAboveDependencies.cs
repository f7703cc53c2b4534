using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>ZOO1004: more is promised than what the promise rests on promises itself.</summary>
public static class PromiseAboveDependencies
{
    private const int Grave = 10;

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO1004",
        "More is promised than its dependencies promise",
        "{0} promises {1} %, {2} minutes of downtime in 30 days, and rests on {3}, together at most {4} %, {5} minutes; promise at most {6}, or let something stand in for the weakest (Redundancy){7}",
        RuleSeverity.Warning,
        RuleFamily.Promises,
        new([Control.Nist("CP-2"), Control.Nist("SA-9")]))
    {
        HasFix = true,
    };

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        if (client.Contract is not { Sla: { Availability: { } promised } sla, Dependencies: { Count: > 0 } dependencies } contract)
        {
            return;
        }

        verdicts.Judged(Rule);
        var most = ComposedAvailability.Of(dependencies);
        if (most.IsBelow(promised))
        {
            var month = Duration.FromDays(30);
            verdicts.Violated(Rule.Finding(
                FactPath.Availability,
                contract.Name,
                promised.ToString(),
                RuleText.Number(promised.AllowedMinutes(month)),
                RuleText.And([.. dependencies.Where(dependency => dependency.Availability is not null).Select(Text)]),
                most.ToString(),
                RuleText.Number(month.Days * 1440m * (1 - (decimal.Parse(most.ToString(), System.Globalization.CultureInfo.InvariantCulture) / 100))),
                most.Honest is { } figure ? figure + " %" : "nothing",
                RuleText.Clause(sla)) with
            {
                Severity = most.IsDownMoreThan(Grave, promised) ? RuleSeverity.Error : RuleSeverity.Warning,
                Related = new(dependencies.Select(dependency => (Place)dependency.Path)),
                Fix = most.Honest is { } honest ? RuleFix.Replace(honest.ToString(), $"Promise {honest} %") : null,
            });
        }
        else if (dependencies.FirstOrDefault(dependency => dependency.Availability is null) is { } unknown)
        {
            verdicts.NotEvaluable(Rule, unknown.Path, $"the availability of '{unknown.Name}' is not known");
        }
    }

    private static string Text(Dependency dependency)
        => $"'{dependency.Name}' ({dependency.Availability} %{(dependency.Redundancy is { } group ? $", one of '{group}'" : "")})";
}
