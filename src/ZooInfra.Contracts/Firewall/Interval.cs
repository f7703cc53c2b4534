namespace ZooInfra.Contracts.Firewall;

/// <summary>Numbers from <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
/// <param name="First">The least; not greater than <paramref name="Last"/>.</param>
/// <param name="Last">The greatest.</param>
public readonly record struct Interval(Number128 First, Number128 Last);
