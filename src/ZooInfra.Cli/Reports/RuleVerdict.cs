namespace ZooInfra.Cli.Reports;

/// <summary>What a rule says of a client, waivers counted in.</summary>
internal enum RuleVerdict
{
    Violated,
    NotEvaluable,
    Waived,
    Satisfied,
    NotApplicable,
}
