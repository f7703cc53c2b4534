namespace ZooInfra.Contracts.Firewall;

/// <summary>What came of a firewall as written.</summary>
/// <param name="Policy">The policy; null when there are problems.</param>
/// <param name="Problems">All that is wrong; empty when nothing is.</param>
public sealed record PolicyResult(FirewallPolicy? Policy, IReadOnlyList<PolicyProblem> Problems);
