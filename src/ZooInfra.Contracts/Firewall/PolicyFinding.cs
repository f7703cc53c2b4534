namespace ZooInfra.Contracts.Firewall;

/// <summary>Something notable about a rule.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Rule">The rule, as an index into those of the policy.</param>
/// <param name="Others">The earlier rules that make it so, as indexes, ascending.</param>
/// <param name="Message">One sentence for people.</param>
public sealed record PolicyFinding(FindingKind Kind, int Rule, IReadOnlyList<int> Others, string Message);
