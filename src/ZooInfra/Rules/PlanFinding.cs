using ZooInfra.Contracts;

namespace ZooInfra.Rules;

/// <summary>What a rule found in a running program.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">How much it weighs, a waiver counted in.</param>
/// <param name="Message">The message that the build gives for the same fault; without the value where that is secret.</param>
/// <param name="Urn">The component or resource at fault; null when it is the contract.</param>
/// <param name="Path">The property at fault, <c>args.Records[3].Ttl</c>, or the fact of the contract.</param>
/// <param name="Waiver">The waiver that excepts from it; null when it stands.</param>
/// <param name="DaysLeft">For how many days the waiver still holds; 0 without one.</param>
public sealed record PlanFinding(Rule Rule, RuleSeverity Severity, string Message, string? Urn, string Path, Waiver? Waiver, int DaysLeft)
{
    /// <summary>Whether it stops the plan.</summary>
    public bool IsViolation => Waiver is null && Severity == RuleSeverity.Error;
}
