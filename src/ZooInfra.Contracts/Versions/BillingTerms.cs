namespace ZooInfra.Contracts;

/// <summary>How the client pays.</summary>
/// <param name="Model">The billing model.</param>
/// <param name="Clause">Where it is agreed; null when not stated.</param>
public sealed record BillingTerms(BillingModel Model, string? Clause);
