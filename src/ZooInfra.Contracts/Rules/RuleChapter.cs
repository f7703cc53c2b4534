namespace ZooInfra.Contracts;

/// <summary>The rules of one family and the checks that judge by them. Rules without a check are found while facts are read.</summary>
internal sealed record RuleChapter(IReadOnlyList<Rule> Rules)
{
    public IReadOnlyList<RuleCheck> Checks { get; init; } = [];

    public IReadOnlyList<PlatformCheck> PlatformChecks { get; init; } = [];
}
