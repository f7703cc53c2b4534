using ZooInfra.Contracts;

namespace ZooInfra.Rules;

/// <summary>A rule that could not be judged.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Reason">Why, as half a sentence.</param>
/// <param name="Urn">The component or resource it is about; null when it is the contract.</param>
/// <param name="Path">The property or the fact of the contract that is not known.</param>
public sealed record PlanOpen(Rule Rule, string Reason, string? Urn, string Path);
