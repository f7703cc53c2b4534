namespace ZooInfra.Contracts;

/// <summary>A step of the credit table: what the client gets back when availability is missed.</summary>
/// <param name="Path">Where it is stated: see <see cref="FactPath"/>.</param>
/// <param name="Below">The availability below which it holds; null only where it could not be read.</param>
/// <param name="Percent">The share of the period's fee, in percent.</param>
public sealed record CreditStep(
    string Path,
    Availability? Below,
    decimal Percent);
