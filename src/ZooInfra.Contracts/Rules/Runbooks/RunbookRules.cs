namespace ZooInfra.Contracts;

/// <summary>The rules on runbooks.</summary>
public static class RunbookRules
{
    internal static RuleChapter Chapter { get; } = new([]);
}
