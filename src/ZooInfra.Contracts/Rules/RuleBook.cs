namespace ZooInfra.Contracts;

/// <summary>Every rule, once, and every check.</summary>
public static class RuleBook
{
    private static readonly RuleChapter[] Chapters =
    [
        PromiseRules.Chapter,
        AssetRules.Chapter,
        RegimeRules.Chapter,
        DnsRules.Chapter,
        NetworkRules.Chapter,
        IdentityRules.Chapter,
        FirewallRules.Chapter,
        CardRules.Chapter,
        RunbookRules.Chapter,
        AuthoringRules.Chapter,
    ];

    private static readonly Dictionary<string, Rule> ById = Chapters.SelectMany(chapter => chapter.Rules).ToDictionary(rule => rule.Id);

    /// <summary>All rules in the order of their ids.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. ById.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The checks that need only the client itself.</summary>
    public static IReadOnlyList<RuleCheck> Checks { get; } = [.. Chapters.SelectMany(chapter => chapter.Checks)];

    /// <summary>The checks that need all clients of a platform.</summary>
    public static IReadOnlyList<PlatformCheck> PlatformChecks { get; } = [.. Chapters.SelectMany(chapter => chapter.PlatformChecks)];

    private static readonly HashSet<string> AskedAlone = [.. Checks.SelectMany(check => check.Rules).Select(rule => rule.Id)];
    private static readonly HashSet<string> AskedAmong = [.. PlatformChecks.SelectMany(check => check.Rules).Select(rule => rule.Id)];

    /// <summary>The rule with this id; null when there is none.</summary>
    public static Rule? Find(string id) => ById.TryGetValue(id, out var rule) ? rule : null;

    /// <summary>Judges a client by every rule that needs nothing but the client.</summary>
    public static Verdicts Judge(ClientView client)
    {
        var verdicts = new Verdicts { Asked = AskedAlone };
        foreach (var check in Checks)
        {
            check.Run(client, verdicts);
        }

        return verdicts;
    }

    /// <summary>Judges a client by the rules that compare it with the others of its platform.</summary>
    public static Verdicts JudgeAmong(ClientView client, ClientSet platform)
    {
        var verdicts = new Verdicts { Asked = AskedAmong };
        foreach (var check in PlatformChecks)
        {
            check.Run(client, platform, verdicts);
        }

        return verdicts;
    }
}
