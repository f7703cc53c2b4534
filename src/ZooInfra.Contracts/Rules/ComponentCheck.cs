namespace ZooInfra.Contracts;

/// <summary>Makes checks of rules that every component of a program must keep: where a program is not read to its end, another component may break them.</summary>
internal static class ComponentCheck
{
    /// <summary>A check that judges a client by itself.</summary>
    public static RuleCheck Of(Rule rule, Action<ClientView, Verdicts> check) => RuleCheck.Of(rule, (client, verdicts) =>
    {
        check(client, verdicts);
        RequireWhole(rule, client, verdicts);
    });

    /// <summary>A check that judges a client beside the others.</summary>
    public static PlatformCheck OfPlatform(Rule rule, Action<ClientView, ClientSet, Verdicts> check) => PlatformCheck.Of(rule, (client, platform, verdicts) =>
    {
        check(client, platform, verdicts);
        foreach (var each in platform.Clients)
        {
            RequireWhole(rule, each, verdicts);
        }
    });

    private static void RequireWhole(Rule rule, ClientView client, Verdicts verdicts)
    {
        if (!client.ComponentsAreComplete)
        {
            verdicts.NotEvaluable(rule, FactPath.Client, $"not all that the program of {client.Contract.Name} makes is known");
        }
    }
}
