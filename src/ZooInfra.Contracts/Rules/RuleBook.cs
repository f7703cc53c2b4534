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

    /// <summary>The rule with this id; null when there is none.</summary>
    public static Rule? Find(string id) => ById.TryGetValue(id, out var rule) ? rule : null;

    /// <summary>Judges a client by every rule that needs nothing but the client.</summary>
    /// <param name="client">The client.</param>
    /// <param name="survive">Whether a check that throws leaves its rules not evaluable, in place of throwing.</param>
    public static Verdicts Judge(ClientView client, bool survive = false) => Judge(client, Checks, survive);

    /// <summary>Judges a client by <paramref name="checks"/>.</summary>
    /// <param name="client">The client.</param>
    /// <param name="checks">What to judge by.</param>
    /// <param name="survive">Whether a check that throws leaves its rules not evaluable, in place of throwing.</param>
    public static Verdicts Judge(ClientView client, IEnumerable<RuleCheck> checks, bool survive)
    {
        var verdicts = new Verdicts { Asked = checks.SelectMany(check => check.Rules) };
        foreach (var check in checks)
        {
            verdicts.Ask(check.Rules, () => check.Run(client, verdicts), survive);
        }

        return verdicts;
    }

    /// <summary>Judges a client by the rules that compare it with the others of its platform.</summary>
    /// <param name="client">The client.</param>
    /// <param name="platform">All clients, this one among them.</param>
    /// <param name="survive">Whether a check that throws leaves its rules not evaluable, in place of throwing.</param>
    public static Verdicts JudgeAmong(ClientView client, ClientSet platform, bool survive = false) => JudgeAmong(client, platform, PlatformChecks, survive);

    /// <summary>Judges a client by <paramref name="checks"/>.</summary>
    /// <param name="client">The client.</param>
    /// <param name="platform">All clients, this one among them.</param>
    /// <param name="checks">What to judge by.</param>
    /// <param name="survive">Whether a check that throws leaves its rules not evaluable, in place of throwing.</param>
    public static Verdicts JudgeAmong(ClientView client, ClientSet platform, IEnumerable<PlatformCheck> checks, bool survive)
    {
        var verdicts = new Verdicts { Asked = checks.SelectMany(check => check.Rules) };
        foreach (var check in checks)
        {
            verdicts.Ask(check.Rules, () => check.Run(client, platform, verdicts), survive);
        }

        return verdicts;
    }
}
