using ZooInfra.Contracts.Components;
using ZooInfra.Contracts.Identity;

namespace ZooInfra.Contracts;

/// <summary>Judges each identity boundary by what the regimes of the contract demand of it, as the component itself does when it runs.</summary>
internal static class BoundaryLacks
{
    public static void Check(ClientView client, Verdicts verdicts)
    {
        var boundaries = BoundaryFacts.Of(client).ToList();
        for (var i = 0; i < client.Contract.Regimes.Count; i++)
        {
            var scope = client.Contract.Regimes[i];
            (Rule Rule, IdentityDemand Demand)[] demands =
            [
                .. IdentityDemands.Of(scope.Regime).Where(demand => demand.IsIn(scope) && !IsJudgedToday(client, scope, demand)).Select(demand => (IdentityRules.Of(scope.Regime, demand.Control), demand)),
            ];
            if (demands.Length == 0)
            {
                continue;
            }

            foreach (var (rule, _) in demands)
            {
                verdicts.Judged(rule);
            }

            if (boundaries.Count == 0)
            {
                CheckNone(client, scope, FactPath.Regime(i), [.. demands.Select(demand => demand.Rule).Distinct()], verdicts);
            }

            foreach (var boundary in boundaries)
            {
                Check(client, scope, boundary, demands, verdicts);
            }
        }
    }

    /// <summary>Whether a demand of the proposed HIPAA rule is one that the client is under today, so that what is missing is not told twice.</summary>
    private static bool IsJudgedToday(ClientView client, RegimeScope scope, IdentityDemand demand)
        => scope.Regime == Regime.HipaaProposed2025 && client.Contract.Regimes.Any(today =>
            today.Regime == Regime.Hipaa && IdentityDemands.Of(Regime.Hipaa).Any(same => same.Missing == demand.Missing && same.IsIn(today)));

    /// <summary>A program that makes nothing yet is a contract only. One that makes something, but no boundary, is one defect and one finding.</summary>
    private static void CheckNone(ClientView client, RegimeScope scope, string path, IReadOnlyList<Rule> rules, Verdicts verdicts)
    {
        var rest = rules;
        if (client is { ComponentsAreComplete: true, Components.Count: > 0 })
        {
            verdicts.Violated(rules[0], path, $"{Start(client, scope)}, and its program makes no IdentityBoundary, so nothing shows who may come in, how, and who sees it; make one with Contract = Contract");
            rest = [.. rules.Skip(1)];
        }

        foreach (var rule in rest)
        {
            verdicts.NotEvaluable(rule, path, "no identity boundary is known");
        }
    }

    private static void Check(ClientView client, RegimeScope scope, BoundaryFacts boundary, (Rule Rule, IdentityDemand Demand)[] demands, Verdicts verdicts)
    {
        var reading = BoundaryReading.Of(boundary);
        foreach (var (rule, demand) in demands)
        {
            if (demand.Missing(reading.Facts) is { } gap)
            {
                var (place, isStated) = boundary.PlaceOf(gap);
                verdicts.Violated(rule.Finding(place, $"{Start(client, scope)}, and {boundary.Title} does not meet {demand.Control} ({demand.Title}): {gap.Message.TrimEnd('.')}") with
                {
                    Fix = gap is not { Legal: { } legal, Member: { } member } || place == boundary.Name || place == boundary.Node ? null
                        : isStated ? RuleFix.Replace(legal, $"Set {member} to {Short(legal)}")
                        : gap.Setting is null ? RuleFix.Set(member, legal, $"Set {member} to {Short(legal)}")
                        : null,
                });
            }
            else if ((reading.Open & demand.Parts) != 0)
            {
                verdicts.NotEvaluable(rule, boundary.Node, $"a part of {boundary.Title} that {demand.Control} looks at is not known ({reading.Open & demand.Parts})");
            }
        }
    }

    private static string Start(ClientView client, RegimeScope scope)
        => $"{client.Contract.Name} is under {ContractNames.TitleOf(scope.Regime)}{(scope.Tier is { } tier ? $" tier {ComponentText.Number(tier)}" : "")}{(scope.Clause is { } clause ? $" (clause {clause})" : "")}";

    private static string Short(string expression) => expression.Substring(expression.LastIndexOf(':') + 1).Split('.') is [.., var type, var member] ? $"{type}.{member}" : expression;
}
