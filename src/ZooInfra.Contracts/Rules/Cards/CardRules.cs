namespace ZooInfra.Contracts;

/// <summary>The rules on story cards.</summary>
public static class CardRules
{
    internal static RuleChapter Chapter { get; } = new([]);
}
