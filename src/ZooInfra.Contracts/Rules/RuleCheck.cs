namespace ZooInfra.Contracts;

/// <summary>A check that judges a client by itself.</summary>
/// <param name="Rules">The rules it judges by.</param>
/// <param name="Run">The check.</param>
public sealed record RuleCheck(EquatableArray<Rule> Rules, Action<ClientView, Verdicts> Run)
{
    internal static RuleCheck Of(Rule rule, Action<ClientView, Verdicts> run) => new(new([rule]), run);
}

/// <summary>A check that judges a client beside the others of its platform.</summary>
/// <param name="Rules">The rules it judges by.</param>
/// <param name="Run">The check; the client is one of the set.</param>
public sealed record PlatformCheck(EquatableArray<Rule> Rules, Action<ClientView, ClientSet, Verdicts> Run)
{
    internal static PlatformCheck Of(Rule rule, Action<ClientView, ClientSet, Verdicts> run) => new(new([rule]), run);
}
