namespace ZooInfra.Contracts.Identity;

/// <summary>One demand of a regime on an identity boundary.</summary>
/// <param name="Control">The regime's own id.</param>
/// <param name="Title">What the control is called.</param>
/// <param name="Tier">The lowest tier that demands it.</param>
/// <param name="Parts">The parts of the boundary that it looks at.</param>
/// <param name="Missing">Says what is missing; null when nothing is.</param>
internal sealed record IdentityDemand(string Control, string Title, int Tier, IdentityParts Parts, Func<IdentityFacts, IdentityGap?> Missing)
{
    /// <summary>Whether a contract under <paramref name="scope"/> has this demand; one that names no tier has those of every tier.</summary>
    public bool IsIn(RegimeScope scope) => scope.Tier is null || Tier <= scope.Tier;
}
