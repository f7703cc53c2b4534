namespace ZooInfra.Contracts;

/// <summary>How the client is helped, and when.</summary>
/// <param name="Path">Where it is stated: see <see cref="FactPath"/>.</param>
/// <param name="Tier">What the tier is called.</param>
/// <param name="Hours">When somebody answers; null when not stated.</param>
/// <param name="Contact">How to reach them; null when not stated.</param>
/// <param name="Clause">Where it is agreed; null when not stated.</param>
public sealed record Support(
    string Path,
    string Tier,
    string? Hours,
    string? Contact,
    string? Clause);
