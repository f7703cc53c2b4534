namespace ZooInfra.Contracts;

/// <summary>Who is told next.</summary>
/// <param name="Path">Where it is stated: see <see cref="FactPath"/>.</param>
/// <param name="Level">1 for the first.</param>
/// <param name="Contact">Who is told.</param>
/// <param name="After">How long after the one before; null for at once.</param>
public sealed record EscalationLevel(
    string Path,
    int Level,
    string Contact,
    ContractDuration? After);
