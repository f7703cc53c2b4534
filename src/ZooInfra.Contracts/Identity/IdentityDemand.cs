namespace ZooInfra.Contracts.Identity;

/// <summary>One demand of a regime on an identity boundary.</summary>
/// <param name="Control">The regime's own id.</param>
/// <param name="Title">What the control is called.</param>
/// <param name="Tier">The lowest tier that demands it.</param>
/// <param name="Missing">Says what is missing; null when nothing is.</param>
internal sealed record IdentityDemand(string Control, string Title, int Tier, Func<IdentityFacts, string?> Missing);
