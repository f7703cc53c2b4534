namespace ZooInfra.Contracts.Identity;

/// <summary>Judges what an identity boundary declares by what a regime and its tier demand.</summary>
public static class IdentityGrade
{
    /// <summary>
    /// Everything that is demanded and absent, in the order of the regime's list; empty when nothing is. A contract that names no tier gets the
    /// demands of every tier.
    /// </summary>
    /// <param name="facts">What the boundary declares.</param>
    /// <param name="scope">The regime and tier of the contract.</param>
    public static IReadOnlyList<IdentityViolation> Check(IdentityFacts facts, RegimeScope scope)
        => [.. IdentityDemands.Of(scope.Regime)
            .Where(demand => demand.IsIn(scope))
            .Select(demand => (Demand: demand, Missing: demand.Missing(facts)))
            .Where(found => found.Missing is not null)
            .Select(found => new IdentityViolation(scope.Regime, found.Demand.Control, found.Demand.Title, found.Missing!.Message))
            .Distinct()];
}
