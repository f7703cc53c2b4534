namespace ZooInfra.Contracts.Firewall;

/// <summary>A named set of addresses.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Members">The addresses.</param>
public sealed record NamedAddresses(string Name, IntervalSet Members);
