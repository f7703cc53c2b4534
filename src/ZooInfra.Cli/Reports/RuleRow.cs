using ZooInfra.Contracts;
using ZooInfra.Rules;

namespace ZooInfra.Cli.Reports;

/// <summary>One rule in the report of a client.</summary>
internal sealed record RuleRow(Rule Rule, RuleVerdict Verdict, IReadOnlyList<PlanFinding> Findings, IReadOnlyList<string> Reasons)
{
    public static RuleRow Of(Rule rule, PlanVerdicts verdicts)
    {
        PlanFinding[] findings = [.. verdicts.Findings.Where(finding => finding.Rule.Id == rule.Id)];
        string[] reasons = [.. verdicts.Open.Where(open => open.Rule.Id == rule.Id).Select(open => open.Urn is null ? open.Reason : $"{open.Reason} ({Name(open.Urn)}, {open.Path})")];
        if (findings.Length > 0)
        {
            return new(rule, findings.All(finding => finding.Waiver is not null) ? RuleVerdict.Waived : RuleVerdict.Violated, findings, reasons);
        }

        return !verdicts.Judges(rule) ? new(rule, RuleVerdict.NotEvaluable, [], ["it is judged at build, where the source is"])
            : verdicts.Of(rule) switch
            {
                Contracts.Verdict.NotEvaluable => new(rule, RuleVerdict.NotEvaluable, [], reasons),
                Contracts.Verdict.Satisfied => new(rule, RuleVerdict.Satisfied, [], []),
                _ when verdicts.IsComplete => new(rule, RuleVerdict.NotApplicable, [], []),
                _ => new(rule, RuleVerdict.NotEvaluable, [], ["the program did not run to its end, so not all components are known"]),
            };
    }

    /// <summary>The verdict for people.</summary>
    public string Word => WordOf(Verdict);

    public static string WordOf(RuleVerdict verdict) => verdict switch
    {
        RuleVerdict.Violated => "violated",
        RuleVerdict.NotEvaluable => "not evaluable",
        RuleVerdict.Waived => "waived",
        RuleVerdict.Satisfied => "satisfied",
        _ => "not applicable",
    };

    /// <summary>Why, finding by finding; empty where there is nothing to say.</summary>
    public IReadOnlyList<string> Why => Findings.Count == 0 ? Reasons :
    [
        .. Findings.Select(finding => $"{finding.Message}{(finding.Urn is null ? "" : $" ({Name(finding.Urn)}{(finding.Path.Length == 0 ? "" : ", " + finding.Path)})")}"),
        .. Reasons,
    ];

    private static string Name(string urn) => Protocol.ResourceUrn.Parse(urn) is { } parsed ? $"{parsed.Type} '{parsed.Name}'" : urn;
}
