namespace ZooInfra.Contracts.Firewall;

/// <summary>One reason why a firewall cannot be.</summary>
/// <param name="Path">Where it is wrong: <c>rules[3].services[0]</c>.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record PolicyProblem(string Path, string Message);
