using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>A path by which a service comes back: see, call, follow the runbook, and wait for the DNS.</summary>
/// <param name="Path">Where it is stated: see <see cref="FactPath"/>.</param>
/// <param name="Record">The name that moves, in full.</param>
/// <param name="Detect">Until the outage is seen; null when not stated.</param>
/// <param name="Page">Until somebody works on it; null when not stated.</param>
/// <param name="Runbook">The name of the runbook; null when there is none.</param>
/// <param name="FormerTtl">For a planned move: the TTL before it was lowered; null when it was not.</param>
/// <param name="Lowered">When it was lowered; null when not stated.</param>
/// <param name="CutOver">When the name is planned to move; null when no move is planned.</param>
public sealed record Failover(
    string Path,
    string Record,
    ContractDuration? Detect,
    ContractDuration? Page,
    string? Runbook,
    ContractDuration? FormerTtl,
    Instant? Lowered,
    Instant? CutOver);
