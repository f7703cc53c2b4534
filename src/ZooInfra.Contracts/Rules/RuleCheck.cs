namespace ZooInfra.Contracts;

/// <summary>A check that judges a client by itself.</summary>
/// <param name="Rules">The rules it judges by.</param>
/// <param name="Run">The check.</param>
public sealed record RuleCheck(EquatableArray<Rule> Rules, Action<ClientView, Verdicts> Run)
{
    /// <summary>Whether it looks at nothing but the contract and the day, so that it says the same whatever the program makes.</summary>
    public bool IsOfContract { get; init; }

    internal static RuleCheck Of(Rule rule, Action<ClientView, Verdicts> run) => new(new([rule]), run);

    internal static RuleCheck OfContract(Rule rule, Action<ClientView, Verdicts> run) => new(new([rule]), run) { IsOfContract = true };
}

/// <summary>A check that judges a client beside the others of its platform.</summary>
/// <param name="Rules">The rules it judges by.</param>
/// <param name="Run">The check; the client is one of the set.</param>
public sealed record PlatformCheck(EquatableArray<Rule> Rules, Action<ClientView, ClientSet, Verdicts> Run)
{
    /// <summary>Whether it looks at nothing but contracts and the day, so that it says the same whatever the programs make.</summary>
    public bool IsOfContract { get; init; }

    internal static PlatformCheck Of(Rule rule, Action<ClientView, ClientSet, Verdicts> run) => new(new([rule]), run);

    internal static PlatformCheck OfContract(Rule rule, Action<ClientView, ClientSet, Verdicts> run) => new(new([rule]), run) { IsOfContract = true };
}
