using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>Everything that was promised to one client, typed and checked.</summary>
/// <param name="Id">The client's id, which is its stack name.</param>
/// <param name="Name">The client's name for people.</param>
/// <param name="Sla">What was promised about availability and response; null when nothing was.</param>
/// <param name="Billing">How the client pays; null when the contract does not say.</param>
/// <param name="PatchWindows">When systems may be changed.</param>
/// <param name="Regimes">The regimes the client is under.</param>
/// <param name="Cards">The story cards agreed with the client.</param>
public sealed record TenantContract(
    string Id,
    string Name,
    SlaPromise? Sla,
    BillingModel? Billing,
    EquatableArray<PatchWindow> PatchWindows,
    EquatableArray<RegimeScope> Regimes,
    EquatableArray<StoryCard> Cards)
{
    /// <summary>The IANA zone in which the client lives and names days; null when not stated.</summary>
    public string? Zone { get; init; }

    /// <summary>The first day of the contract, in the client's zone; null when not stated, and then it has always held.</summary>
    public LocalDate? Effective { get; init; }

    /// <summary>The last day of the contract, in the client's zone; null when it has no end.</summary>
    public LocalDate? Ends { get; init; }

    /// <summary>The first day on which <see cref="Sla"/> holds; null when not stated.</summary>
    public LocalDate? SlaEffective { get; init; }

    /// <summary>Former and coming versions of <see cref="Sla"/>, in the order in which they are written; <see cref="ContractVersions"/> puts all in line.</summary>
    public EquatableArray<SlaVersion> SlaVersions { get; init; }

    /// <summary>The clause that says how the client pays; null when not stated.</summary>
    public string? BillingClause { get; init; }

    /// <summary>The first day on which <see cref="Billing"/> holds; null when not stated.</summary>
    public LocalDate? BillingEffective { get; init; }

    /// <summary>Former and coming versions of <see cref="Billing"/>, in the order in which they are written.</summary>
    public EquatableArray<BillingVersion> BillingVersions { get; init; }

    /// <summary>Telemetry bound to promises.</summary>
    public EquatableArray<Signal> Signals { get; init; }

    /// <summary>What the promise rests on.</summary>
    public EquatableArray<Dependency> Dependencies { get; init; }

    /// <summary>Things under care.</summary>
    public EquatableArray<Asset> Assets { get; init; }

    /// <summary>How patches reach assets.</summary>
    public EquatableArray<PatchFlow> PatchFlows { get; init; }

    /// <summary>Runbooks.</summary>
    public EquatableArray<Runbook> Runbooks { get; init; }

    /// <summary>Steps of runbooks.</summary>
    public EquatableArray<RunbookStep> RunbookSteps { get; init; }

    /// <summary>Paths by which services come back.</summary>
    public EquatableArray<Failover> Failovers { get; init; }

    /// <summary>What the client gets back when availability is missed.</summary>
    public EquatableArray<CreditStep> Credits { get; init; }

    /// <summary>What is counted for the bill.</summary>
    public EquatableArray<Meter> Meters { get; init; }

    /// <summary>Safeguards that no component shows.</summary>
    public EquatableArray<Safeguard> Safeguards { get; init; }

    /// <summary>What regimes mean for this client in numbers.</summary>
    public EquatableArray<RegimeTerm> RegimeTerms { get; init; }

    /// <summary>People who have or had access.</summary>
    public EquatableArray<Person> People { get; init; }

    /// <summary>How the client is helped, and when.</summary>
    public EquatableArray<Support> Supports { get; init; }

    /// <summary>Who is told, in which order.</summary>
    public EquatableArray<EscalationLevel> Escalations { get; init; }

    /// <summary>Granted exceptions from rules.</summary>
    public EquatableArray<Waiver> Waivers { get; init; }

    /// <summary>Whether the client is under <paramref name="regime"/>.</summary>
    public bool IsUnder(Regime regime) => Regimes.Any(scope => scope.Regime == regime);
}

/// <summary>A promise about availability and response.</summary>
/// <param name="Availability">The share of each calendar month, UTC, in which the service is up; null when none was promised.</param>
/// <param name="Response">Time to first response; null when none was promised.</param>
/// <param name="Recovery">Time to recovery (RTO); null when none was promised.</param>
/// <param name="WindowAccounting">Whether downtime in patch windows counts.</param>
/// <param name="Clause">The clause of the signed contract; null when not stated.</param>
public sealed record SlaPromise(
    Availability? Availability,
    ContractDuration? Response,
    ContractDuration? Recovery,
    WindowAccounting WindowAccounting,
    string? Clause)
{
    /// <summary>Availability and response as people say them: <c>99.99 / 5m</c>; a part that was not promised is left out.</summary>
    public override string ToString()
        => string.Join(" / ", new[] { Availability?.ToString(), Response?.ToString() }.Where(part => part is not null));
}

/// <summary>A regime a client is under.</summary>
/// <param name="Regime">The regime.</param>
/// <param name="Tier">The tier of controls asked for, 1 upward; null when the contract names none.</param>
/// <param name="Clause">The clause of the signed contract; null when not stated.</param>
public sealed record RegimeScope(Regime Regime, int? Tier, string? Clause);

/// <summary>A negotiated change with its limits.</summary>
/// <param name="Title">What is to be done.</param>
/// <param name="Scope">What the card covers.</param>
/// <param name="Acceptance">What must be true when it is done.</param>
/// <param name="MaxDowntime">The most downtime the change may cause; null when not limited.</param>
/// <param name="SandboxTest">Whether the change must pass in a sandbox first.</param>
/// <param name="Contract">The clause or document that the card serves; null when not stated.</param>
public sealed record StoryCard(
    string Title,
    EquatableArray<string> Scope,
    EquatableArray<string> Acceptance,
    ContractDuration? MaxDowntime,
    bool SandboxTest,
    string? Contract)
{
    /// <summary>When the change is planned: a span of one or several weekdays; null when not stated.</summary>
    public PatchWindow? Window { get; init; }

    /// <summary>The day by which it must be done; null when not stated.</summary>
    public LocalDate? Deadline { get; init; }

    /// <summary>The sandbox that it is tried in; null when there is none.</summary>
    public string? Sandbox { get; init; }

    /// <summary>The tests of <see cref="Acceptance"/>, one for each in the same order.</summary>
    public EquatableArray<string> Tests { get; init; }
}
