namespace ZooInfra.Contracts;

/// <summary>
/// What a client's class or contract file says, before it is read as values: the text as written, null where nothing is said.
/// <see cref="ContractReader"/> makes a <see cref="TenantContract"/> of it.
/// </summary>
public sealed record TenantFacts
{
    /// <summary>The client's id.</summary>
    public required string Id { get; init; }

    /// <summary>The client's name for people.</summary>
    public string? Name { get; init; }

    /// <summary>The IANA zone in which the client lives.</summary>
    public string? Zone { get; init; }

    /// <summary>The first day of the contract.</summary>
    public string? Effective { get; init; }

    /// <summary>The last day of the contract.</summary>
    public string? Ends { get; init; }

    /// <summary>Availability in percent, as written.</summary>
    public string? Availability { get; init; }

    /// <summary>Time to first response.</summary>
    public string? Response { get; init; }

    /// <summary>Time to recovery.</summary>
    public string? Recovery { get; init; }

    /// <summary>Whether windows count: a name of <see cref="ContractNames"/>.</summary>
    public string? WindowAccounting { get; init; }

    /// <summary>The clause of the availability promise.</summary>
    public string? SlaClause { get; init; }

    /// <summary>The first day of the promise.</summary>
    public string? SlaEffective { get; init; }

    /// <summary>The billing model: a name of <see cref="ContractNames"/>.</summary>
    public string? BillingModel { get; init; }

    /// <summary>The clause of the billing model.</summary>
    public string? BillingClause { get; init; }

    /// <summary>The first day of the billing model.</summary>
    public string? BillingEffective { get; init; }

    /// <summary>The patch windows, one for each span of hours.</summary>
    public EquatableArray<PatchWindowFacts> PatchWindows { get; init; }

    /// <summary>The regimes.</summary>
    public EquatableArray<RegimeFacts> Regimes { get; init; }

    /// <summary>The story cards.</summary>
    public EquatableArray<StoryCardFacts> Cards { get; init; }

    /// <summary>The items of all other lists: see <see cref="FactLists"/>.</summary>
    public EquatableArray<FactItem> Items { get; init; }

    /// <summary>
    /// Puts the facts of a contract file and of its class together: the file is the signed text, the class fills what the file leaves open.
    /// A fact that cannot be read as a value conflicts with nothing; <see cref="ContractReader"/> names it.
    /// </summary>
    public static FactMerge Merge(TenantFacts file, TenantFacts onClass) => FactMerger.Merge(file, onClass);
}

/// <summary>A patch window as written.</summary>
/// <param name="Days">Weekday names, each as written.</param>
/// <param name="Hours"><c>HH:MM-HH:MM</c>, in contract files followed by the zone.</param>
/// <param name="Zone">The IANA zone, when it is not part of <paramref name="Hours"/>.</param>
/// <param name="MaxDowntime">The most downtime one window may cause.</param>
public sealed record PatchWindowFacts(EquatableArray<string> Days, string Hours, string? Zone, string? MaxDowntime);

/// <summary>A regime as written.</summary>
/// <param name="Name">A name of <see cref="ContractNames"/>.</param>
/// <param name="Tier">The tier; null when none is named.</param>
/// <param name="Clause">The clause; null when not stated.</param>
public sealed record RegimeFacts(string Name, int? Tier, string? Clause);

/// <summary>A story card as written.</summary>
/// <param name="Title">What is to be done.</param>
/// <param name="Scope">What the card covers.</param>
/// <param name="Acceptance">What must be true when it is done.</param>
/// <param name="MaxDowntime">The most downtime the change may cause.</param>
/// <param name="SandboxTest">Whether the change must pass in a sandbox first.</param>
/// <param name="Contract">The clause or document that the card serves.</param>
public sealed record StoryCardFacts(
    string Title,
    EquatableArray<string> Scope,
    EquatableArray<string> Acceptance,
    string? MaxDowntime,
    bool SandboxTest,
    string? Contract)
{
    /// <summary>When the change is planned: <c>Wed 01:00-03:00 UTC</c>.</summary>
    public string? Window { get; init; }

    /// <summary>The day by which it must be done.</summary>
    public string? Deadline { get; init; }

    /// <summary>The sandbox that it is tried in.</summary>
    public string? Sandbox { get; init; }

    /// <summary>The tests of the acceptance criteria.</summary>
    public EquatableArray<string> Tests { get; init; }
}
