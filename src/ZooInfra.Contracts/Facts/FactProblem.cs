namespace ZooInfra.Contracts;

/// <summary>A fact that cannot be read as a value.</summary>
/// <param name="Path">Which fact: a name of <see cref="FactPath"/>.</param>
/// <param name="RuleId">The rule that is broken: ZOO1005 for a window, ZOO1009 for any other value.</param>
/// <param name="Message">What is wrong and what would be right, in one sentence.</param>
public sealed record FactProblem(string Path, string RuleId, string Message);
