namespace ZooInfra.Contracts;

/// <summary>ZOO9001: the steps of the credit table do not say for every availability below the promise, and for none above it, what the client gets back (domain facts, section 7).</summary>
public static class CreditTable
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO9001",
        "Credit table does not fit the promise",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Authoring,
        new([Control.Nist("SA-9")]))
    {
        HasFix = true,
    };

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        CreditStep[] steps = [.. client.Contract.Credits.Where(step => step.Below is not null).OrderByDescending(step => step.Below!.Value)];
        if (steps.Length == 0)
        {
            return;
        }

        verdicts.Judged(Rule);
        var name = client.Contract.Name;
        if (client.Contract.Sla is not { Availability: { } promised } sla)
        {
            verdicts.Violated(Rule, steps[0].Path, $"{name} gets {Share(steps[0])} back and was promised no availability; promise one with [Sla(99.9)], or remove the step");
            return;
        }

        CheckTop(steps, promised, name, RuleText.Clause(sla), verdicts);
        foreach (var step in steps.Where(step => step.Percent is <= 0 or > 100))
        {
            verdicts.Violated(Rule, step.Path + ".percent", $"{name} gets {Share(step)} back; a share of the fee is above 0 and at most 100 %");
        }

        var most = steps[0];
        for (var i = 1; i < steps.Length; i++)
        {
            var step = steps[i];
            if (step.Below == steps[i - 1].Below)
            {
                verdicts.Violated(Rule.Finding(step.Path, $"{name} gets {Share(steps[i - 1])} and {Share(step)} back, two shares for one availability; keep one") with { Related = new([steps[i - 1].Path]) });
            }
            else if (step.Percent < most.Percent)
            {
                verdicts.Violated(Rule.Finding(
                    step.Path + ".percent",
                    $"{name} gets {Share(most)} back and only {Share(step)}, so worse service costs us less; let the lower step pay at least {RuleText.Number(most.Percent)} %") with
                {
                    Related = new([most.Path]),
                    Fix = RuleFix.Replace(RuleText.Number(most.Percent), $"Pay {RuleText.Number(most.Percent)} %"),
                });
            }

            most = step.Percent > most.Percent ? step : most;
        }
    }

    /// <summary>The table is total when it begins where the promise ends.</summary>
    private static void CheckTop(CreditStep[] steps, Availability promised, string name, string clause, Verdicts verdicts)
    {
        var top = steps[0];
        if (top.Below == promised)
        {
            return;
        }

        verdicts.Violated(Rule.Finding(
            top.Path + ".below",
            top.Below > promised
                ? $"{name} gets {Share(top)} back, and {promised} % is promised{clause}, so it pays while the promise is kept; begin below {promised}"
                : $"{name} is promised {promised} %{clause} and gets {Share(top)} back, so between the two nothing is paid for a broken promise; begin below {promised}") with
        {
            Related = new([FactPath.Availability]),
            Fix = steps.Length == 1 || steps[1].Below < promised ? RuleFix.Replace(promised.ToString(), $"Begin below {promised}") : null,
        });
    }

    private static string Share(CreditStep step) => $"{RuleText.Number(step.Percent)} % below {step.Below} %";
}
