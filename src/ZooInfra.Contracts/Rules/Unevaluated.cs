namespace ZooInfra.Contracts;

/// <summary>A place at which a rule applies but cannot be judged.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Place">What is not known.</param>
/// <param name="Reason">Why, as half a sentence.</param>
public sealed record Unevaluated(Rule Rule, Place Place, string Reason);
